import type { HealthFacts } from '../facts/health-facts.ts';
import type { SurveyKind, SurveyWave } from '../facts/survey-facts.ts';
import { meanScore, percentOf } from './formulas.ts';
import type { RawNumbers } from './raw-result.ts';

/** A survey with fewer answers is not shown at all (health.md E, 27). */
export const FEWEST_ANSWERS = 8;

/** Waves of a kind that enough people answered, up to the end of the data, newest first. */
export function wavesOf({ surveys, lastDay }: HealthFacts, kind: SurveyKind): SurveyWave[] {
  return surveys
    .filter((wave) => wave.kind === kind && wave.day <= lastDay && respondentsOf(wave) >= FEWEST_ANSWERS)
    .sort((a, b) => b.day - a.day);
}

/** People who answered at least one item. */
export function respondentsOf({ answers }: SurveyWave): number {
  return answers.filter((items) => items.some((answer) => !Number.isNaN(answer))).length;
}

type ScoreRow = Pick<RawNumbers['rows'][number], 'unit' | 'people' | 'counts' | 'formula' | 'decimals' | 'fewest'>;

/** Mean over all answers to all items, from the number of answers at each point of the scale. */
export function scoreOf(wave: SurveyWave): ScoreRow {
  const [lowest, highest] = wave.scale;
  const points = new Array<number>(highest - lowest + 1).fill(0);
  for (const items of wave.answers) {
    for (const answer of items) {
      if (Number.isNaN(answer)) continue;
      const point = nearestPoint(wave, answer) - lowest;
      points[point] = (points[point] ?? 0) + 1;
    }
  }
  const people = respondentsOf(wave);
  return {
    unit: 'score',
    people,
    counts: [people, ...points],
    formula: meanScore(lowest),
    decimals: 1,
    fewest: FEWEST_ANSWERS,
  };
}

/** The point of the scale an answer is nearest to; NaN for none. */
export function nearestPoint({ scale: [lowest, highest] }: SurveyWave, answer: number): number {
  return Math.min(highest, Math.max(lowest, Math.round(answer)));
}

/** Share agreeing with an item: answers above the middle of the scale; who left the item out is in neither part. */
export function agreementOf(wave: SurveyWave, item: number): ScoreRow {
  const middle = (wave.scale[0] + wave.scale[1]) / 2;
  const given = wave.answers.map((items) => items[item] ?? Number.NaN).filter((answer) => !Number.isNaN(answer));
  return {
    unit: 'percent',
    people: given.length,
    counts: [given.filter((answer) => answer > middle).length, given.length],
    formula: percentOf,
    decimals: 0,
    fewest: FEWEST_ANSWERS,
  };
}
