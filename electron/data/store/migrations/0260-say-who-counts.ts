import type { Migration } from './migration.ts';

/**
 * Accounts of which their owner said that they are one person's, and who was on the team in a quarter in which the team is not
 * counted among members. Both for counting alone: nothing else reads them.
 */
export const sayWhoCounts: Migration = {
  version: 260,
  name: 'say-who-counts',
  up: (db) =>
    db.exec(`
      -- day: when they said so, as a local day number. how: where.
      CREATE TABLE linked_accounts (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        account_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
        same_as_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE CHECK (same_as_id <> account_id),
        day INTEGER NOT NULL CHECK (day BETWEEN 7305 AND 47846),
        how TEXT NOT NULL CHECK (how IN ('own-profile', 'told-team', 'survey'))
      ) STRICT;
      -- A link has no direction: two accounts are linked once.
      CREATE UNIQUE INDEX linked_accounts_once
        ON linked_accounts (min(account_id, same_as_id), max(account_id, same_as_id));
      CREATE INDEX linked_accounts_by_community ON linked_accounts (community_id);
      CREATE INDEX linked_accounts_by_account ON linked_accounts (account_id);
      CREATE INDEX linked_accounts_by_other ON linked_accounts (same_as_id);

      -- quarter: local day number of its first day. Held from when a quarter was told first, so that who joins the team later
      -- is not taken out of numbers that were told with them.
      CREATE TABLE held_teams (
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        quarter INTEGER NOT NULL,
        member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
        PRIMARY KEY (community_id, quarter, member_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX held_teams_by_member ON held_teams (member_id);
    `),
};
