import type { Migration } from './migration.ts';

/** Communities, the secrets to reach them, their members and their rules. */
export const createCommunities: Migration = {
  version: 10,
  name: 'create-communities',
  up: (db) =>
    db.exec(`
      CREATE TABLE communities (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        platform TEXT NOT NULL,
        base_url TEXT,
        account_remote_id TEXT,
        account_handle TEXT,
        connection TEXT NOT NULL,
        capabilities TEXT,
        time_zone TEXT NOT NULL DEFAULT 'UTC',
        holds_personal_data INTEGER NOT NULL DEFAULT 1 CHECK (holds_personal_data IN (0, 1)),
        created_at INTEGER NOT NULL,
        last_sync_at INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX communities_by_account ON communities (base_url, account_remote_id) WHERE base_url IS NOT NULL;

      -- Secrets stay in a table of their own so that no query for a community can return one by accident.
      CREATE TABLE credentials (
        community_id INTEGER PRIMARY KEY REFERENCES communities (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        access_token TEXT NOT NULL,
        client_id TEXT,
        client_secret TEXT,
        scopes TEXT NOT NULL,
        obtained_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE members (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        remote_id TEXT NOT NULL,
        handle TEXT NOT NULL DEFAULT '',
        display_name TEXT NOT NULL DEFAULT '',
        server TEXT,
        is_bot INTEGER NOT NULL DEFAULT 0,
        is_staff INTEGER NOT NULL DEFAULT 0,
        account_state TEXT NOT NULL DEFAULT 'active',
        joined_at INTEGER,
        first_seen_at INTEGER NOT NULL,
        fetched_at INTEGER,
        facts TEXT NOT NULL DEFAULT '{}',
        UNIQUE (community_id, remote_id)
      ) STRICT;

      -- A decision names a policy and its version, so versions are rows and never rewritten.
      CREATE TABLE policies (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        remote_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        since INTEGER NOT NULL,
        superseded_at INTEGER,
        UNIQUE (community_id, remote_id, version)
      ) STRICT;
    `),
};
