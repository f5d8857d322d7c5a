import type { LifeCycleRow } from '../metrics/life-cycle.ts';
import { roundedCount } from './counts.ts';
import { type DisclosureRules, FEWEST_VALUES_LEFT } from './rules.ts';

const FLOWS = ['new', 'returning', 'resurrected', 'dormant', 'active'] as const;
type Flow = (typeof FLOWS)[number];

/** Rounded counts of one period; undefined is hidden. */
export type ShownFlows = Readonly<Record<Flow, number | undefined>>;

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
    const exposed = small.filter(({ at, flow }) => valuesLeft(bounds[at]?.[flow]) < FEWEST_VALUES_LEFT);
    const victim = firstOf(exposed, (cell) => nearestShown(shown, cell));
    if (!victim) return shown;
    const period = shown[victim.at];
    if (period) period[victim.flow] = undefined;
  }
}

function firstOf<From, To>(items: readonly From[], find: (item: From) => To | undefined): To | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
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
  const primary = new Set(small.map(nameOf));
  const bounds = shown.map(
    (period, at) =>
      Object.fromEntries(
        FLOWS.map((flow): [Flow, Bound] => {
          const value = period[flow];
          // A hidden small count looks like any other hidden one, but a reader may guess that it is one.
          if (value === undefined)
            return [
              flow,
              { low: 0, high: primary.has(nameOf({ at, flow })) ? rules.threshold : Number.POSITIVE_INFINITY },
            ];
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
 * What to hide next for a cell: the smallest shown count in a sum with it; where its own sums are hidden already, in a sum
 * with one of those, and so on along the chain. Ties by the order of the sums.
 */
function nearestShown(shown: readonly ShownFlows[], cell: Cell): Cell | undefined {
  const relations = sums(shown.length).map(({ total, parts }) => [...parts, total]);
  const reached = new Set([nameOf(cell)]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    const cells = relations.filter((sum) => sum.some((one) => reached.has(nameOf(one)))).flat();
    const smallest = smallestOf(
      shown,
      cells.filter((one) => mayBeHidden(shown, one)),
    );
    if (smallest) return smallest;
    for (const one of cells) if (shown[one.at]?.[one.flow] === undefined) reached.add(nameOf(one));
  }
  return undefined;
}

/**
 * New people stand in the cohort table as well, so hiding them here would hide nothing; and that nobody can return, come
 * back or go quiet before there was a period to be active in, every reader knows.
 */
function mayBeHidden(shown: readonly ShownFlows[], { at, flow }: Cell): boolean {
  if (shown[at]?.[flow] === undefined || flow === 'new') return false;
  return flow === 'active' || at > 1 || (at === 1 && flow !== 'resurrected');
}

function smallestOf(shown: readonly ShownFlows[], cells: readonly Cell[]): Cell | undefined {
  const countOf = ({ at, flow }: Cell) => shown[at]?.[flow] ?? 0;
  return cells.reduce<Cell | undefined>(
    (smallest, cell) => (smallest === undefined || countOf(cell) < countOf(smallest) ? cell : smallest),
    undefined,
  );
}

function nameOf({ at, flow }: Cell): string {
  return `${at} ${flow}`;
}
