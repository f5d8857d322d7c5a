import { bridgingInSteps } from '../../statistics/bridging.ts';
import { percentOf } from '../formulas.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { rowLabel } from './labels.ts';
import { currentTiePeriod } from './reciprocal-ties.ts';
import { tieDays, tiesOf } from './reply-graph.ts';

/** R11. Members with ties in two or more spaces, of members with any tie; and how many are the only link between spaces. */
export const bridgingMembers: MetricModule = {
  id: 'R11',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 2,
  level: 3,
  needs: ['messages', 'reply-links', 'spaces'],
  chart: null,
  source: 'Orbit model, bridges; Tarjan 1972',
  place: 'team',
  team: 'things',
  ...stepwise(function* (facts, window) {
    const period = currentTiePeriod(facts, window);
    if ('kind' in period) return period;
    const { from, to, space } = yield* tiesOf(facts, tieDays(facts, period));
    const known = Array.from(space.keys()).filter((at) => (space[at] ?? -1) >= 0);
    if (known.length === 0) return missing('spaces');
    const column = (values: Int32Array) => Int32Array.from(known, (at) => values[at] ?? 0);
    const { inSeveralSpaces, onlyLinks } = yield* bridgingInSteps(column(from), column(to), column(space));
    const withTie = new Uint8Array(facts.people.count);
    for (const [at, person] of from.entries()) {
      withTie[person] = 1;
      withTie[to[at] ?? 0] = 1;
    }
    const people = withTie.reduce((sum, has) => sum + has, 0);
    return {
      kind: 'numbers',
      draw: 'numbers',
      rows: [
        {
          id: 'several',
          label: rowLabel('inSeveralSpaces'),
          period,
          unit: 'percent',
          people,
          counts: [inSeveralSpaces, people],
          formula: percentOf,
          decimals: 0,
        },
        {
          id: 'links',
          label: rowLabel('onlyLinks'),
          period,
          unit: 'count',
          people,
          counts: [onlyLinks],
          formula: ([links = 0]) => ({ value: links }),
          decimals: 0,
        },
      ],
    };
  }),
};
