import type { DashboardId } from '../../../shared/domain/health/pillar.ts';
import type { ReportVersion } from '../../../shared/domain/health/report.ts';
import { countsTeamThroughout } from '../../../shared/domain/health/team-rule.ts';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import type { Language } from '../../../shared/strings/languages.ts';
import { catalogue } from '../health/metrics/catalogue.ts';
import { groupMetrics } from '../health/metrics/group/all.ts';
import { type ChosenHeadlines, type TopicHeadline, topicHeadlines } from './first-page/headlines.ts';
import { hasNoData, type NotSaid, notSaid } from './first-page/not-said.ts';
import { isOnPage, partOf, type ToldQuarter } from './versions.ts';

/** All that a report says, before it is laid out in a language. */
export interface ReportModel extends ToldQuarter {
  readonly language: Language;
  readonly forWhom: ReportVersion;
  /** Given by the person; empty for the usual title. */
  readonly title: string;
  readonly version: string;
  /** The quarter the numbers are of, both days included. */
  readonly quarter: { readonly from: string; readonly to: string };
  /** First and last local day of the data, YYYY-MM-DD, as far as the view tells. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly gapDays: number;
  /** One finding for each topic of the first page. */
  readonly headlines: readonly TopicHeadline[];
  readonly changed: Changed;
  readonly notSaid: NotSaid;
  readonly definitions: readonly ReportDefinition[];
}

/** What the community changed: words written for this report, and notes of its quarter. */
export interface Changed {
  readonly words: string;
  readonly notes: readonly { readonly day: string; readonly text: string }[];
}

export interface ReportDefinition {
  readonly id: string;
  readonly dashboard: DashboardId;
  readonly definitionVersion: number;
  readonly source: string;
  /** It counts members, the team among them; where the team is left out, a caveat of the chart says how. */
  readonly countsTeam: boolean;
}

/** A told quarter, and what a coordinator decided about the report of it. */
export interface ReportRequest extends ToldQuarter, Pick<ReportModel, 'quarter'> {
  readonly language: Language;
  readonly title: string;
  readonly version: string;
  readonly gapDays: number;
  readonly forWhom?: ReportVersion;
  readonly chosen?: ChosenHeadlines;
  readonly changed?: Changed;
}

const NOTHING_CHANGED: Changed = { words: '', notes: [] };

/**
 * Puts a report together from a quarter that was released for export. Throws HearthError `nothing-to-report` where a chosen
 * finding is not told with an interval.
 */
export function reportModel({
  forWhom = 'public',
  chosen = {},
  changed = NOTHING_CHANGED,
  ...request
}: ReportRequest): ReportModel {
  const { view, dashboards, splits } = partOf(forWhom, request);
  const { language, title, version, quarter, gapDays } = request;
  const headlines = topicHeadlines(forWhom, request.dashboards, request.view, chosen);
  const onPage = dashboards.flatMap(({ charts }) => charts.filter((chart) => isOnPage(forWhom, chart)));
  const ofView = [view.retention, view.stay, view.lifeCycle, view.reciprocity].filter((chart) => chart !== null);
  const told = onPage.filter((chart) => !hasNoData(chart));
  const ofSplits = splits.flatMap(({ chart }) => chart ?? []);
  const atTop = headlines.flatMap(({ headline }) => headline ?? []);
  const shown = new Set<string>([...told, ...ofView, ...ofSplits, ...atTop].map(({ metricId }) => metricId));
  const withTeam = new Set<string>(
    [
      ...ofView.filter(({ caveats }) => countsTeamThroughout(caveats)),
      ...[...request.dashboards.flatMap(({ charts }) => charts), ...ofSplits].filter(({ team }) => team === 'counted'),
    ].map(({ metricId }) => metricId),
  );
  return {
    ...{ language, forWhom, title, version, view, dashboards, splits, quarter, gapDays, headlines, changed },
    period: periodOf(request.view),
    notSaid: notSaid([...onPage, ...ofSplits]),
    definitions: [...catalogue, ...groupMetrics]
      // A second picture of a metric is defined with it.
      .filter(({ id }) => shown.has(id) && !id.includes('_'))
      .map(({ id, dashboard, definitionVersion, source }) => ({
        ...{ id, dashboard, definitionVersion, source },
        countsTeam: withTeam.has(id),
      })),
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
