import type { Migration } from './migration.ts';

/**
 * Which of a server's rules mean that minutes count. Platforms have no such categories of their own, but their rules do say
 * it. By the rule's remote id, so that a new wording of the rule keeps its lane.
 */
export const createRuleLanes: Migration = {
  version: 70,
  name: 'create-rule-lanes',
  up: (db) =>
    db.exec(`
      CREATE TABLE rule_lanes (
        community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        rule_remote_id TEXT NOT NULL,
        lane TEXT NOT NULL CHECK (lane IN ('crisis', 'outing')),
        PRIMARY KEY (community_id, rule_remote_id)
      ) STRICT, WITHOUT ROWID;
    `),
};
