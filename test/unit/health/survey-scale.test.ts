import { describe, expect, it } from 'vitest';
import { feelingHeard } from '../../../electron/data/health/metrics/connection/survey-scores.ts';
import { surveyScale } from '../../../electron/data/health/metrics/survey-scale.ts';
import { aDay, aFacts, aWindow } from '../../builders/health-facts.ts';

const scale = surveyScale(feelingHeard, 'feeling-heard');

function factsWith(answers: readonly (readonly number[])[]) {
  return aFacts({
    firstDay: '2026-01-01',
    lastDay: '2026-06-30',
    surveys: [
      {
        kind: 'feeling-heard',
        day: aDay('2026-05-01'),
        invited: 40,
        scale: [1, 3],
        items: ['voice', 'respect'],
        answers: answers.map((row) => Float64Array.from(row)),
        event: -1,
      },
    ],
  });
}

function computed(answers: readonly (readonly number[])[]) {
  const facts = factsWith(answers);
  return scale.compute(facts, aWindow(facts));
}

describe('a survey item by item', () => {
  it('counts who chose each point of the scale, and leaves out who left an item out', () => {
    const answers = [...Array.from({ length: 5 }, () => [1, 3]), ...Array.from({ length: 4 }, () => [2, Number.NaN])];
    expect(computed(answers)).toMatchObject({
      kind: 'parts',
      parts: [
        { id: 'point1', side: 'below' },
        { id: 'point2', side: 'middle' },
        { id: 'point3', side: 'above' },
      ],
      rows: [
        { label: { name: 'voice' }, counts: [5, 4, 0] },
        { label: { name: 'respect' }, counts: [0, 0, 5] },
      ],
    });
  });

  it('does not show fewer than eight answers at all', () => {
    const seven = Array.from({ length: 7 }, () => [1, 2]);
    expect(computed(seven)).toMatchObject({
      kind: 'missing',
      needs: ['surveys'],
    });
  });
});
