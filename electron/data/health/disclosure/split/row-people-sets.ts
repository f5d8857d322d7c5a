import { type MemberBits, NOBODY, unionOf } from '../member-set.ts';
import type { CountedResult } from './row-counts.ts';
import { countsOf } from './row-counts.ts';
import type { RowPeople } from './row-people.ts';
import type { SplitTable } from './split-table.ts';
import type { HoldableRow } from './told-memory.ts';

/** The rows of a table as they are compared with what was told before. */
export function holdableRows({ raw, rows }: Pick<SplitTable, 'raw' | 'rows'>): readonly HoldableRow[] {
  const people = new Map(rows.map((row) => [row.id, row]));
  return raw.rows.map((row) => {
    const behind = people.get(row.id);
    return {
      id: row.id,
      counts: countsOf(row),
      people: behind ? [...behind.counted, ...behind.having] : [],
      cells: behind ? cellsOf(raw, behind) : [],
    };
  });
}

/** Who is in each count of a row, in the order of `countsOf`; empty for what happens to people: that has no set of them. */
function cellsOf({ kind }: CountedResult, { counted, having }: RowPeople): readonly MemberBits[] {
  const [group = NOBODY, rest = NOBODY] = counted;
  if (kind === 'gaps') return [having[0] ?? NOBODY, group, having[1] ?? NOBODY, rest];
  return kind === 'shares' ? [group, unionOf(group, rest)] : [];
}
