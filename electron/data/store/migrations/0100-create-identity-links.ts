import type { Migration } from './migration.ts';

/**
 * What joins members to the identity file: its key and the random numbers that stand for people there. No answer is kept in
 * this store, and no name or id of a member in that one: neither file alone says who answered what.
 */
export const createIdentityLinks: Migration = {
  version: 100,
  name: 'create-identity-links',
  up: (db) =>
    db.exec(`
      -- made is 0 while the file is being made or erased: what then lies on the disk is not to be relied on.
      CREATE TABLE identity_vault (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        key BLOB NOT NULL CHECK (length(key) = 32),
        made INTEGER NOT NULL CHECK (made IN (0, 1))
      ) STRICT;

      -- ordinal is random, so that neither the order of joining nor that of answering can be read from it.
      CREATE TABLE identity_links (
        member_id INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL UNIQUE
      ) STRICT;
    `),
};
