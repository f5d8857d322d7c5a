import type { DashboardId } from '../../../shared/domain/health/pillar.ts';
import type { Published } from '../../../shared/domain/published.ts';
import type { DashboardView, SplitView } from '../../../shared/ipc/topics/dashboards.ts';
import type { Finding, HealthView } from '../../../shared/ipc/topics/health.ts';
import type { Language } from '../../../shared/strings/languages.ts';
import { catalogue } from '../health/metrics/catalogue.ts';

/** All that a report says, before it is laid out in a language. */
export interface ReportModel {
  readonly language: Language;
  /** Given by the person; empty for the usual title. */
  readonly title: string;
  readonly version: string;
  readonly view: Published<HealthView>;
  /** The pillars of the same quarter. */
  readonly dashboards: readonly Published<DashboardView>[];
  /** Who is here and who stays, by group; empty where nobody was asked or too few answered. */
  readonly splits: readonly Published<SplitView>[];
  /** The quarter the numbers are of, both days included. */
  readonly quarter: { readonly from: string; readonly to: string };
  /** First and last local day of the data, YYYY-MM-DD, as far as the view tells. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly gapDays: number;
  /** What we see, one sentence per chart, in the order of the charts. */
  readonly findings: readonly Finding[];
  readonly definitions: readonly ReportDefinition[];
}

export interface ReportDefinition {
  readonly id: string;
  readonly dashboard: DashboardId;
  readonly definitionVersion: number;
  readonly source: string;
}

export interface ReportRequest extends Pick<ReportModel, 'view' | 'dashboards' | 'splits' | 'quarter'> {
  readonly language: Language;
  readonly title: string;
  readonly version: string;
  readonly gapDays: number;
}

/** Puts a report together from a view that was released for export. */
export function reportModel({
  view,
  dashboards,
  splits,
  quarter,
  language,
  title,
  version,
  gapDays,
}: ReportRequest): ReportModel {
  const charts = [view.retention, view.stay, view.lifeCycle, view.reciprocity].filter((chart) => chart !== null);
  const told = dashboards.flatMap((one) => one.charts.filter(({ shape }) => shape.kind !== 'missing'));
  const shown = new Set<string>([...charts, ...told].map((chart) => chart.metricId));
  return {
    language,
    title,
    version,
    view,
    dashboards,
    splits,
    quarter,
    period: periodOf(view),
    gapDays,
    findings: charts.map((chart) => chart.finding),
    definitions: catalogue
      // A second picture of a metric is defined with it.
      .filter(({ id, isCore }) => shown.has(id) && isCore && !id.includes('_'))
      .map(({ id, dashboard, definitionVersion, source }) => ({ id, dashboard, definitionVersion, source })),
  };
}

function periodOf(view: HealthView): ReportModel['period'] {
  const from = view.retention?.cohorts[0]?.start ?? view.lifeCycle?.periods[0]?.start;
  if (from === undefined || view.cutOff === null) return null;
  return { from, to: localDate(view.cutOff, view.timeZone) };
}

/** Local calendar date of an instant. en-CA writes it as YYYY-MM-DD. */
export function localDate(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}
