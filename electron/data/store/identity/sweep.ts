import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { IdentityStore } from './open-identity.ts';
import { removePeople } from './people.ts';
import { forgetToldOf } from './told-splits.ts';

/** True where questions are kept of a community that the main store no longer knows. */
export function hasErasedCommunity(identity: IdentityStore, main: ReadDb): boolean {
  const asked = statement<{ community: number }>(identity.db, 'SELECT DISTINCT community FROM questions').all();
  const find = statement(main, 'SELECT 1 FROM communities WHERE id = ?');
  return asked.some(({ community }) => find.get(community) === undefined);
}

/**
 * Removes what belongs to members and communities that the main store no longer knows: erasing a member there cuts the link,
 * and answers that are nobody's must not stay.
 */
export function sweepIdentity(identity: IdentityStore, main: ReadDb): void {
  const links = statement<{ ordinal: number }>(main, 'SELECT ordinal FROM identity_links').all();
  const communities = statement<{ id: number }>(main, 'SELECT id FROM communities').all();
  const linked = new Set(links.map(({ ordinal }) => ordinal));
  const known = new Set(communities.map(({ id }) => id));
  const people = statement<{ ordinal: number }>(identity.db, 'SELECT ordinal FROM people').all();
  const questions = statement<{ id: number; community: number }>(
    identity.db,
    'SELECT id, community FROM questions',
  ).all();
  const nobodys = people.map(({ ordinal }) => ordinal).filter((ordinal) => !linked.has(ordinal));
  const nowhere = questions.filter(({ community }) => !known.has(community));
  if (nobodys.length === 0 && nowhere.length === 0) return;
  identity.transaction((db) => {
    removePeople(db, nobodys);
    for (const { id, community } of nowhere) {
      statement(db, 'DELETE FROM questions WHERE id = ?').run(id);
      forgetToldOf(db, community);
    }
  });
  identity.forgetRemoved();
}
