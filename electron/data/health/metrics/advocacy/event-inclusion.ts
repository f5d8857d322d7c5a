import type { HealthFacts } from '../../facts/health-facts.ts';
import type { SurveyWave } from '../../facts/survey-facts.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import type { RawNumbers } from '../raw-result.ts';
import { agreementOf, wavesOf } from '../survey-score.ts';
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
  team: 'nameless',
  compute: (facts) => {
    const rows = wavesOf(facts, 'event-inclusion')
      .filter(({ event }) => facts.outreach.events[event] !== undefined)
      .slice(0, MOST_EVENTS)
      .flatMap((wave) => wave.items.map((_, item) => agreement(facts, wave, item)));
    return rows.length === 0 ? missing('surveys') : { kind: 'numbers', draw: 'numbers', rows };
  },
};

function agreement(facts: HealthFacts, wave: SurveyWave, item: number): RawNumbers['rows'][number] {
  const event = facts.outreach.events[wave.event]?.name ?? '';
  return {
    id: `${wave.event}:${item}`,
    label: rowLabel('itemAtEvent', { item: wave.items[item] ?? '', event }),
    ...agreementOf(wave, item),
  };
}
