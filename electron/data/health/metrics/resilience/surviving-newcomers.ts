import { activeInOwnSpan, NO_DAY } from '../../engine/active-people.ts';
import { knowsNewcomers, newcomerDays } from '../join-days.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const LEVEL = 2;
/** Spoke again in day [30, 60) after the first. At least once more: Wikimedia's own query asks for more than once. */
const FROM = 30;
const FOLLOWED = 60;

/**
 * Z7. Newcomers with at least one further message in day [30, 60) after their first, of newcomers followed for 60 days.
 * A period holds those whose 60 days ended in it, so that no row changes later.
 */
export const survivingNewcomers: MetricModule = {
  id: 'Z7',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 2,
  level: LEVEL,
  needs: ['messages'],
  countsPeopleAlone: true,
  chart: null,
  source: 'Wikimedia, Research:Surviving new editor',
  place: 'any',
  team: 'by-joining',
  pools: true,
  compute: (facts, { periods }) => {
    if (!knowsNewcomers(facts)) return missing('messages');
    const joined = newcomerDays(facts);
    const earliest = (periods[0]?.firstDay ?? facts.firstDay) - FOLLOWED;
    // Who joined before is in no row, and looking through all of history for them would be in vain.
    const since = (days: number) => joined.map((day) => (day < earliest ? NO_DAY : day + days));
    const returned = activeInOwnSpan(facts.weeks(LEVEL), since(FROM), since(FOLLOWED - 1));
    const rows = periods.map((period) => {
      let part = 0;
      let whole = 0;
      for (let person = 0; person < joined.length; person += 1) {
        const day = joined[person] ?? NO_DAY;
        const followedTo = day + FOLLOWED;
        if (followedTo < period.firstDay || followedTo > Math.min(period.lastDay, facts.lastDay)) continue;
        whole += 1;
        part += returned[person] ?? 0;
      }
      return { ...periodRow(period, word('surviving')), part, whole };
    });
    return { kind: 'shares', draw: 'series', of: 'people', rows };
  },
};
