import type { ChartBenchmark } from '../../../shared/domain/health/chart.ts';
import type { ReportModel } from './report-model.ts';
import { localDate } from './report-model.ts';

/** The report for machines: everything the page shows, with what is needed to read and repeat it (health.md G.4). */
export function reportJson(model: ReportModel): string {
  const { view } = model;
  const document = {
    format: 'hearth-community-health',
    formatVersion: 1,
    software: { name: 'Hearth', version: model.version },
    language: model.language,
    timeZone: view.timeZone,
    weekStart: view.weekStart,
    threshold: view.threshold,
    rounding: view.rounding,
    snapshotDate: localDate(view.computedAt, view.timeZone),
    dataUntil: view.cutOff === null ? null : localDate(view.cutOff, view.timeZone),
    quarter: model.quarter,
    gapDays: model.gapDays,
    definitions: model.definitions.map(({ id, definitionVersion, source }) => ({ id, definitionVersion, source })),
    members: view.members,
    activities: view.activities,
    charts: {
      retention: view.retention,
      stay: view.stay,
      lifeCycle: view.lifeCycle,
      reciprocity: view.reciprocity,
    },
    metrics: model.dashboards.flatMap(({ charts }) => charts.filter(({ shape }) => shape.kind !== 'missing')),
    benchmarks: benchmarksIn(model.splits),
    groups: model.splits,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Populations that groups are compared with, each once for a question. */
function benchmarksIn(splits: ReportModel['splits']): readonly (Omit<ChartBenchmark, 'id'> & { question: string })[] {
  const named = splits.flatMap(({ question, chart }) => {
    const benchmarks = chart?.shape.kind === 'dots' ? (chart.shape.benchmarks ?? []) : [];
    return benchmarks.map(({ id: _, ...benchmark }) => ({ question, ...benchmark }));
  });
  return [...new Map(named.map((one) => [JSON.stringify(one), one])).values()];
}
