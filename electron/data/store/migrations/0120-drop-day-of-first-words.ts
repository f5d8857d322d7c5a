import type { Migration } from './migration.ts';

/** Who needs the day of somebody's first words makes it from the instant, in the zone of the community. */
export const dropDayOfFirstWords: Migration = {
  version: 120,
  name: 'drop-day-of-first-words',
  up: (db) => db.exec('ALTER TABLE member_firsts DROP COLUMN spoke_day'),
};
