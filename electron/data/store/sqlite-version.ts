import Database from 'better-sqlite3';

/** The version of SQLite in the database addon. Loads the addon, and so shows at the start whether it can be loaded. */
export function sqliteVersion(nativeBinding?: string): string {
  const db = new Database(':memory:', nativeBinding ? { nativeBinding } : {});
  try {
    return (db.prepare('SELECT sqlite_version() AS version').get() as { version: string }).version;
  } finally {
    db.close();
  }
}
