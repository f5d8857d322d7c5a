import type Database from 'better-sqlite3';
import type { ReadDb } from './db.ts';
import { StoreError } from './store-error.ts';

/**
 * Read-only connections for work that needs one unchanging state for longer than a call: each piece of work has a
 * connection, and so a snapshot, to itself. Work beyond the number of connections waits its turn.
 */
export class ReadPool {
  readonly #all: Database.Database[] = [];
  readonly #free: Database.Database[] = [];
  readonly #waiting: { resolve(db: Database.Database): void; reject(error: StoreError): void }[] = [];

  /** Opens `size` connections at once: later there would be no key to open them with. */
  constructor(open: () => Database.Database, size: number) {
    try {
      for (let index = 0; index < size; index += 1) this.#all.push(open());
    } catch (error) {
      this.close();
      throw error;
    }
    this.#free.push(...this.#all);
  }

  async readSnapshot<T>(work: (db: ReadDb) => T | Promise<T>): Promise<T> {
    const db = await this.#take();
    try {
      db.exec('BEGIN');
      // The snapshot is taken by the first read, not by BEGIN.
      db.prepare('SELECT 1 FROM sqlite_schema').get();
      return await work(db as unknown as ReadDb);
    } finally {
      this.#giveBack(db);
    }
  }

  close(): void {
    this.#free.length = 0;
    for (const { reject } of this.#waiting.splice(0)) reject(new StoreError('vault-locked'));
    for (const db of this.#all.splice(0)) db.close();
  }

  #take(): Promise<Database.Database> {
    const db = this.#free.pop();
    if (db) return Promise.resolve(db);
    if (this.#all.length === 0) return Promise.reject(new StoreError('vault-locked'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
  }

  #giveBack(db: Database.Database): void {
    if (!db.open) return;
    if (db.inTransaction) db.exec('ROLLBACK');
    const next = this.#waiting.shift();
    if (next) next.resolve(db);
    else this.#free.push(db);
  }
}
