import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** Marks a member as automated, whatever its platform says. True when it was news. */
export function markAsBot(db: WriteDb, id: number): boolean {
  const sql = 'UPDATE members SET bot_marked = 1, is_bot = 1 WHERE id = ? AND bot_marked = 0';
  return statement(db, sql).run(id).changes > 0;
}
