import { eventTimes, type FollowUp } from '../../statistics/event-times.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { actionDays } from './action-log.ts';
import { rowLabel } from './labels.ts';

/**
 * A6. Share of people who act again, by days since their first action (Kaplan–Meier), said at 180 days. Who has not acted
 * again is censored at the end of the data, or on the day their account ended.
 */
export const repeatActors: MetricModule = {
  id: 'A6',
  dashboard: 'advocacy',
  isCore: true,
  definitionVersion: 1,
  level: null,
  needs: ['campaigns'],
  chart: 18,
  source: 'Kaplan and Meier 1958; the form is Hearth’s own',
  place: 'any',
  team: 'by-joining',
  compute: (facts) => {
    const actions = actionDays(facts);
    if (actions.size === 0) return missing('campaigns');
    const followUps = Array.from(actions, ([person, [first = 0, second]]): FollowUp => {
      if (second !== undefined) return { time: second - first, ending: 'event' };
      const endDay = facts.people.endDay[person] ?? -1;
      const last = endDay < 0 ? facts.lastDay : Math.min(endDay, facts.lastDay);
      return { time: Math.max(0, last - first), ending: 'censored' };
    });
    const series = { id: 'all', label: rowLabel('actors'), table: eventTimes(followUps), followed: followUps.length };
    return { kind: 'curves', time: 'days', reads: 'rising', marks: [180], series: [series] };
  },
};
