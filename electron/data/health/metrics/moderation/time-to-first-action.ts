import type { Instant } from '../../../../../shared/domain/ids.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { ReportFact } from '../../facts/moderation-facts.ts';
import { eventTimes, type FollowUp } from '../../statistics/event-times.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { hoursBetween } from '../period-places.ts';
import type { Period } from '../window.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('moderation');

/**
 * M2. Share of reports with a first action, by hours since they were made, for this period and the one before. A report
 * still open is censored at the end of the data, one that was closed without an action when it was closed.
 */
export const timeToFirstAction: MetricModule = {
  id: 'M2',
  dashboard: 'moderation',
  isCore: true,
  definitionVersion: 2,
  level: null,
  needs: ['reports', 'decisions'],
  chart: 20,
  source: 'Discourse, report flags_status; Kaplan and Meier 1958',
  place: 'any',
  team: 'things',
  knownZero: 'reports',
  compute: (facts, { current, previous }) => {
    if (facts.moderation.reports.length === 0) return missing('reports');
    const series = [curveOf('current', current, facts)];
    if (previous) series.push(curveOf('previous', previous, facts));
    return { kind: 'curves', time: 'hours', reads: 'rising', marks: [24], series };
  },
};

function curveOf(id: 'current' | 'previous', period: Period, facts: HealthFacts) {
  const from = facts.calendar.startOf(period.firstDay);
  const to = facts.calendar.startOf(period.lastDay + 1);
  const followUps = facts.moderation.reports
    .filter(({ openedAt }) => openedAt >= from && openedAt < to && openedAt < facts.cutOff)
    .map((report) => waitOf(report, facts.cutOff));
  const label = word(id === 'current' ? 'thisPeriod' : 'previousPeriod');
  return { id, label, period, table: eventTimes(followUps), followed: followUps.length };
}

function waitOf({ openedAt, firstActionAt, closedAt }: ReportFact, cutOff: Instant): FollowUp {
  if (firstActionAt !== null && firstActionAt <= cutOff) {
    return { time: hoursBetween(openedAt, firstActionAt), ending: 'event' };
  }
  return { time: hoursBetween(openedAt, Math.min(closedAt ?? cutOff, cutOff)), ending: 'censored' };
}
