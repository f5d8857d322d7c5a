import type { HealthFacts } from '../../facts/health-facts.ts';
import type { SurveyKind } from '../../facts/survey-facts.ts';
import { missing } from '../missing.ts';
import type { RawMissing, RawNumbers } from '../raw-result.ts';
import { agreementOf, FEWEST_ANSWERS, wavesOf } from '../survey-score.ts';

/**
 * Share agreeing with each item of the newest wave of an anonymous survey, of all who answered the item. A wave with fewer
 * than eight answers is not there at all, and neither is one that fewer were asked in: in a team that small nobody would
 * be anonymous.
 */
export function agreement(facts: HealthFacts, kind: SurveyKind): RawNumbers | RawMissing {
  const [wave] = wavesOf(facts, kind).filter(({ invited }) => invited === 0 || invited >= FEWEST_ANSWERS);
  if (!wave) return missing('surveys');
  return {
    kind: 'numbers',
    draw: 'numbers',
    rows: wave.items.map((name, item) => ({ id: `item/${item + 1}`, label: { name }, ...agreementOf(wave, item) })),
  };
}
