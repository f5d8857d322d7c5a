import type { HealthFacts } from '../../facts/health-facts.ts';
import { isSpamAccount } from '../../facts/people-table.ts';
import { countDays, knowsSignUps, signUpDays } from '../join-days.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import type { RawCounts, RawMissing } from '../raw-result.ts';
import { weeksShown } from '../weeks-shown.ts';
import type { Period } from '../window.ts';
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
  compute: (facts, { periods }) => signUpsIn(facts, periods),
};

/** Z1 by week, as the catalogue has it. For the team alone: what leaves is told by whole quarters (health.md C.7.3). */
export const signUpsByWeek: MetricModule = {
  ...signUps,
  id: 'Z1_weeks',
  place: 'team',
  pools: false,
  tellsSettled: true,
  compute: (facts) => signUpsIn(facts, weeksShown(facts)),
};

function signUpsIn(facts: HealthFacts, periods: readonly Period[]): RawCounts | RawMissing {
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
}
