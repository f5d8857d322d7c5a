import type { HealthFacts } from '../../facts/health-facts.ts';
import { absenceFactorOf, exactPercentOf } from '../formulas.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn } from '../period-series.ts';
import type { RawNumbers } from '../raw-result.ts';
import type { MetricWindow } from '../window.ts';
import { wordsOf } from '../words-of.ts';
import { decisionsIn } from './decisions-in.ts';

const word = wordsOf('moderation');
const SPAN_DAYS = 30;
/** Of a team smaller than this only the sentence is told (chart 25). */
const FEWEST_TO_DRAW = 4;

/** M9. How few moderators make half of the decisions, and the share of the busiest one; 30 days. Shown to the team alone. */
export const moderatorLoad: MetricModule = {
  id: 'M9',
  dashboard: 'moderation',
  isCore: true,
  definitionVersion: 1,
  level: null,
  needs: ['decisions'],
  chart: null,
  source: 'Discourse, report moderators_activity; CHAOSS, Contributor Absence Factor',
  place: 'team',
  team: 'helpers',
  knownZero: 'decisionsInDays',
  compute: (facts, window) => {
    if (facts.moderation.decisions.length === 0) return missing('decisions');
    const counts = decisionsPerModerator(facts, window);
    const whole = counts.reduce((sum, count) => sum + count, 0);
    return {
      kind: 'numbers',
      draw: 'numbers',
      rows: [
        factorRow(counts),
        {
          id: 'busiest',
          label: word('busiest'),
          ...told(counts),
          unit: 'percent',
          counts: [counts[0] ?? 0, whole],
          // All decisions are known, so a share of them is no estimate.
          formula: exactPercentOf,
        },
      ],
    };
  },
};

/** Shares of decisions, most first, so that the place of a row stands for nobody. Of a team under four the sentence alone. */
export const moderatorShares: MetricModule = {
  ...moderatorLoad,
  id: 'M9_load',
  isCore: false,
  chart: 25,
  compute: (facts, window) => {
    if (facts.moderation.decisions.length === 0) return missing('decisions');
    const counts = decisionsPerModerator(facts, window);
    const whole = counts.reduce((sum, count) => sum + count, 0);
    if (counts.length < FEWEST_TO_DRAW) return { kind: 'numbers', draw: 'numbers', rows: [factorRow(counts)] };
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'things',
      rows: counts.map((part, at) => ({
        id: `load/${at + 1}`,
        label: word('moderator', { number: at + 1 }),
        part,
        whole,
      })),
    };
  },
};

/** How few moderators make half of the decisions. */
function factorRow(counts: readonly number[]): RawNumbers['rows'][number] {
  return { id: 'all', label: word('absenceFactor'), ...told(counts), unit: 'count', counts, formula: absenceFactorOf };
}

/** The team knows how many it is: nothing is too few to be told to it. */
function told(counts: readonly number[]) {
  return { people: counts.length, decimals: 0, fewest: 1 };
}

/** Decisions per moderator in the 30 days up to the end of the current period, most first. Who they are is left behind. */
function decisionsPerModerator(facts: HealthFacts, { current }: MetricWindow): number[] {
  const last = lastDayIn(current, facts.lastDay);
  const counts = new Map<number, number>();
  for (const { by } of decisionsIn(facts, last - SPAN_DAYS + 1, last)) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}
