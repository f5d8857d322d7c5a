import { NO_DAY } from '../../engine/active-people.ts';
import { knowsSignUps, signUpDays } from '../join-days.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow, settledAfter } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';
import { activationOf, PROMPT_DAYS } from './activation-of.ts';

const word = wordsOf('resilience');

/** Z3. Sign-ups who spoke within 7 days, of sign-ups at least 7 days old, by the period they signed up in. */
export const activation: MetricModule = {
  id: 'Z3',
  dashboard: 'resilience',
  isCore: true,
  definitionVersion: 2,
  level: 2,
  needs: ['join-dates', 'messages'],
  countsPeopleAlone: true,
  chart: null,
  source: 'Wikimedia Growth team, activation',
  place: 'any',
  team: 'by-joining',
  pools: true,
  compute: (facts, { periods }) => {
    if (!knowsSignUps(facts)) return missing('join-dates');
    const days = signUpDays(facts);
    const rows = periods.map((period) => {
      let part = 0;
      let whole = 0;
      for (let person = 0; person < days.length; person += 1) {
        const day = days[person] ?? NO_DAY;
        if (day < period.firstDay || day > period.lastDay) continue;
        const activated = activationOf(facts, person);
        if (activated < 0) continue;
        whole += 1;
        part += activated;
      }
      return { ...periodRow(settledAfter(period, PROMPT_DAYS, facts.lastDay), word('activated')), part, whole };
    });
    return { kind: 'shares', draw: 'series', of: 'people', rows };
  },
};
