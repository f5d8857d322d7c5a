import type { HealthFacts } from '../../facts/health-facts.ts';
import type { SurveyKind } from '../../facts/survey-facts.ts';
import { exactPercentOf } from '../formulas.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import type { RawMissing, RawNumbers } from '../raw-result.ts';
import { FEWEST_ANSWERS, respondentsOf, scoreOf, wavesOf } from '../survey-score.ts';
import { rowLabel } from './labels.ts';

const MOST_WAVES = 4;

/** R15. Mean of the items of an anonymous survey on feeling heard, with how many of those asked answered. */
export const feelingHeard: MetricModule = {
  id: 'R15',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 1,
  level: null,
  needs: ['surveys'],
  chart: 27,
  source: 'Roos, Postmes and Koudenburg 2023, 10.1371/journal.pone.0292865',
  place: 'any',
  team: 'nameless',
  compute: (facts) => scoresOf(facts, 'feeling-heard'),
};

/** R16. Mean of the items of an anonymous survey on the sense of community, with how many of those asked answered. */
export const senseOfCommunity: MetricModule = {
  id: 'R16',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['surveys'],
  chart: 27,
  source: 'Peterson and others 2008, Brief Sense of Community Scale',
  place: 'any',
  team: 'nameless',
  compute: (facts) => scoresOf(facts, 'sense-of-community'),
};

/** The newest wave with its response rate, then the scores of earlier ones. */
function scoresOf(facts: HealthFacts, kind: SurveyKind): RawNumbers | RawMissing {
  const waves = wavesOf(facts, kind).slice(0, MOST_WAVES);
  const [newest, ...earlier] = waves;
  if (!newest) return missing('surveys');
  const score = (wave: typeof newest) => ({
    id: `score:${wave.day}`,
    label: rowLabel('score', { start: wave.day * MS_PER_DAY }),
    ...scoreOf(wave),
  });
  const answered = respondentsOf(newest);
  const response = {
    id: 'response',
    label: rowLabel('responseRate'),
    unit: 'percent' as const,
    people: answered,
    counts: [answered, newest.invited],
    // The people who were asked are all there are: the rate is no estimate.
    formula: exactPercentOf,
    decimals: 0,
    fewest: FEWEST_ANSWERS,
  };
  const rates = newest.invited >= answered ? [response] : [];
  return { kind: 'numbers', draw: 'numbers', rows: [score(newest), ...rates, ...earlier.map(score)] };
}
