import { canonicalJson, type Json } from '../audit/canonical-json.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** Reads one setting; undefined when it was never set. What it may hold is declared in shared/settings. */
export function getSetting(db: ReadDb, key: string): Json | undefined {
  const row = statement<{ value: string }>(db, 'SELECT value FROM settings WHERE key = ?').get(key);
  return row && (JSON.parse(row.value) as Json);
}

/** Every setting that was ever set. */
export function getAllSettings(db: ReadDb): ReadonlyMap<string, Json> {
  const rows = statement<{ key: string; value: string }>(db, 'SELECT key, value FROM settings ORDER BY key').all();
  return new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as Json]));
}

/** Sets one setting. The caller has checked the value against its definition. */
export function setSetting(db: WriteDb, key: string, value: Json): void {
  const sql = 'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
  statement(db, sql).run(key, canonicalJson(value));
}

/** Forgets a setting, so that its default counts again. */
export function removeSetting(db: WriteDb, key: string): void {
  statement(db, 'DELETE FROM settings WHERE key = ?').run(key);
}
