import type { RawHealth } from '../../raw-health.ts';
import type { Quantity } from './quantity.ts';

/** Answers the count that takes the place of another one, of which it says who is counted. */
export type ChangeQuantity = (count: number, quantity: Quantity) => number;

/**
 * Return, stay and life cycle with every count replaced that a reader can be told. Averages over cohorts are told as shares
 * alone; what came back is passed as well, for their sum can be worked out from a share of few. That nobody of a cohort
 * came back is hidden like a few who did: else each of the few beside it would be known to be one at least.
 */
export function mapHealthCounts(view: RawHealth, change: ChangeQuantity): RawHealth {
  const { level, retention, stay, lifeCycle, reciprocity } = view;
  const of = (count: number, what: string): number => change(count, { what: `L${level} ${what}` });
  const byCurve = (count: number, what: string): number => change(count, { what: `L${level} ${what}`, inBlocks: true });
  return {
    ...view,
    members: change(view.members, { what: 'members' }),
    activities: change(view.activities, { what: 'activities' }),
    retention: retention && {
      ...retention,
      joinedEarlier: of(retention.joinedEarlier, 'joined earlier'),
      rows: retention.rows.map((row) => {
        const cohort = { unit: retention.unit, index: row.cohort };
        const isEmpty = row.size === 0 && ({ cannotBe: true } as const);
        return {
          ...row,
          size: change(row.size, { what: `L${level} new`, span: cohort }),
          cells: row.cells.map((cell, interval) => {
            const who: Quantity =
              interval === 0
                ? { what: `L${level} new`, span: cohort }
                : { what: `L${level} ${returned(cell.complete, interval)}`, span: cohort, hidesZero: true, ...isEmpty };
            return { ...cell, returned: change(cell.returned, who) };
          }),
        };
      }),
      average: retention.average.map((one) => ({
        ...one,
        returned: change(one.returned, {
          what: `L${level} ${allReturnedAfter(retention.unit, one.interval)}`,
          hidesZero: true,
        }),
      })),
    },
    stay: stay && {
      ...stay,
      // Both are told as one number.
      lapsed: byCurve(stay.lapsed + stay.removed, `gone, gap ${stay.gap}`),
      removed: 0,
      censored: byCurve(stay.censored, `still here, gap ${stay.gap}`),
      tooRecent: byCurve(stay.tooRecent, `too recent, gap ${stay.gap}`),
      joinedEarlier: of(stay.joinedEarlier, 'joined earlier'),
    },
    lifeCycle:
      lifeCycle?.map((row, at) => {
        const inMonth = (count: number, what: string) => {
          const span = { unit: 'month', index: row.period } as const;
          const isKnown = count === 0 && at < (FIRST_PERIOD_WITH[what] ?? 0);
          return change(count, { what: `L${level} ${what}`, span, ...(isKnown && { cannotBe: true }) });
        };
        return {
          ...row,
          new: inMonth(row.new, 'new'),
          returning: inMonth(row.returning, 'returning'),
          resurrected: inMonth(row.resurrected, 'resurrected'),
          dormant: inMonth(row.dormant, 'dormant'),
          active: inMonth(row.active, 'active'),
        };
      }) ?? null,
    reciprocity: reciprocity && {
      ...reciprocity,
      people: change(reciprocity.people, { what: 'people with ties' }),
      arcs: change(reciprocity.arcs, { what: 'ties' }),
      returnedArcs: change(reciprocity.returnedArcs, { what: 'returned ties' }),
    },
  };
}

/** In an earlier one nobody can return, go quiet or come back, for they would have had to be there before. */
const FIRST_PERIOD_WITH: Readonly<Record<string, number>> = { returning: 1, dormant: 1, resurrected: 2 };

/** While the interval goes on, more may come back: it is in no average yet. */
const returned = (complete: boolean, interval: number): string =>
  complete ? returnedAfter(interval) : `returned so far after ${interval}`;

/** Of a cohort, who came back in an interval after it. */
export const returnedAfter = (interval: number): string => `returned after ${interval}`;
/** Of all cohorts that have reached an interval, who came back in it. */
export const allReturnedAfter = (unit: string, interval: number): string => `all returned ${unit} ${interval}`;
