import type { Migration } from './migration.ts';

/**
 * How soon a community promises an answer to whoever asks for support; the currency of a campaign; which resource stands for all
 * of them together; and whom the harm of a report was done to.
 */
export const sayWhatNoPlatformTells: Migration = {
  version: 270,
  name: 'say-what-no-platform-tells',
  up: (db) =>
    db.exec(`
      -- A promise counts from the first day of a quarter on, a local day number, until the next one does. It is only ever
      -- written for a quarter that has not begun. hours null: from then on there is no promise of the community's own.
      CREATE TABLE reply_promises (
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        from_day INTEGER NOT NULL CHECK (from_day BETWEEN 7305 AND 47846),
        hours INTEGER CHECK (hours BETWEEN 1 AND 168),
        set_at INTEGER NOT NULL,
        PRIMARY KEY (community_id, from_day)
      ) STRICT, WITHOUT ROWID;

      -- ISO 4217. Amounts of a campaign without one are in no known currency, and in no sum.
      ALTER TABLE campaigns ADD COLUMN currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]');
      -- 1: its use counts everybody who opened any of the resources, each once.
      ALTER TABLE resources ADD COLUMN together INTEGER NOT NULL DEFAULT 0 CHECK (together IN (0, 1));

      -- Whom the harm of a report was done to, as a moderator says: no platform tells. member_id null: nobody in particular.
      CREATE TABLE report_harm (
        report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
        member_id INTEGER REFERENCES members (id) ON DELETE CASCADE,
        said_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX report_harm_by_member ON report_harm (member_id) WHERE member_id IS NOT NULL;
    `),
};
