import type { ActivityLevel } from '../../../shared/domain/activity.ts';
import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { readCommunityFacts } from '../store/activities/community-facts.ts';
import {
  type MemberDays,
  readActivityTotals,
  readJoinedAt,
  readMemberDays,
  readReplyArcs,
} from '../store/activities/queries.ts';
import type { ReadDb } from '../store/db.ts';
import type { DayNumber } from './calendar/civil-day.ts';
import { type LocalDays, localDaysIn } from './calendar/local-days.ts';
import { lifeCycle } from './metrics/life-cycle.ts';
import { reciprocity } from './metrics/reciprocity.ts';
import { returnTable } from './metrics/return-on-period.ts';
import { stayCurve } from './metrics/stay-curve.ts';
import type { RawHealth } from './raw-health.ts';

/** What to compute. */
export interface HealthQuestion {
  readonly communityId: CommunityId;
  readonly unit: 'week' | 'month';
  readonly level: ActivityLevel;
  readonly gapDays: number;
  readonly now: Instant;
}

/** Cohort tables end here: intervals beyond two years of weeks say nothing anybody reads. */
const MAX_INTERVALS = 104;

/** Computes all metrics of a community from its rollups. Throws HearthError `not-found`. */
export function computeHealth(db: ReadDb, question: HealthQuestion): RawHealth {
  const { communityId, unit, level, gapDays, now } = question;
  const community = readCommunityFacts(db, communityId);
  if (!community) throw new HearthError('not-found');
  const totals = readActivityTotals(db, communityId);
  const facts = {
    communityId,
    holdsPersonalData: community.holdsPersonalData,
    timeZone: community.timeZone,
    level,
    computedAt: now,
    cutOff: totals.lastAt,
    members: totals.members,
    activities: totals.activities,
  };
  if (totals.firstAt === null || totals.lastAt === null) {
    return { ...facts, retention: null, stay: null, lifeCycle: null, reciprocity: null };
  }
  const calendar = localDaysIn(community.timeZone);
  // The day of the last activity and the current day may still go on: the one before is the last complete one.
  const lastDay = calendar.dayOf(Math.min(totals.lastAt, now)) - 1;
  const memberDays = readMemberDays(db, communityId, level);
  const active = { people: memberDays.memberIds.length, offsets: memberDays.offsets, days: memberDays.days };
  const earlier = joinedBeforeData(db, communityId, memberDays, calendar, calendar.dayOf(totals.firstAt));
  const joinedEarlier = new Set(earlier.keys());
  const arcs = readReplyArcs(db, communityId);
  return {
    ...facts,
    retention: returnTable(active, { unit, lastDay, joinedEarlier, maxIntervals: MAX_INTERVALS }),
    stay: stayCurve(active, { lastDay, gap: gapDays, joinedEarlier: earlier }),
    lifeCycle: lifeCycle(active, { unit: 'month', lastDay, joinedEarlier }),
    reciprocity: arcs.from.length > 0 ? reciprocity(arcs.from, arcs.to) : null,
  };
}

/** People first seen later than this after the first stored day count as new, whenever their account was made. */
const EARLIER_WITHIN_DAYS = 90;

/**
 * People who joined before the first stored day and were met in its first 90 days, by position, with the day they joined:
 * their first message may lie before the data (health.md B.1, rule 6).
 */
function joinedBeforeData(
  db: ReadDb,
  communityId: CommunityId,
  { memberIds, offsets, days }: MemberDays,
  calendar: LocalDays,
  dataStart: DayNumber,
): Map<number, DayNumber> {
  const joinedAt = readJoinedAt(db, communityId);
  const earlier = new Map<number, DayNumber>();
  if (joinedAt.size === 0) return earlier;
  for (const [position, memberId] of memberIds.entries()) {
    const joined = joinedAt.get(memberId);
    if (joined === undefined) continue;
    const day = calendar.dayOf(joined);
    const met = days[offsets[position] ?? 0] ?? 0;
    if (day < dataStart && met < dataStart + EARLIER_WITHIN_DAYS) earlier.set(position, day);
  }
  return earlier;
}
