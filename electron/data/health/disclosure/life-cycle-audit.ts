import type { LifeCycleRow } from '../metrics/life-cycle.ts';
import { roundedCount } from './counts.ts';
import type { DisclosureRules } from './rules.ts';

const FLOWS = ['new', 'returning', 'resurrected', 'dormant', 'active'] as const;
type Flow = (typeof FLOWS)[number];

/** Rounded counts of one period; undefined is hidden. */
export type ShownFlows = Readonly<Record<Flow, number | undefined>>;

/** A reader must be left with at least this many whole numbers for every count that is too small (health.md C.4). */
const FEWEST_VALUES_LEFT = 5;

/**
 * Rounds a life cycle and hides, besides small counts, what would give them away: a reader knows that
 * active = new + returning + resurrected, and active before = returning + dormant. Each small count keeps at least five
 * possible values. The sums form a chain, so narrowing bounds sum by sum finds exactly what a reader could.
 */
export function hideWhatCanBeWorkedOut(rows: readonly LifeCycleRow[], rules: DisclosureRules): ShownFlows[] {
  const shown = rows.map(
    (row) =>
      Object.fromEntries(FLOWS.map((flow) => [flow, roundedCount(row[flow], rules)])) as Record<
        Flow,
        number | undefined
      >,
  );
  if (rules.threshold === 0) return shown;
  const small = rows.flatMap((row, at) =>
    FLOWS.filter((flow) => row[flow] > 0 && row[flow] <= rules.threshold).map((flow) => ({ at, flow })),
  );
  for (;;) {
    const bounds = narrow(shown, small, rules);
    const exposed = small.find(({ at, flow }) => valuesLeft(bounds[at]?.[flow]) < FEWEST_VALUES_LEFT);
    if (!exposed) return shown;
    const victim = smallestNeighbour(shown, exposed.at, exposed.flow);
    if (!victim) return shown;
    const period = shown[victim.at];
    if (period) period[victim.flow] = undefined;
  }
}

interface Cell {
  readonly at: number;
  readonly flow: Flow;
}

interface Bound {
  low: number;
  high: number;
}

function valuesLeft(bound: Bound | undefined): number {
  return bound ? bound.high - bound.low + 1 : 0;
}

/** The sums a reader can form, as total = parts. */
function sums(periods: number): { total: Cell; parts: Cell[] }[] {
  return Array.from({ length: periods }, (_, at) => at).flatMap((at) => {
    const active = {
      total: { at, flow: 'active' },
      parts: (['new', 'returning', 'resurrected'] as const).map((flow) => ({ at, flow })),
    } as const;
    const before = {
      total: { at: at - 1, flow: 'active' },
      parts: (['returning', 'dormant'] as const).map((flow) => ({ at, flow })),
    } as const;
    return at === 0
      ? [{ ...active, parts: [...active.parts] }]
      : [
          { ...active, parts: [...active.parts] },
          { ...before, parts: [...before.parts] },
        ];
  });
}

/** What a reader can work out about every cell from what is shown. */
function narrow(shown: readonly ShownFlows[], small: readonly Cell[], rules: DisclosureRules): Record<Flow, Bound>[] {
  const slack = Math.floor(rules.rounding / 2);
  const primary = new Set(small.map(({ at, flow }) => `${at} ${flow}`));
  const bounds = shown.map(
    (period, at) =>
      Object.fromEntries(
        FLOWS.map((flow): [Flow, Bound] => {
          const value = period[flow];
          // A hidden small count looks like any other hidden one, but a reader may guess that it is one.
          if (value === undefined)
            return [flow, { low: 0, high: primary.has(`${at} ${flow}`) ? rules.threshold : Number.POSITIVE_INFINITY }];
          if (value === 0) return [flow, { low: 0, high: 0 }];
          return [flow, { low: Math.max(rules.threshold + 1, value - slack), high: value + slack }];
        }),
      ) as Record<Flow, Bound>,
  );
  const relations = sums(shown.length);
  const boundOf = ({ at, flow }: Cell): Bound => bounds[at]?.[flow] ?? { low: 0, high: Number.POSITIVE_INFINITY };
  for (let changed = true; changed; ) {
    changed = false;
    for (const { total, parts } of relations) {
      const all = parts.map(boundOf);
      const low = all.reduce((sum, bound) => sum + bound.low, 0);
      const high = all.reduce((sum, bound) => sum + bound.high, 0);
      const whole = boundOf(total);
      if (tighten(whole, low, high)) changed = true;
      for (const [number, bound] of all.entries()) {
        const others = all.filter((_, other) => other !== number);
        const least = others.reduce((sum, other) => sum + other.low, 0);
        const most = others.reduce((sum, other) => sum + other.high, 0);
        if (tighten(bound, whole.low - most, whole.high - least)) changed = true;
      }
    }
  }
  return bounds;
}

function tighten(bound: Bound, low: number, high: number): boolean {
  const before = { ...bound };
  bound.low = Math.max(bound.low, low);
  bound.high = Math.min(bound.high, high);
  return bound.low !== before.low || bound.high !== before.high;
}

/**
 * The smallest shown count in a sum with a cell; ties by the order of the sums. Never the new ones: they stand in the
 * cohort table as well, so hiding them here would hide nothing.
 */
function smallestNeighbour(shown: readonly ShownFlows[], at: number, flow: Flow): Cell | undefined {
  const candidates = sums(shown.length)
    .map(({ total, parts }) => [...parts, total])
    .filter((cells) => cells.some((cell) => cell.at === at && cell.flow === flow))
    .flat()
    .filter((cell) => cell.flow !== 'new' && shown[cell.at]?.[cell.flow] !== undefined);
  let smallest: Cell | undefined;
  for (const cell of candidates) {
    const value = shown[cell.at]?.[cell.flow] ?? 0;
    if (!smallest || value < (shown[smallest.at]?.[smallest.flow] ?? 0)) smallest = cell;
  }
  return smallest;
}
