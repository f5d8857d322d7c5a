import type { Migration } from './migration.ts';

/** Items of a platform's lists that this build can't read, kept as they came. */
export const keepUnreadItems: Migration = {
  version: 130,
  name: 'keep-unread-items',
  up: (db) =>
    db.exec(`
      -- item_key is the platform's id where it can be told, else a hash of the item. raw is JSON, cut off when too long, and
      -- NULL where nothing came or a community has too much of it. cursor is where the page began, so that a newer build can go back there.
      CREATE TABLE unread_items (
        id INTEGER PRIMARY KEY,
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        list TEXT NOT NULL,
        item_key TEXT NOT NULL,
        remote_id TEXT,
        position INTEGER NOT NULL,
        problem TEXT NOT NULL,
        raw TEXT,
        raw_length INTEGER NOT NULL,
        cursor TEXT,
        first_seen_at INTEGER NOT NULL,
        last_seen_at INTEGER NOT NULL,
        -- Which build tried last, how often, and when it tries again.
        tried_by TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_try_at INTEGER NOT NULL,
        -- 1 while the list is read again from before this item, which has not been met again so far.
        rereading INTEGER NOT NULL DEFAULT 0 CHECK (rereading IN (0, 1)),
        gone_at INTEGER,
        UNIQUE (community_id, list, item_key)
      ) STRICT;
      CREATE INDEX unread_items_by_remote_id ON unread_items (community_id, list, remote_id) WHERE remote_id IS NOT NULL;
    `),
};
