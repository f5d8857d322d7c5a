import type { ChartPeriod, MetricChart } from '../../../../shared/domain/health/chart.ts';
import { teamMeasures } from '../../../../shared/domain/health/split.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SplitFiles, SplitPage, SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { DataContext } from '../../service/context.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { findNewestRelease } from '../../store/health-releases/queries.ts';
import { type DayNumber, dayNumberOfIsoDate, isoDateOf } from '../calendar/civil-day.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import { firstDayOf, periodOf } from '../calendar/periods.ts';
import { type FrozenQuarter, newestFrozenQuarter, periodOfQuarter } from '../dashboard/frozen-quarter.ts';
import { identityRulesOf } from '../disclosure/community-rules.ts';
import { derive } from '../disclosure/derive.ts';
import { reviveRelease } from '../disclosure/revive-release.ts';
import { besideEarlier, type EarlierChart } from '../disclosure/split/beside-earlier.ts';
import { coverageChart } from '../disclosure/split/coverage-chart.ts';
import { notesOfYear } from './notes-of-year.ts';
import { nameOf } from './told-book.ts';

/**
 * A split as a screen or a picture shows it: coverage as a chart, what the community did meanwhile, and the rows beside those
 * of the newest quarter that was told before. All of it was told already; nothing is counted for it.
 */
export function splitPage(
  context: DataContext,
  view: Published<SplitView>,
  quarter: FrozenQuarter | null,
): Published<SplitPage> {
  const rules = identityRulesOf(context.read, view.communityId as CommunityId, quarter ? 'export' : 'team');
  const earlier = earlierOf(context, view, quarter);
  const files = filesOf(context, view);
  return derive(view, () => {
    const page: Omit<SplitPage, 'earlier'> = {
      ...view,
      ...(quarter ? {} : noted(context, view)),
      quarter: quarter && periodOfQuarter(quarter.firstDay),
      coverageChart: coverageChart(view.coverage, rules),
      files,
    };
    return earlier ? beside(page, earlier) : { ...page, earlier: null };
  });
}

/** The charts of a week with what was done in the year that ends with it. */
function noted(context: DataContext, { communityId, snapshotDay, chart, beside }: SplitView) {
  const annotations = notesOfYear(context.read, communityId as CommunityId, dayOf(snapshotDay));
  const withNotes = (one: MetricChart): MetricChart => ({ ...one, annotations });
  return { chart: chart && withNotes(chart), beside: beside.map(withNotes) };
}

interface Earlier {
  readonly view: Published<SplitView>;
  readonly period: ChartPeriod;
}

/** What the newest quarter that ended before told of the same; null where none did. */
function earlierOf(context: DataContext, view: SplitView, quarter: FrozenQuarter | null): Earlier | null {
  const communityId = view.communityId as CommunityId;
  // A quarter that ends with the day a week is of is over for that week.
  const first = quarter?.firstDay ?? firstDayOf('quarter', periodOf('quarter', dayOf(view.snapshotDay) + 1));
  const found = findNewestRelease(context.read, { communityId, kind: 'quarter', upTo: first - 1 }, nameOf(view));
  if (!found) return null;
  return { view: reviveRelease<SplitView>(found.released), period: periodOfQuarter(found.period) };
}

function beside(page: Omit<SplitPage, 'earlier'>, { view: before, period }: Earlier): SplitPage {
  const few = Math.max(page.threshold, before.threshold) + page.rounding - 1;
  const asked = page.questionVersion === before.questionVersion;
  const compared = (chart: MetricChart | null, then: MetricChart | null) =>
    (asked && chart && then && besideEarlier(chart, { chart: then, period, few } satisfies EarlierChart)) || null;
  const chart = compared(page.chart, before.chart);
  const coverageThen = { ...page.coverageChart, shape: before.coverage };
  return {
    ...page,
    chart: chart ?? page.chart,
    coverageChart: compared(page.coverageChart, coverageThen) ?? page.coverageChart,
    earlier: { quarter: period, isCompared: chart !== null },
  };
}

/** What files are of. No number is counted to know it. */
function filesOf(context: DataContext, { communityId, measure, cross }: SplitView): SplitFiles {
  if (teamMeasures.includes(measure)) return { state: 'team' };
  if (cross !== 'none') return { state: 'crossed' };
  try {
    const { firstDay } = newestFrozenQuarter(context, communityId as CommunityId);
    return { state: 'quarter', quarter: periodOfQuarter(firstDay) };
  } catch (error) {
    if (!(error instanceof HearthError)) throw error;
    const { from } = error.code === 'quarter-open' ? (error.detail ?? {}) : {};
    const community = readCommunityFacts(context.read, communityId as CommunityId);
    if (typeof from !== 'number' || !community) return { state: 'none' };
    return { state: 'open', from: isoDateOf(localDaysIn(community.timeZone).dayOf(from)) };
  }
}

function dayOf(isoDate: string): DayNumber {
  const day = dayNumberOfIsoDate(isoDate);
  if (day === undefined) throw new RangeError('a snapshot is of a day');
  return day;
}
