import type { Instant } from '../../../../../shared/domain/ids.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { ReportFact } from '../../facts/moderation-facts.ts';
import { DAYS_PER_WEEK, HOURS_PER_DAY, hourOfWeek } from '../hour-of-week.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_HOUR } from '../period-places.ts';
import type { MetricWindow } from '../window.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('moderation');
const PROMPT_HOURS = 2;
const PROMPT_SHARE = 0.5;
/** An hour of the week with fewer reports than this says nothing (chart 26). */
const FEWEST_REPORTS = 5;

/**
 * M10. Hours of the week in which at least half of the reports get a first action within 2 hours, of those with enough reports
 * to say; and how many of the 168 these are. All periods under view together: single hours have few reports. A report that was
 * closed without an action says nothing of who was there.
 */
export const coverageHours: MetricModule = {
  id: 'M10',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 2,
  level: null,
  needs: ['reports', 'decisions'],
  chart: null,
  source: 'FediForum 2023, hours covered by moderators',
  place: 'team',
  team: 'helpers',
  compute: (facts, window) => {
    if (facts.moderation.reports.length === 0) return missing('reports');
    const hours = waitsByHour(facts, window).flat();
    const known = hours.filter((waits) => waits.length >= FEWEST_REPORTS);
    const covered = known.filter(
      (waits) => waits.filter((wait) => wait <= PROMPT_HOURS).length >= waits.length * PROMPT_SHARE,
    );
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'things',
      rows: [
        { id: 'all', label: word('coveredHours'), part: covered.length, whole: known.length },
        { id: 'known', label: word('knownHours'), part: known.length, whole: hours.length },
      ],
    };
  },
};

/** Median hours to the first action by weekday and hour of the report; a cell says nothing where half are still waiting. */
export const coverageClock: MetricModule = {
  ...coverageHours,
  id: 'M10_clock',
  chart: 26,
  compute: (facts, window) => {
    if (facts.moderation.reports.length === 0) return missing('reports');
    const week = waitsByHour(facts, window);
    return {
      kind: 'grid',
      unit: 'hours',
      of: 'things',
      fewest: FEWEST_REPORTS,
      rows: week.map((_, weekday) => word(`weekday${weekday}`)),
      columns: Array.from({ length: HOURS_PER_DAY }, (_, hour) => word('hour', { hour })),
      cells: week.map((day) => day.map((waits) => ({ median: medianOf(waits), n: waits.length }))),
    };
  },
};

/** Hours waited for a first action, by weekday and hour of the report; Infinity while there is none. */
function waitsByHour(facts: HealthFacts, { periods, current }: MetricWindow): number[][][] {
  const from = facts.calendar.startOf(periods[0]?.firstDay ?? current.firstDay);
  const week = Array.from({ length: DAYS_PER_WEEK }, () => Array.from({ length: HOURS_PER_DAY }, (): number[] => []));
  for (const report of facts.moderation.reports) {
    if (report.openedAt < from || !canBeSaid(report, facts.cutOff)) continue;
    const { weekday, hour } = hourOfWeek(facts.calendar, report.openedAt);
    const acted = report.firstActionAt !== null && report.firstActionAt <= facts.cutOff ? report.firstActionAt : null;
    week[weekday]?.[hour]?.push(acted === null ? Number.POSITIVE_INFINITY : (acted - report.openedAt) / MS_PER_HOUR);
  }
  return week;
}

/** A report without an action may still get one in time while it is younger than 2 hours, and none once it is closed. */
function canBeSaid({ openedAt, firstActionAt, closedAt }: ReportFact, cutOff: Instant): boolean {
  if (firstActionAt !== null) return openedAt <= cutOff;
  return closedAt === null && openedAt + PROMPT_HOURS * MS_PER_HOUR <= cutOff;
}

/** Median with the waiting last; NaN for none. */
function medianOf(waits: readonly number[]): number {
  const sorted = [...waits].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const high = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return (low + high) / 2;
}
