import { medianOfCounts } from '../formulas.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { wordsOf } from '../words-of.ts';
import { decisionsIn } from './decisions-in.ts';
import { instantsOf } from './instants-of.ts';
import { countsByDay } from './quantile-of-counts.ts';

const word = wordsOf('moderation');
const LONGEST_DAYS = 365;
/** As for a rate (B.5.7): of fewer appeals a median says nothing. */
const FEWEST_APPEALS = 10;

/** M6. Appeals made for each sanction, and appeals overturned (wholly, or in part) of those decided, in the current period. */
export const appeals: MetricModule = {
  id: 'M6',
  dashboard: 'moderation',
  isCore: true,
  definitionVersion: 1,
  level: null,
  needs: ['appeals', 'decisions'],
  chart: 23,
  source: 'Santa Clara Principles; Regulation (EU) 2022/2065, Article 15',
  place: 'any',
  team: 'things',
  knownZero: 'sanctions',
  pools: true,
  isSensitive: 'exported',
  compute: (facts, { current }) => {
    if (facts.moderation.appeals.length === 0) return missing('appeals');
    const sanctions = decisionsIn(facts, current.firstDay, current.lastDay).filter(
      ({ isSanction }) => isSanction,
    ).length;
    const within = instantsOf(facts, current);
    const made = facts.moderation.appeals.filter(({ receivedAt }) => within(receivedAt)).length;
    const decided = facts.moderation.appeals.filter(({ decidedAt, outcome }) => within(decidedAt) && outcome !== null);
    const ending = (id: 'overturned' | 'partly') => ({
      id,
      label: word(id === 'overturned' ? 'overturned' : 'partlyOverturned'),
      part: decided.filter(({ outcome }) => outcome === id).length,
      whole: decided.length,
    });
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'things',
      rows: [
        // An appeal may answer a sanction of a period before: never more of them than sanctions.
        { id: 'made', label: word('appealsMade'), part: Math.min(made, sanctions), whole: sanctions },
        ending('overturned'),
        ending('partly'),
      ],
    };
  },
};

/** Median whole days from an appeal to its decision, of those decided in the current period. */
export const appealTime: MetricModule = {
  ...appeals,
  id: 'M6_time',
  knownZero: 'appealsDecided',
  isCore: false,
  chart: null,
  compute: (facts, { current }) => {
    if (facts.moderation.appeals.length === 0) return missing('appeals');
    const within = instantsOf(facts, current);
    const days = facts.moderation.appeals.flatMap(({ receivedAt, decidedAt }) =>
      decidedAt !== null && within(decidedAt) ? [Math.floor((decidedAt - receivedAt) / MS_PER_DAY)] : [],
    );
    const row = { unit: 'days' as const, people: days.length, counts: countsByDay(days, LONGEST_DAYS) };
    return {
      kind: 'numbers',
      draw: 'numbers',
      rows: [
        { id: 'all', label: word('appealTime'), ...row, formula: medianOfCounts, decimals: 1, fewest: FEWEST_APPEALS },
      ],
    };
  },
};
