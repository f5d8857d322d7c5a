import type Database from 'better-sqlite3';

declare const access: unique symbol;

/** A connection that may only read. Queries take this, so a query that writes does not compile. */
export type ReadDb = Pick<Database.Database, 'prepare' | 'readonly'> & { readonly [access]: 'read' | 'write' };

/** The one connection that may write. Commands take this, and each command is one transaction. */
export type WriteDb = Database.Database & { readonly [access]: 'write' };
