import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { getSetting, setSetting } from '../settings/settings.ts';
import { statement } from '../statement.ts';

/** From a local day on, the first of a quarter, the team is counted among members or not. */
export interface StoredTeamChange {
  readonly from: number;
  readonly isCounted: boolean;
}

// End with the id of the community, and go with it: see erase-community.
const ruleKey = (communityId: CommunityId) => `internal.teamCounted.${communityId}`;
const heldKey = (communityId: CommunityId) => `internal.teamHeldTo.${communityId}`;

/** What was chosen about counting the team, oldest first; before the first of them it is counted. */
export function readTeamChanges(db: ReadDb, communityId: CommunityId): readonly StoredTeamChange[] {
  const stored = getSetting(db, ruleKey(communityId));
  return Array.isArray(stored) ? stored.filter(isChange) : [];
}

/** Keeps what was chosen. The caller has seen to it that nothing that is in force changes. */
export function writeTeamChanges(db: WriteDb, communityId: CommunityId, changes: readonly StoredTeamChange[]): void {
  const plain = changes.map(({ from, isCounted }) => ({ from, isCounted }));
  setSetting(db, ruleKey(communityId), plain);
}

function isChange(value: unknown): value is StoredTeamChange {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('isCounted' in value)) return false;
  return typeof value.from === 'number' && typeof value.isCounted === 'boolean';
}

/** A quarter by its first and last local day. */
export interface QuarterDays {
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * Who is on the team in a quarter: whom the platform marks so, and who moderates or sits on the board by the records of that
 * time. Hosts and mentors are members who help. As it was when the quarter was first told, once it was.
 */
export function readTeam(db: ReadDb, communityId: CommunityId, quarter: QuarterDays): readonly number[] {
  const { firstDay, lastDay } = quarter;
  const heldTo = getSetting(db, heldKey(communityId));
  const rows =
    typeof heldTo === 'number' && firstDay <= heldTo
      ? statement<{ id: number }>(
          db,
          'SELECT member_id AS id FROM held_teams WHERE community_id = ? AND quarter = ? ORDER BY member_id',
        ).all(communityId, firstDay)
      : statement<{ id: number }>(db, TEAM).all({ communityId, firstDay, lastDay });
  return rows.map(({ id }) => id);
}

const TEAM = `SELECT id FROM members WHERE community_id = @communityId AND is_staff = 1 AND server IS NULL
  UNION SELECT member_id FROM member_roles WHERE community_id = @communityId AND role IN ('moderator', 'board')
    AND start_day <= @lastDay AND (end_day IS NULL OR end_day >= @firstDay)
  ORDER BY id`;

/** Keeps who is on the team in quarters that are about to be told for the first time, oldest first. */
export function holdTeams(db: WriteDb, communityId: CommunityId, quarters: readonly QuarterDays[]): void {
  const insert = statement(db, 'INSERT INTO held_teams (community_id, quarter, member_id) VALUES (?, ?, ?)');
  const before = getSetting(db, heldKey(communityId));
  let heldTo = typeof before === 'number' ? before : Number.NEGATIVE_INFINITY;
  for (const quarter of quarters) {
    if (quarter.firstDay <= heldTo) continue;
    for (const id of readTeam(db, communityId, quarter)) insert.run(communityId, quarter.firstDay, id);
    heldTo = quarter.firstDay;
  }
  if (Number.isFinite(heldTo)) setSetting(db, heldKey(communityId), heldTo);
}
