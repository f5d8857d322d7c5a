import type { HealthFacts } from '../../facts/health-facts.ts';
import type { SurveyWave } from '../../facts/survey-facts.ts';
import { percentOf } from '../formulas.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import type { RawNumbers } from '../raw-result.ts';
import { FEWEST_ANSWERS, wavesOf } from '../survey-score.ts';
import { rowLabel } from './labels.ts';

const MOST_EVENTS = 3;

/** A8. Share who agree with each item of a form after an event (included, valued, heard, plan to return); per event. */
export const eventInclusion: MetricModule = {
  id: 'A8',
  dashboard: 'advocacy',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['surveys'],
  chart: 27,
  source: 'CHAOSS, Inclusive Experience at Event',
  place: 'any',
  compute: (facts) => {
    const rows = wavesOf(facts, 'event-inclusion')
      .filter(({ event }) => facts.outreach.events[event] !== undefined)
      .slice(0, MOST_EVENTS)
      .flatMap((wave) => wave.items.map((_, item) => agreement(facts, wave, item)));
    return rows.length === 0 ? missing('surveys') : { kind: 'numbers', draw: 'numbers', rows };
  },
};

/** Agreeing is an answer above the middle of the scale; who left the item out is in neither part. */
function agreement(facts: HealthFacts, wave: SurveyWave, item: number): RawNumbers['rows'][number] {
  const middle = (wave.scale[0] + wave.scale[1]) / 2;
  const given = wave.answers.map((answers) => answers[item] ?? Number.NaN).filter((answer) => !Number.isNaN(answer));
  const event = facts.outreach.events[wave.event]?.name ?? '';
  return {
    id: `${wave.event}:${item}`,
    label: rowLabel('itemAtEvent', { item: wave.items[item] ?? '', event }),
    unit: 'percent',
    people: given.length,
    counts: [given.filter((answer) => answer > middle).length, given.length],
    formula: percentOf,
    decimals: 0,
    fewest: FEWEST_ANSWERS,
  };
}
