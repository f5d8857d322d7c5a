import type { Instant } from '../../../../shared/domain/ids.ts';
import type { NetworkPeople } from './draw-people.ts';
import { endings, roles } from './draw-people.ts';
import { marks, spaceNumbers } from './messages.ts';
import type { NetworkLife } from './network-life.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The last hour in which an answer within 7 days comes. */
const LATEST_WELCOME = 6.5 * DAY;
/** Days after the first message in which a tie begins. */
const TIE_BEGINS_WITHIN = 20;

/** What is planted into the first weeks of somebody new: the first message, its answer, a second thread, a tie. */
export function liveNewcomer(life: NetworkLife, person: number): void {
  const { people, random } = life;
  const day = people.first[person] ?? 0;
  const at = life.startOf(day) + random.whole(0, 15 * 60) * 60_000;
  const thread = life.messages.newThread();
  const space = spaceNumbers.introductions;
  const isSpam = people.ending[person] === endings.spam;
  const flags = isSpam ? marks.spam : marks.none;
  const first = life.messages.add({ person, target: -1, at, kind: 'post', space, thread, parent: -1, flags });
  if (people.role[person] !== roles.newcomer) return;
  welcome(life, person, { at, thread, message: first });
  secondThread(life, person);
  if (people.tie[person] === 1) tie(life, person, at);
}

interface FirstMessage {
  readonly at: Instant;
  readonly thread: number;
  readonly message: number;
}

function welcome(life: NetworkLife, person: number, first: FirstMessage): void {
  const { people, random } = life;
  const kind = people.welcome[person];
  if (kind === 0) return;
  const soon = Math.min(10 * 60_000 + random.wait(10 * HOUR), LATEST_WELCOME);
  const at = Math.floor(first.at + (kind === 1 ? soon : (8 + random.next() * 12) * DAY));
  const host = life.helpers.pick(random, life.dayOf(at), person);
  life.welcomedBy[person] = host;
  const { thread, message: parent } = first;
  const space = spaceNumbers.introductions;
  life.messages.add({ person: host, target: person, at, kind: 'reply', space, thread, parent, flags: marks.none });
}

function secondThread(life: NetworkLife, person: number): void {
  const day = life.people.second[person] ?? -1;
  if (day < 0) return;
  const thread = life.messages.newThread();
  const at = life.within(day);
  const space = spaceNumbers.lounge;
  life.messages.add({ person, target: -1, at, kind: 'post', space, thread, parent: -1, flags: marks.none });
}

/** They answer somebody, who answers them back: within 30 days of the first message, and before they leave. */
function tie(life: NetworkLife, person: number, firstAt: Instant): void {
  const { people, random } = life;
  const day = tieDay(people, person, random.next());
  const at = day === people.first[person] ? firstAt + HOUR : life.within(day);
  const backAt = Math.floor(at + Math.min(5 * 60_000 + random.wait(8 * HOUR), 3 * DAY));
  const backDay = life.dayOf(backAt);
  const found = life.open.find(
    random,
    at,
    ({ author }) => author !== person && life.helpers.isSettled(author, backDay),
  );
  const other = found?.thread.author ?? life.helpers.pick(random, backDay, person);
  const thread = found?.thread.thread ?? life.messages.newThread();
  const space = found?.thread.space ?? spaceNumbers.lounge;
  const parent = found?.thread.message ?? -1;
  const both = { kind: 'reply', space, thread, flags: marks.none } as const;
  const sent = life.messages.add({ ...both, person, target: other, at, parent });
  life.messages.add({ ...both, person: other, target: person, at: backAt, parent: sent });
}

/** After the open evening where they went, anywhere in the first weeks otherwise. */
function tieDay({ first, last, evening }: NetworkPeople, person: number, draw: number): number {
  const from = first[person] ?? 0;
  const to = Math.min(last[person] ?? 0, from + TIE_BEGINS_WITHIN);
  const start = Math.min(to, Math.max(from, evening[person] ?? 0));
  return start + Math.floor(draw * (to - start + 1));
}
