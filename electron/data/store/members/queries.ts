import type { MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { MemberRow } from './row.ts';

/** One member, or null. */
export function findMember(db: ReadDb, id: MemberId): MemberRow | null {
  return statement<MemberRow>(db, 'SELECT * FROM members WHERE id = ?').get(id) ?? null;
}
