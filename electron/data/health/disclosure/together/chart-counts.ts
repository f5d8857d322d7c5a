import { assertNever } from '../../../../../shared/domain/assert-never.ts';
import type { RawGridCell, RawResult, RawRow } from '../../metrics/raw-result.ts';

/** Where a count stands in a chart. */
export interface CountPlace {
  /** Unlike any other of its chart, and the same again when the chart is made of the same period another time. */
  readonly id: string;
  readonly role: CountRole;
  readonly row?: RawRow & { readonly series?: string };
  /** Row and column of a grid. */
  readonly at?: { readonly down: number; readonly across: number };
}
export type CountRole = 'part' | 'whole' | 'count' | 'events' | 'exposure' | 'other' | 'followed' | 'people';

/** Answers the count that takes the place of another one. */
export type ChangeCount = (count: number, place: CountPlace) => number;

/**
 * A result with every count of people or things that a reader can be told replaced. Counts that only go into a formula stay:
 * they are rounded, and no reader sees them one by one.
 */
export function mapCounts(raw: RawResult, change: ChangeCount): RawResult {
  switch (raw.kind) {
    case 'shares': {
      const rows = raw.rows.map((row) => {
        const { part, whole } = share(row, row.id, change, row);
        return { ...row, part, whole };
      });
      return { ...raw, rows };
    }
    case 'counts':
      return {
        ...raw,
        rows: raw.rows.map((row) => ({ ...row, count: change(row.count, { id: row.id, role: 'count', row }) })),
      };
    case 'rates':
      return { ...raw, rows: raw.rows.map((row) => ({ ...row, ...rate(row, change) })) };
    case 'curves': {
      const series = raw.series.map((one) => ({
        ...one,
        followed: change(one.followed, { id: `${one.id}/followed`, role: 'followed', row: one }),
      }));
      return { ...raw, series };
    }
    case 'parts':
      return {
        ...raw,
        rows: raw.rows.map((row) => {
          const sum = row.counts.reduce((all, count) => all + count, 0);
          return {
            ...row,
            counts: row.counts.map((count, at) =>
              change(count, { id: `${row.id}/${raw.parts[at]?.id}`, role: 'part', row }),
            ),
            whole: change(row.whole ?? sum, { id: `${row.id}/whole`, role: 'whole', row }),
          };
        }),
      };
    case 'grid':
      return {
        ...raw,
        cells: raw.cells.map((row, down) => row.map((cell, across) => gridCell(cell, { down, across }, change))),
      };
    case 'gaps':
      return {
        ...raw,
        rows: raw.rows.map((row) => ({
          ...row,
          group: share(row.group, `${row.id}/group`, change, row),
          rest: share(row.rest, `${row.id}/rest`, change, row),
        })),
      };
    case 'numbers':
      return {
        ...raw,
        rows: raw.rows.map((row) => ({ ...row, people: change(row.people, { id: row.id, role: 'people', row }) })),
      };
    case 'missing':
      return raw;
    default:
      return assertNever(raw);
  }
}

interface Share {
  readonly part: number;
  readonly whole: number;
}

function share({ part, whole }: Share, id: string, change: ChangeCount, row: RawRow): Share {
  return {
    part: change(part, { id: `${id}/part`, role: 'part', row }),
    whole: change(whole, { id: `${id}/whole`, role: 'whole', row }),
  };
}

interface Rate {
  readonly events: number;
  readonly exposure: number;
}

function rate(row: RawRow & Rate & { readonly rest?: Rate }, change: ChangeCount): Rate & { readonly rest?: Rate } {
  const { id, events, exposure, rest } = row;
  return {
    events: change(events, { id: `${id}/events`, role: 'events', row }),
    exposure: change(exposure, { id: `${id}/exposure`, role: 'exposure', row }),
    ...(rest && {
      rest: {
        events: change(rest.events, { id: `${id}/rest/events`, role: 'other', row }),
        exposure: change(rest.exposure, { id: `${id}/rest/exposure`, role: 'other', row }),
      },
    }),
  };
}

function gridCell(
  cell: RawGridCell,
  at: { readonly down: number; readonly across: number },
  change: ChangeCount,
): RawGridCell {
  const id = `${at.down}/${at.across}`;
  if (cell === null) return cell;
  if ('count' in cell) return { ...cell, count: change(cell.count, { id, role: 'count', at }) };
  if ('median' in cell) return { ...cell, n: change(cell.n, { id, role: 'people', at }) };
  return {
    ...cell,
    part: change(cell.part, { id: `${id}/part`, role: 'part', at }),
    whole: change(cell.whole, { id: `${id}/whole`, role: 'whole', at }),
  };
}
