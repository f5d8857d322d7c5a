import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { SpacePurpose } from '../../../../shared/domain/health/records.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { readActivitySpan, readSpaces } from '../../store/activities/message-queries.ts';
import { readMemberDays } from '../../store/activities/queries.ts';
import type { ReadDb } from '../../store/db.ts';
import { readPeople } from '../../store/members/people-queries.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import type { ActiveDays } from '../metrics/active-days.ts';
import { activeDaysOf } from './active-days-of.ts';
import type { HealthFacts, SpaceFacts } from './health-facts.ts';
import { type PersonPositions, personPositions } from './person-positions.ts';
import { readMessageTable } from './read-message-table.ts';
import { readModerationFacts } from './read-moderation-facts.ts';
import { readOutreachFacts } from './read-outreach-facts.ts';
import { peopleTable } from './read-people-table.ts';

export interface FactsRequest {
  readonly communityId: CommunityId;
  readonly now: Instant;
  /** Nothing after this local day is known: a frozen snapshot. Without it, the last complete day. */
  readonly asOf?: DayNumber;
  /** First local day whose messages are needed, given the last one. */
  readonly messagesFrom: (lastDay: DayNumber) => DayNumber;
}

/** Facts with what only the health room may use to join further files: who stands at which position. */
export interface ReadHealthFacts {
  readonly facts: HealthFacts;
  readonly positions: PersonPositions;
}

/**
 * Reads all that metrics count from one state of the store. Null where the community has no activities, or none by then.
 * Call it in a read snapshot: it lets other work run in between.
 */
export async function readHealthFacts(db: ReadDb, request: FactsRequest): Promise<ReadHealthFacts | null> {
  const { communityId, now } = request;
  const community = readCommunityFacts(db, communityId);
  const span = community && readActivitySpan(db, communityId);
  if (!community || !span) return null;
  const calendar = localDaysIn(community.timeZone);
  const firstDay = calendar.dayOf(span.firstAt);
  // The day of the last activity and the current day may still go on: the one before is the last complete one.
  const newest = calendar.dayOf(Math.min(span.lastAt, now));
  const lastDay = request.asOf === undefined || newest < request.asOf ? newest - 1 : request.asOf;
  if (lastDay < firstDay) return null;
  const cutOff = calendar.startOf(lastDay + 1);
  const rows = readPeople(db, communityId);
  const positions = personPositions(rows.map(({ id }) => id));
  const spaces = readSpaces(db, communityId);
  const placeOfSpace = new Map(spaces.map(({ id }, at) => [id, at]));
  const outreach = readOutreachFacts(db, communityId, { positions, calendar, lastDay });
  const messagesFrom = calendar.startOf(Math.max(firstDay, request.messagesFrom(lastDay)));
  const messages = await readMessageTable(
    db,
    communityId,
    { from: messagesFrom, to: cutOff - 1 },
    positions,
    (spaceId) => (spaceId === null ? -1 : (placeOfSpace.get(spaceId) ?? -1)),
  );
  const facts: HealthFacts = {
    timeZone: community.timeZone,
    calendar,
    firstDay,
    lastDay,
    cutOff,
    people: peopleTable(rows, { calendar, firstDay, lastDay, routeOf: outreach.routeOf }),
    days: rememberedDays((level) => activeDaysOf(readMemberDays(db, communityId, level), positions, lastDay)),
    messages,
    messagesFrom,
    spaces: spaces.map(({ name, purpose }): SpaceFacts => ({ name, purpose: purpose as SpacePurpose })),
    outreach: outreach.facts,
    surveys: outreach.surveys,
    moderation: readModerationFacts(db, communityId, positions, cutOff - 1, outreach.appeals),
  };
  return { facts, positions };
}

/** Each level is read once, when the first metric asks for it. */
function rememberedDays(read: (level: ActivityLevel) => ActiveDays): HealthFacts['days'] {
  const known = new Map<ActivityLevel, ActiveDays>();
  return (level) => {
    const found = known.get(level) ?? read(level);
    known.set(level, found);
    return found;
  };
}
