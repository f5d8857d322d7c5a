import type { AccountEndRow, PersonRow } from './person-row.ts';

/**
 * What is known of one human by several accounts, as the row of the first: joined and spoke when the first of them did, on the
 * team where any of them is, and gone when the last of them ended, and as that one did.
 */
export function onePerson(rows: readonly PersonRow[]): PersonRow {
  const [first, ...others] = rows;
  if (!first) throw new RangeError('nobody has no account');
  return others.reduce(
    (one, other) => ({
      id: one.id,
      joined_at: earliest(one.joined_at, other.joined_at),
      is_staff: Math.max(one.is_staff, other.is_staff),
      ...lastEnd(one, other),
      spoke_at: earliest(one.spoke_at, other.spoke_at),
    }),
    first,
  );
}

/** The end of a person, from those of all their accounts: that of the last one; null while one of them lives. */
export function endOfPerson(
  accounts: readonly number[],
  ends: ReadonlyMap<number, AccountEndRow>,
): AccountEndRow | null {
  let last: AccountEndRow | null = null;
  for (const account of accounts) {
    const end = ends.get(account);
    if (!end) return null;
    if (last === null || end.at > last.at) last = end;
  }
  return last;
}

type End = Pick<PersonRow, 'ended_at' | 'ended_how'>;

function lastEnd(one: End, other: End): End {
  if (one.ended_at === null || other.ended_at === null) return { ended_at: null, ended_how: null };
  const { ended_at, ended_how } = other.ended_at > one.ended_at ? other : one;
  return { ended_at, ended_how };
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
