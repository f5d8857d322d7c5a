import { isSpamAccount } from '../../facts/people-table.ts';
import { byWeek } from '../by-week.ts';
import { countDays, knowsSignUps, signUpDays } from '../join-days.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');

/** Z1. Accounts made in a period; those removed as spam before their first visible message are shown apart. */
export const signUps: MetricModule = {
  id: 'Z1',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['join-dates', 'account-ends'],
  chart: null,
  source: 'Discourse, report signups; Mastodon, measure new_users',
  place: 'any',
  team: 'by-joining',
  pools: true,
  compute: (facts, { periods }) => {
    if (!knowsSignUps(facts)) return missing('join-dates');
    const days = signUpDays(facts);
    const inPeriods = (series: string, counts: (person: number) => boolean) =>
      periods.map((period) => ({
        ...periodRow(period, word(series), series),
        count: countDays(days, period.firstDay, period.lastDay, counts),
      }));
    return {
      kind: 'counts',
      draw: 'series',
      of: 'people',
      rows: [
        ...inPeriods('signUps', (person) => !isSpamAccount(facts.people, person)),
        ...inPeriods('spam', (person) => isSpamAccount(facts.people, person)),
      ],
    };
  },
};

/** Z1 by week. */
export const signUpsByWeek = byWeek(signUps);
