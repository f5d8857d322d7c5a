import type { GroupResult } from '../../metrics/group-metric.ts';
import type { RawGaps, RawRates, RawShares } from '../../metrics/raw-result.ts';

/** Results by group that are made of rows with counts in a fixed order. */
export type CountedResult = RawShares | RawGaps | RawRates;
export type CountedRow = CountedResult['rows'][number];

/** True where a result has rows that can be audited one by one. */
export function isCounted(raw: GroupResult): raw is CountedResult {
  return raw.kind === 'shares' || raw.kind === 'gaps' || raw.kind === 'rates';
}

/** The counts of a row in a fixed order: part and whole, then those of all others where the row compares. */
export function countsOf(row: CountedRow): number[] {
  if ('group' in row) return [row.group.part, row.group.whole, row.rest.part, row.rest.whole];
  if ('events' in row) {
    return [row.events, row.exposure, ...(row.rest ? [row.rest.events, row.rest.exposure] : [])];
  }
  return [row.part, row.whole];
}

/** The same row with other counts, in the order of `countsOf`. */
export function withCounts<Row extends CountedRow>(
  row: Row,
  [part = 0, whole = 0, otherPart, otherWhole]: readonly number[],
): Row {
  if ('group' in row) {
    return { ...row, group: { part, whole }, rest: { part: otherPart ?? 0, whole: otherWhole ?? 0 } };
  }
  if ('events' in row) {
    const { perPerson: _, rest: others, ...told } = row;
    const rest = others ? { rest: { events: otherPart ?? 0, exposure: otherWhole ?? 0 } } : {};
    return { ...told, events: part, exposure: whole, ...rest } as Row;
  }
  return { ...row, part, whole };
}

/** A result with each row replaced. */
export function mapRows<Result extends CountedResult>(raw: Result, change: (row: CountedRow) => CountedRow): Result {
  // Rows keep the shape of their kind: `change` answers what `withCounts` makes of the row it got.
  return { ...raw, rows: raw.rows.map(change) } as Result;
}
