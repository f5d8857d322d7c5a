import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A field as it is stored: days as day numbers, months as their first day, yes as 1, people and other records as row numbers. */
export type StoredValue = string | number | null;
/** The fields of a record by name. */
export type StoredValues = Readonly<Record<string, StoredValue>>;

/** A record as it stands in its table. */
export interface StoredRecord {
  readonly id: number;
  readonly values: StoredValues;
}

/**
 * Puts what was removed back as it was. Call it in a transaction. Throws a HearthError where something newer stands in its
 * place, and whatever SQLite says where what it belonged to is gone.
 */
export type PutBack = (db: WriteDb) => void;

/** Which part of a kind's records is asked for. `query` is looked for in every text and name. */
export interface RecordPage {
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
}

/** How the records of one kind are read and written. Commands run in the transaction of their caller. */
export interface RecordStore {
  /** Newest first. Names stand for people and other records. */
  readonly page: (db: ReadDb, communityId: CommunityId, page: RecordPage) => readonly StoredRecord[];
  readonly total: (db: ReadDb, communityId: CommunityId, query: string) => number;
  /** As stored, with row numbers for people and other records. */
  readonly find: (db: ReadDb, communityId: CommunityId, id: number) => StoredRecord | undefined;
  /** The record with the same key, or undefined. */
  readonly findSame: (db: ReadDb, communityId: CommunityId, values: StoredValues) => StoredRecord | undefined;
  /** Whether rows of other kinds belong to this one, and would go with it. */
  readonly hasParts: (db: ReadDb, id: number) => boolean;
  readonly insert: (db: WriteDb, communityId: CommunityId, values: StoredValues) => number;
  readonly update: (db: WriteDb, communityId: CommunityId, id: number, values: StoredValues) => void;
  /** Removes a record with what only made sense beside it. Throws HearthError `not-found` and `record-in-use`. */
  readonly remove: (db: WriteDb, communityId: CommunityId, id: number) => PutBack;
}

/** A LIKE pattern that finds a text anywhere; null for none. */
export function patternOf(query: string): string | null {
  const words = query.trim();
  return words === '' ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}

/** A row of a record's statement: its number and its fields by name. */
export type RecordRow = Record<string, StoredValue> & { readonly id: number };

/** Parts a row into its number and its fields. */
export function toRecord({ id, ...values }: RecordRow): StoredRecord {
  return { id, values };
}
