import { describe, expect, it } from 'vitest';
import type { SurveyWave } from '../../../../electron/data/health/facts/survey-facts.ts';
import { feelingHeard, senseOfCommunity } from '../../../../electron/data/health/metrics/connection/survey-scores.ts';
import { aDay, aFacts, aWindow } from '../../../builders/health-facts.ts';
import { resultOf } from '../../../builders/metric-results.ts';

const aWave = (day: string, answers: readonly (readonly number[])[], more: Partial<SurveyWave> = {}): SurveyWave => ({
  kind: 'feeling-heard',
  day: aDay(day),
  invited: 0,
  scale: [1, 5],
  items: ['Voice', 'Attention'],
  answers: answers.map((row) => Float64Array.from(row)),
  event: -1,
  ...more,
});

const eight = [
  [4, 5],
  [4, 4],
  [3, Number.NaN],
  [5, 5],
  [2, 3],
  [4, 4],
  [5, 4],
  [3, 4],
];

describe('R15 and R16, survey scores', () => {
  it('are the mean of all answers, with an interval by the number of people and a response rate', () => {
    const nobody = [Number.NaN, Number.NaN];
    const facts = aFacts({
      lastDay: '2026-06-30',
      surveys: [aWave('2026-05-01', [...eight, nobody], { invited: 20 })],
    });
    const { rows } = resultOf(feelingHeard, facts, 'numbers');
    const [score, response] = rows;
    // Fifteen answers: 1 two, 3 threes, 7 fours, 4 fives.
    expect(score?.counts).toEqual([8, 0, 1, 3, 7, 4]);
    const estimate = score?.formula(score.counts);
    const mean = (2 + 9 + 28 + 20) / 15;
    const spread = ((2 - mean) ** 2 + 3 * (3 - mean) ** 2 + 7 * (4 - mean) ** 2 + 4 * (5 - mean) ** 2) / 15;
    // Student's t with seven degrees of freedom: 2.364624.
    const reach = 2.364624 * Math.sqrt(spread / 7);
    expect(estimate?.value).toBeCloseTo(mean, 12);
    expect(estimate?.lower).toBeCloseTo(mean - reach, 5);
    expect(estimate?.upper).toBeCloseTo(mean + reach, 5);
    expect(response?.formula(response.counts)).toEqual({ value: 40 });
    expect(rows.map(({ people, fewest }) => [people, fewest])).toEqual([
      [8, 8],
      [8, 8],
    ]);
  });

  it('end where the scale does, and have no value from one answer', () => {
    const facts = aFacts({
      lastDay: '2026-06-30',
      surveys: [
        aWave(
          '2026-05-01',
          eight.map(() => [5, 5]),
        ),
      ],
    });
    const [score] = resultOf(feelingHeard, facts, 'numbers').rows;
    expect(score?.formula(score.counts)).toEqual({ value: 5, lower: 5, upper: 5 });
    expect(score?.formula([1, 0, 0, 0, 0, 2])).toBeUndefined();
  });

  it('are not shown for fewer than eight answers, other kinds, or a wave after the data', () => {
    const waves = [
      aWave('2026-05-01', eight.slice(1)),
      aWave('2026-05-01', eight, { kind: 'sense-of-community' }),
      aWave('2026-07-01', eight),
    ];
    const facts = aFacts({ lastDay: '2026-06-30', surveys: waves });
    expect(feelingHeard.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['surveys'] });
    expect(resultOf(senseOfCommunity, facts, 'numbers').rows).toHaveLength(1);
  });

  it('stand newest first', () => {
    const waves = [aWave('2026-01-01', eight), aWave('2026-05-01', eight, { invited: 10 })];
    const facts = aFacts({ lastDay: '2026-06-30', surveys: waves });
    expect(resultOf(feelingHeard, facts, 'numbers').rows.map(({ id }) => id)).toEqual([
      `score:${aDay('2026-05-01')}`,
      'response',
      `score:${aDay('2026-01-01')}`,
    ]);
  });
});
