import { ArcLists } from '../../engine/arc-lists.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import type { RawEstimate, RawMissing } from '../raw-result.ts';
import { chanceReciprocity, type Reciprocity } from '../reciprocity.ts';
import type { MetricWindow, Period } from '../window.ts';
import { rowLabel } from './labels.ts';
import { distinctTiesOf, isCovered, lackOfTies, TIE_DAYS, tieDays } from './reply-graph.ts';

/** R8. Reciprocity of ties in the 90 days up to the end of a period, by ties and by pairs, beside what chance would give. */
export const reciprocalTies: MetricModule = {
  id: 'R8',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 3,
  level: 3,
  needs: ['messages', 'reply-links'],
  chart: 15,
  source: 'Hanneman and Riddle, Introduction to Social Network Methods, 8 (UCINET)',
  place: 'any',
  team: 'things',
  spanDays: TIE_DAYS,
  ...stepwise(function* (facts, window) {
    const periods = tiePeriods(facts, window);
    if (!Array.isArray(periods)) return periods;
    const networks: { readonly period: Period; readonly network: Reciprocity }[] = [];
    for (const period of periods) {
      const ties = new ArcLists();
      const { from, to } = yield* distinctTiesOf(facts, period);
      ties.add(from, to);
      networks.push({ period, network: yield* ties.reciprocity() });
    }
    const rowsOf = (series: string, formula: (counts: readonly number[]) => RawEstimate | undefined) =>
      networks.map(({ period, network }) => ({
        ...periodRow(period, rowLabel(series), series),
        unit: 'percent' as const,
        people: network.people,
        counts: [network.returnedArcs, network.arcs, network.people],
        formula,
        decimals: 0,
      }));
    const rows = [
      ...rowsOf('returnedTies', ([returned = 0, ties = 0]) => shareOf(returned, ties)),
      // Of two ties of a pair one is the other's return: linked pairs are ties less half of the returned ones.
      ...rowsOf('mutualPairs', ([returned = 0, ties = 0]) => shareOf(returned / 2, ties - returned / 2)),
      ...rowsOf('returnedByChance', ([, arcs = 0, people = 0]) => byChance(arcs, people)),
    ];
    return { kind: 'numbers', draw: 'series', rows };
  }),
};

function shareOf(part: number, whole: number): RawEstimate | undefined {
  return whole > 0 ? { value: (100 * Math.min(part, whole)) / whole } : undefined;
}

/** Rounded counts may hold more ties than people can have. */
function byChance(arcs: number, people: number): RawEstimate | undefined {
  const share = chanceReciprocity({ arcs, people });
  return share === undefined ? undefined : { value: 100 * Math.min(1, share) };
}

/** Periods for whose ends the data reach back 90 days; says what is missing where there is none. */
export function tiePeriods(facts: HealthFacts, window: MetricWindow): Period[] | RawMissing {
  const lack = lackOfTies(facts);
  if (lack) return lack;
  const periods = window.periods.filter((period) => isCovered(facts, tieDays(facts, period)));
  return periods.length === 0 ? missing('history') : periods;
}

/** The current period where it is one of `tiePeriods`; says what is missing where it is not. */
export function currentTiePeriod(facts: HealthFacts, window: MetricWindow): Period | RawMissing {
  const periods = tiePeriods(facts, window);
  if (!Array.isArray(periods)) return periods;
  return periods.find(({ index }) => index === window.current.index) ?? missing('history');
}
