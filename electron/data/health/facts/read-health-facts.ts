import type { SpacePurpose } from '../../../../shared/domain/health/records.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { Turns } from '../../service/turns.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { readActivitySpan, readSpaces } from '../../store/activities/message-queries.ts';
import { readPersonDays } from '../../store/activities/person-weeks.ts';
import type { ReadDb } from '../../store/db.ts';
import { readLinkedPersons } from '../../store/members/linked-persons.ts';
import { peoplePages } from '../../store/members/people-queries.ts';
import type { PersonRow } from '../../store/members/person-row.ts';
import { readTagWeeks } from '../../store/outreach/tag-measures.ts';
import { listPromises } from '../../store/promises/promises.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import type { HealthFacts, SpaceFacts } from './health-facts.ts';
import { isSpamAccount, type PeopleTable } from './people-table.ts';
import { PeopleWeeks, rememberedWeeks } from './people-weeks.ts';
import { type PersonPositions, personPositions } from './person-positions.ts';
import { readMessageTable } from './read-message-table.ts';
import { readModerationFacts } from './read-moderation-facts.ts';
import { readOutreachFacts } from './read-outreach-facts.ts';
import { peopleTable } from './read-people-table.ts';
import { readTeamOut, type TeamOut } from './read-team-out.ts';
import { readUpheldThreads } from './read-upheld-threads.ts';

/** Weeks of platforms begin by UTC; whichever local day that is, a week is told by its Monday. */
const MS_PER_DAY = 86_400_000;

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
  /** The team, where it is not counted throughout: `factsByTeam` leaves it out. */
  readonly team: TeamOut | null;
}

/**
 * Reads all that metrics count from one state of the store. Null where the community has no activities, or none by then.
 * Call it in a read snapshot: it lets other work run in between. Rejects with HearthError `cancelled` as the turns do.
 */
export async function readHealthFacts(
  db: ReadDb,
  request: FactsRequest,
  turns: Turns = new Turns(),
): Promise<ReadHealthFacts | null> {
  const { communityId, now } = request;
  const community = readCommunityFacts(db, communityId);
  const known = community && readActivitySpan(db, communityId);
  if (!community || !known) return null;
  const calendar = localDaysIn(community.timeZone);
  const firstDay = calendar.dayOf(known.firstAt);
  // The day of the last activity and the current day may still go on: the one before is the last complete one.
  const newest = calendar.dayOf(Math.min(known.lastAt, now));
  const lastDay = request.asOf === undefined || newest < request.asOf ? newest - 1 : request.asOf;
  if (lastDay < firstDay) return null;
  const cutOff = calendar.startOf(lastDay + 1);
  turns.progress('people', 0, null);
  const rows = await everybody(db, communityId, turns);
  const positions = personPositions(
    rows.map(({ id }) => id),
    readLinkedPersons(db, communityId),
  );
  const spaces = readSpaces(db, communityId);
  const placeOfSpace = new Map(spaces.map(({ id }, at) => [id, at]));
  await turns.next();
  const outreach = readOutreachFacts(db, communityId, { positions, calendar, lastDay });
  await turns.next();
  const people = peopleTable(rows, {
    calendar,
    firstDay,
    lastDay,
    dataBegin: community.dataBegin,
    routeOf: outreach.routeOf,
  });
  await turns.next();
  const messagesFrom = calendar.startOf(Math.max(firstDay, request.messagesFrom(lastDay)));
  const span = { from: messagesFrom, to: cutOff - 1 };
  const messages = await readMessageTable(db, communityId, span, {
    people: seenPositions(positions, people),
    spaceOf: (spaceId) => (spaceId === null ? -1 : (placeOfSpace.get(spaceId) ?? -1)),
    upheld: await readUpheldThreads(db, communityId, cutOff - 1, turns),
    turns,
  });
  const facts: HealthFacts = {
    timeZone: community.timeZone,
    calendar,
    firstDay,
    lastDay,
    cutOff,
    people,
    weeks: rememberedWeeks((level) => {
      const stored = readPersonDays(db, communityId, level);
      return new PeopleWeeks(stored, positions, lastDay, (person) => !isSpamAccount(people, person));
    }),
    messages,
    messagesFrom,
    spaces: spaces.map(({ name, purpose }): SpaceFacts => ({ name, purpose: purpose as SpacePurpose })),
    outreach: outreach.facts,
    surveys: outreach.surveys,
    moderation: readModerationFacts(db, communityId, positions, cutOff - 1, outreach.appeals),
    promises: listPromises(db, communityId),
    tagMeasures: readTagWeeks(db, communityId).map(({ monday, ...told }) => ({ ...told, day: monday / MS_PER_DAY })),
  };
  return { facts, positions, team: readTeamOut(db, communityId, lastDay) };
}

async function everybody(db: ReadDb, communityId: CommunityId, turns: Turns): Promise<PersonRow[]> {
  const rows: PersonRow[] = [];
  for (const page of peoplePages(db, communityId)) {
    rows.push(...page);
    await turns.next();
  }
  return rows;
}

/** Positions of people whose messages somebody saw: of all but accounts removed as spam before that. */
function seenPositions(positions: PersonPositions, people: PeopleTable): Pick<PersonPositions, 'of'> {
  return {
    of: (memberId) => {
      const position = positions.of(memberId);
      return position >= 0 && isSpamAccount(people, position) ? -1 : position;
    },
  };
}
