import type { MetricChart, Sentence } from '../../../../shared/domain/health/chart.ts';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import {
  dashboardsOfTopic,
  type HeadlineTopic,
  type ReportVersion,
  topicsOfVersion,
} from '../../../../shared/domain/health/report.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { HealthView } from '../../../../shared/ipc/topics/health.ts';
import { catalogue } from '../../health/metrics/catalogue.ts';

/** Metrics whose sentence speaks of a row of its table: alone it would say nothing. */
const NEEDS_ITS_TABLE: ReadonlySet<string> = new Set(['M13']);

/** A finding that may stand on the first page, and the metric it is of. */
export interface Headline {
  readonly metricId: string;
  readonly dashboard: DashboardId;
  readonly finding: Sentence;
}

/** The finding of a topic; null where the quarter tells none with an interval. */
export interface TopicHeadline {
  readonly topic: HeadlineTopic;
  readonly headline: Headline | null;
  /** A person chose it in the place of the one by the rule: a reader is told. */
  readonly isChosen: boolean;
}

/** Metrics that a coordinator chose for the first page. */
export type ChosenHeadlines = { readonly [Topic in HeadlineTopic]?: string | undefined };

/**
 * Findings of a topic that may stand on the first page: of starred metrics, told with both ends of an interval, in the order
 * of the catalogue. The order knows nothing of the values, so the first one is never there for looking best.
 */
export function headlinesOf(
  topic: HeadlineTopic,
  dashboards: readonly DashboardView[],
  view: Pick<HealthView, 'retention' | 'stay'>,
): readonly Headline[] {
  const ids = dashboardsOfTopic[topic];
  const ofView: readonly Headline[] =
    topic === 'resilience'
      ? [view.retention, view.stay]
          .filter((chart) => chart !== null)
          // Sentences of return and stay are of the topic of health; others name theirs.
          .map(({ metricId, finding: { key, params } }) => ({
            metricId,
            dashboard: 'resilience',
            finding: { key: `health:${key}`, params },
          }))
      : [];
  const ofCharts = dashboards
    .filter(({ dashboard }) => ids.includes(dashboard))
    .flatMap(({ charts }) => charts.filter(isMainChart));
  return [...ofCharts, ...ofView]
    .filter(({ metricId, finding }) => saysInterval(finding) && !NEEDS_ITS_TABLE.has(metricId))
    .map(({ metricId, dashboard, finding }) => ({ metricId, dashboard, finding }))
    .sort((one, other) => placeOf(one.metricId) - placeOf(other.metricId));
}

/**
 * One finding for each topic of a version: the chosen one, else the first that may stand there. Throws HearthError
 * `nothing-to-report` where a chosen one is not told with an interval: another one in its place would not be what was chosen.
 */
export function topicHeadlines(
  version: ReportVersion,
  dashboards: readonly DashboardView[],
  view: Pick<HealthView, 'retention' | 'stay'>,
  chosen: ChosenHeadlines,
): readonly TopicHeadline[] {
  return topicsOfVersion(version).map((topic) => {
    const may = headlinesOf(topic, dashboards, view);
    const wanted = chosen[topic];
    if (wanted === undefined) return { topic, headline: may[0] ?? null, isChosen: false };
    const found = may.find(({ metricId }) => metricId === wanted);
    if (!found) throw new HearthError('nothing-to-report');
    return { topic, headline: found, isChosen: found !== may[0] };
  });
}

/** A starred metric itself, and no further picture of it. */
export function isMainChart({ isCore, metricId }: Pick<MetricChart, 'isCore' | 'metricId'>): boolean {
  return isCore && !metricId.includes('_');
}

/** Whether a sentence says both ends of an interval. Ends that are one and the same stand for a number without one. */
function saysInterval({ params: { lower, upper } }: Sentence): boolean {
  return typeof lower === 'number' && typeof upper === 'number' && lower < upper;
}

function placeOf(metricId: string): number {
  return catalogue.findIndex(({ id }) => id === metricId);
}
