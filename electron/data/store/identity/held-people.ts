import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { packOrdinals, unpackOrdinals } from './ordinal-set.ts';

/** Where each person is counted for a quarter. `quarter`: local day number of its first day. */
export interface HeldPeople {
  readonly quarter: number;
  readonly values: ReadonlyMap<number, string>;
}

/** What is held of a community under a name; undefined where nothing is. */
export function readHeldPeople(db: ReadDb, communityId: number, what: string): HeldPeople | undefined {
  const rows = statement<{ value: string; quarter: number; bits: Buffer }>(
    db,
    'SELECT value, quarter, bits FROM held_people WHERE community = ? AND what = ?',
  ).all(communityId, what);
  const [first] = rows;
  if (!first) return undefined;
  const values = rows.flatMap(({ value, bits }) => unpackOrdinals(bits).map((ordinal) => [ordinal, value] as const));
  return { quarter: first.quarter, values: new Map(values) };
}

/** Keeps where each person is counted, in place of what was held before. */
export function keepHeldPeople(db: WriteDb, communityId: number, what: string, { quarter, values }: HeldPeople): void {
  const byValue = new Map<string, number[]>();
  for (const [ordinal, value] of values) {
    const known = byValue.get(value);
    if (known) known.push(ordinal);
    else byValue.set(value, [ordinal]);
  }
  statement(db, 'DELETE FROM held_people WHERE community = ? AND what = ?').run(communityId, what);
  const insert = statement(
    db,
    'INSERT INTO held_people (community, what, value, quarter, bits) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [value, ordinals] of byValue) insert.run(communityId, what, value, quarter, packOrdinals(ordinals));
}
