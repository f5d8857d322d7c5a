import type { HealthFacts } from '../../facts/health-facts.ts';
import type { SurveyKind } from '../../facts/survey-facts.ts';
import { percentOf } from '../formulas.ts';
import { missing } from '../missing.ts';
import type { RawMissing, RawNumbers } from '../raw-result.ts';
import { FEWEST_ANSWERS, wavesOf } from '../survey-score.ts';

/**
 * Share agreeing with each item of the newest wave of an anonymous survey: answers above the middle of the scale, of all
 * who answered the item. A wave with fewer than eight answers is not there at all, and neither is one that fewer were
 * asked in: in a team that small nobody would be anonymous.
 */
export function agreement(facts: HealthFacts, kind: SurveyKind): RawNumbers | RawMissing {
  const [wave] = wavesOf(facts, kind).filter(({ invited }) => invited === 0 || invited >= FEWEST_ANSWERS);
  if (!wave) return missing('surveys');
  const middle = (wave.scale[0] + wave.scale[1]) / 2;
  return {
    kind: 'numbers',
    draw: 'numbers',
    rows: wave.items.map((name, item) => {
      const answers = wave.answers.map((row) => row[item] ?? Number.NaN).filter((answer) => !Number.isNaN(answer));
      return {
        id: `item/${item + 1}`,
        label: { name },
        unit: 'percent',
        people: answers.length,
        counts: [answers.filter((answer) => answer > middle).length, answers.length],
        formula: percentOf,
        decimals: 0,
        fewest: FEWEST_ANSWERS,
      };
    }),
  };
}
