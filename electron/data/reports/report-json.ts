import type { ChartBenchmark, MetricChart } from '../../../shared/domain/health/chart.ts';
import { identityRulesFor } from '../health/disclosure/rules.ts';
import { findableGapsOf } from './findable-gaps.ts';
import { readerCaveats } from './reader-caveats.ts';
import type { ReportModel } from './report-model.ts';
import { localDate } from './report-model.ts';

/** The report for machines: everything the page shows, with what is needed to read and repeat it (health.md G.4). */
export function reportJson(model: ReportModel): string {
  const { view, changed, headlines, notSaid } = model;
  const sensitive = identityRulesFor('export');
  const document = {
    format: 'hearth-community-health',
    formatVersion: 1,
    software: { name: 'Hearth', version: model.version },
    writtenFor: model.forWhom,
    language: model.language,
    timeZone: view.timeZone,
    weekStart: view.weekStart,
    threshold: view.threshold,
    rounding: view.rounding,
    /** Of counts that say something of identity, help or sanctions; each split says its own, which may be higher. */
    identityThreshold: sensitive.threshold,
    identityRounding: sensitive.rounding,
    snapshotDate: localDate(view.computedAt, view.timeZone),
    dataUntil: view.cutOff === null ? null : localDate(view.cutOff, view.timeZone),
    quarter: model.quarter,
    gapDays: model.gapDays,
    definitions: model.definitions.map(({ id, definitionVersion, source }) => ({ id, definitionVersion, source })),
    firstPage: { headlines, changed, notSaid },
    members: view.members,
    activities: view.activities,
    charts: {
      retention: view.retention,
      stay: view.stay,
      lifeCycle: view.lifeCycle,
      reciprocity: view.reciprocity,
    },
    metrics: toldMetrics(model),
    ...(model.forWhom === 'funder' ? { findableGaps: findableGapsOf(model) } : {}),
    benchmarks: benchmarksIn(model.splits),
    groups: model.splits,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Charts with something to tell. Notes stand on the first page, those of the quarter alone and where they are wanted. */
function toldMetrics({ dashboards }: ReportModel): readonly Omit<MetricChart, 'annotations'>[] {
  return dashboards
    .flatMap(({ charts }) => charts.filter(({ shape }) => shape.kind !== 'missing'))
    .map(({ annotations: _, ...chart }) => ({ ...chart, caveats: readerCaveats(chart.caveats) }));
}

/** Populations that groups are compared with, each once for a question. */
function benchmarksIn(splits: ReportModel['splits']): readonly (Omit<ChartBenchmark, 'id'> & { question: string })[] {
  const named = splits.flatMap(({ question, chart }) => {
    const benchmarks = chart?.shape.kind === 'dots' ? (chart.shape.benchmarks ?? []) : [];
    return benchmarks.map(({ id: _, ...benchmark }) => ({ question, ...benchmark }));
  });
  return [...new Map(named.map((one) => [JSON.stringify(one), one])).values()];
}
