import { memberFinder } from '../../store/members/find-by-name.ts';
import { recordStore } from '../../store/outreach/records.ts';
import { listSpaces, setSpacePurpose } from '../../store/outreach/spaces.ts';
import { inTransaction } from '../../store/transaction.ts';
import { endings, roles } from './draw-people.ts';
import { memberName, networkSpaces } from './messages.ts';
import { planted } from './planted.ts';
import type { RecordWork } from './record-work.ts';
import { writeCampaigns } from './write-campaigns.ts';
import { writeEvents } from './write-events.ts';
import { writeHelp } from './write-help.ts';

/** Writes so many records before other work gets its turn. */
const TURN = 4_000;

/**
 * Everything that coordinators would have written down: how people came and left, partners, events, campaigns, help,
 * surveys, appeals and benchmarks. In many transactions; `turn` is called between them.
 */
export async function writeRecords(
  work: Omit<RecordWork, 'ids' | 'add'>,
  turn: () => Promise<void>,
): Promise<Float64Array> {
  const { db, communityId, people } = work;
  const add: RecordWork['add'] = (kind, values) => recordStore(kind).insert(db, communityId, values);
  const findMember = memberFinder(db, communityId);
  const ids = Float64Array.from({ length: people.count }, (_, person) => {
    const found = findMember(memberName(person));
    return typeof found === 'number' ? found : 0;
  });
  const whole: RecordWork = { ...work, ids, add };
  const { partners, routes } = inTransaction(db, () => {
    nameSpaces(whole);
    return writeRoutes(whole);
  });
  await inTurns(whole, turn, (person, id) => writePerson(whole, routes, person, id));
  inTransaction(db, () => writeEvents(whole, partners));
  await turn();
  inTransaction(db, () => writeCampaigns(whole, partners));
  await turn();
  inTransaction(db, () => writeHelp(whole, partners));
  return ids;
}

async function inTurns(
  { db, ids }: RecordWork,
  turn: () => Promise<void>,
  write: (person: number, id: number) => void,
): Promise<void> {
  for (let start = 0; start < ids.length; start += TURN) {
    inTransaction(db, () => {
      for (let person = start; person < Math.min(start + TURN, ids.length); person += 1) {
        const id = ids[person] ?? 0;
        if (id > 0) write(person, id);
      }
    });
    await turn();
  }
}

function nameSpaces({ db, communityId }: RecordWork): void {
  for (const { id, name } of listSpaces(db, communityId)) {
    const purpose = networkSpaces.find((space) => space.name === name)?.purpose;
    if (purpose !== undefined) setSpacePurpose(db, communityId, id, purpose);
  }
}

const partnerRows = [
  { name: 'Rainbow Library', kind: 'school' },
  { name: 'Night line', kind: 'charity' },
  { name: 'Clinic by the river', kind: 'health-service' },
  { name: 'Neighbours for all', kind: 'support-group' },
] as const;

function writeRoutes({ days, random, add }: RecordWork): { partners: number[]; routes: number[] } {
  const partners = partnerRows.map(({ name, kind }, at) =>
    add('partner', { name, kind, since: days.start - 200, until: at === 3 ? days.end - 260 : null }),
  );
  const routes = planted.routes.map(({ name, kind }) => {
    const partner = kind === 'partner' ? (partners[0] ?? null) : null;
    return add('route', { name, kind, partner });
  });
  for (const [at, route] of routes.entries()) {
    const people = Math.ceil(200 * (planted.routes[at]?.share ?? 0));
    for (let day = days.start + 20; day < days.end; day += 30) {
      add('invitation', { route, day, people: people + random.whole(0, people) });
    }
  }
  return { partners, routes };
}

/** Names of endings by their number, which are those of the record as well. */
const howEnded = Object.keys(endings);

function writePerson(work: RecordWork, routes: readonly number[], person: number, id: number): void {
  const { calendar, days, people, random, add } = work;
  add('joinDate', { member: id, day: calendar.startOf(people.joined[person] ?? 0) });
  const how = howEnded[people.ending[person] ?? endings.lives] ?? '';
  const ended = (people.last[person] ?? 0) + 1;
  if (people.ending[person] !== endings.lives && ended < days.end) {
    add('accountEnd', { member: id, day: calendar.startOf(ended), how });
  }
  const route = routes[people.route[person] ?? -1];
  if (route !== undefined && random.chance(planted.routeConsent)) add('memberRoute', { member: id, route, consent: 1 });
  if (people.role[person] === roles.staff) {
    const role = random.pick(['moderator', 'host', 'mentor', 'board'] as const);
    add('role', { member: id, role, startDay: days.start, endDay: null });
  }
}
