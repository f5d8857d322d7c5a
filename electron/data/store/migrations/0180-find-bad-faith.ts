import type { Migration } from './migration.ts';

/** Whether somebody ever reported in bad faith, without reading everything they reported: a bot reports without end. */
export const findBadFaith: Migration = {
  version: 180,
  name: 'find-bad-faith',
  up: (db) => db.exec("CREATE INDEX reports_in_bad_faith ON reports (reporter_member_id) WHERE state = 'invalid'"),
};
