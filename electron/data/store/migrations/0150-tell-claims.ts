import type { Migration } from './migration.ts';

/** Which reports Hearth has taken on their server, because somebody here holds the case, and has to give back. */
export const tellClaims: Migration = {
  version: 150,
  name: 'tell-claims',
  up: (db) =>
    db.exec(`
      -- Written before the request leaves: what may have arrived has to be given back too.
      CREATE TABLE told_claims (
        report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
        claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
        failures INTEGER NOT NULL DEFAULT 0,
        next_at INTEGER NOT NULL DEFAULT 0,
        -- The server said no to this claim: it is not asked again.
        refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1))
      ) STRICT;
    `),
};
