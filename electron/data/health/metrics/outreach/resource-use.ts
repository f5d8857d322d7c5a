import { firstDayOf, periodOf } from '../../calendar/periods.ts';
import { countActive } from '../../engine/active-people.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn } from '../period-series.ts';

const LEVEL = 0;

/**
 * Z24. Members who opened a help resource, of members seen, in the newest noted month of the current period; first those who
 * opened any, where that is known. Counts of single resources overlap, so that no sum of them is formed. A month and
 * not a quarter: how many distinct people opened a resource over several months can't be known without a log per person,
 * and none may exist.
 */
export const resourceUse: MetricModule = {
  id: 'Z24',
  dashboard: 'outreach',
  isCore: false,
  definitionVersion: 3,
  level: LEVEL,
  needs: ['resources', 'activity-days'],
  chart: null,
  source: 'The community itself: only a count per resource and month is kept',
  place: 'any',
  team: 'in-period',
  isSensitive: true,
  compute: (facts, { current }) => {
    const { resources, referrals } = facts.outreach;
    const to = lastDayIn(current, facts.lastDay);
    const inPeriod = referrals.filter(({ day }) => day >= current.firstDay && day <= to);
    if (resources.length === 0 || inPeriod.length === 0) return missing('resources');
    const month = Math.max(...inPeriod.map(({ day }) => periodOf('month', day)));
    const lastOfMonth = Math.min(firstDayOf('month', month + 1) - 1, to);
    const whole = countActive(facts.weeks(LEVEL), facts.people.count, firstDayOf('month', month), lastOfMonth);
    const opened = resources.map(() => 0);
    for (const { resource, day, people } of inPeriod) {
      if (periodOf('month', day) === month) opened[resource] = (opened[resource] ?? 0) + people;
    }
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'people',
      rows: [...resources.entries()]
        .sort(([, one], [, other]) => Number(other.isTogether) - Number(one.isTogether))
        .map(([resource, { name, isTogether }]) => ({
          id: isTogether ? `together/${resource}` : `resource/${resource}`,
          label: { name },
          // Two partners may have counted the same person: never more than were seen at all.
          part: Math.min(opened[resource] ?? 0, whole),
          whole,
        })),
    };
  },
};
