import type { Migration } from './migration.ts';

/**
 * Who says that an account ended or is automated, so that a platform can take back what it told and never what a person wrote
 * down; and the hashtags of campaigns.
 */
export const tellWhoSaidIt: Migration = {
  version: 230,
  name: 'tell-who-said-it',
  up: (db) =>
    db.exec(`
      -- 'platform': it may take it back. 'hand' without an end: a person says that it lives. Whatever end stood here before was
      -- written by hand, and so it counts where this is null.
      ALTER TABLE members ADD COLUMN ended_by TEXT CHECK (ended_by IN ('platform', 'hand'));
      -- is_bot is what counts: one of these two.
      ALTER TABLE members ADD COLUMN bot_told INTEGER NOT NULL DEFAULT 0 CHECK (bot_told IN (0, 1));
      ALTER TABLE members ADD COLUMN bot_marked INTEGER NOT NULL DEFAULT 0 CHECK (bot_marked IN (0, 1));
      UPDATE members SET bot_told = 1 WHERE is_bot = 1;
      CREATE INDEX members_marked_bots ON members (community_id, id) WHERE bot_marked = 1;
      ALTER TABLE campaigns ADD COLUMN hashtags TEXT;
    `),
};
