import type { ActivityKind } from '../../../../shared/domain/activity.ts';
import type { Instant } from '../../../../shared/domain/ids.ts';
import type { DayNumber } from '../../health/calendar/civil-day.ts';
import { roles } from './draw-people.ts';
import { marks, spaceNumbers } from './messages.ts';
import type { NetworkLife } from './network-life.ts';
import { planted } from './planted.ts';
import { HELPER_WEIGHT } from './who-answers.ts';

const HOUR = 3_600_000;
const most = { seen: 30, reaction: 25, post: 15, reply: 30 } as const;
const helping = { seen: 15, reaction: 20, post: 8, reply: 57 } as const;
const REQUESTS = 0.24;
const WANTS_NO_ANSWER = 0.04;
const ANSWERS_BACK = 0.4;
const LONGEST_EXCHANGE = 4;

/** One thing that somebody does on a day, by habit. Nothing of it moves what was planted. */
export function liveAct(life: NetworkLife, person: number, day: DayNumber): void {
  const { people, random } = life;
  const habit = (people.weight[person] ?? 0) >= HELPER_WEIGHT ? helping : most;
  const kind = random.weighted(habit);
  const at = life.within(day);
  if (kind === 'reaction') react(life, person, at);
  else if (kind === 'seen' || people.role[person] === roles.reader) quiet(life, person, at, 'seen');
  else speak(life, person, day, kind);
}

/** Somebody says something on that day: with a thread of their own, or in the thread of another person. */
export function speak(life: NetworkLife, person: number, day: DayNumber, kind: 'post' | 'reply'): void {
  const at = life.within(day);
  life.spoke[person] = Math.max(life.spoke[person] ?? -1, day);
  const mayOpen = mayOpenThread(life, person, day);
  if ((kind === 'reply' || !mayOpen) && answer(life, person, day, at)) return;
  if (mayOpen) openThread(life, person, day, at);
  // Nobody there to answer, and not the day for a thread of one's own: somebody from the team is always there.
  else answerStaff(life, person, at);
}

/** Within 14 days of the first message, second threads come on the day that was drawn for them and no other. */
function mayOpenThread({ people }: NetworkLife, person: number, day: DayNumber): boolean {
  if (people.role[person] !== roles.newcomer) return true;
  const second = people.second[person] ?? -1;
  if (second >= 0) return day > second;
  return day > (people.first[person] ?? 0) + planted.firstReply.withinDays;
}

function openThread(life: NetworkLife, person: number, day: DayNumber, at: Instant): void {
  const { random, messages, open, helpers } = life;
  const thread = messages.newThread();
  const isSettled = helpers.isSettled(person, day);
  const isRequest = isSettled && random.chance(REQUESTS);
  const isClosed = !isRequest && random.chance(WANTS_NO_ANSWER);
  const flags = (isRequest ? marks.request : marks.none) + (isClosed ? marks.noAnswerWanted : marks.none);
  const space = isRequest ? spaceNumbers.support : random.whole(spaceNumbers.readingCircle, spaceNumbers.lounge + 1);
  const message = messages.add({ person, target: -1, at, kind: 'post', space, thread, parent: -1, flags });
  if (isRequest) answerRequest(life, { person, thread, message, at });
  else if (isSettled && !isClosed) open.add({ thread, message, author: person, at, space });
}

interface Request {
  readonly person: number;
  readonly thread: number;
  readonly message: number;
  readonly at: Instant;
}

function answerRequest(life: NetworkLife, { person, thread, message, at }: Request): void {
  const { random, messages, helpers } = life;
  if (!random.chance(planted.requests.answered)) return;
  const space = spaceNumbers.support;
  const first = Math.floor(at + 5 * 60_000 + Math.min(random.wait(9 * HOUR), 6 * 24 * HOUR));
  const helper = helpers.pick(random, life.dayOf(first), person);
  const reply = { kind: 'reply', space, thread, flags: marks.none } as const;
  const answered = messages.add({ ...reply, person: helper, target: person, at: first, parent: message });
  if (random.chance(0.45))
    answerBack(life, { from: person, to: helper, parent: answered, at: first, thread, space }, 1);
  if (!random.chance(0.5)) return;
  const later = Math.floor(first + 60_000 + random.wait(6 * HOUR));
  const another = helpers.pick(random, life.dayOf(later), person);
  messages.add({ ...reply, person: another, target: person, at: later, parent: message });
}

/** Answers a thread that is open. True where there was one. */
function answer(life: NetworkLife, person: number, day: DayNumber, at: Instant): boolean {
  const { random, messages, open, helpers } = life;
  const isSettled = helpers.isSettled(person, day);
  const welcomer = isSettled ? -1 : life.welcomedBy[person];
  const found = open.find(random, at, ({ author }) => author !== person && author !== welcomer);
  if (!found) return false;
  const { author, thread, message, space } = found.thread;
  const reply = {
    person,
    target: author,
    at,
    kind: 'reply',
    space,
    thread,
    parent: message,
    flags: marks.none,
  } as const;
  const said = messages.add(reply);
  if (!isSettled) return true;
  if (random.chance(0.5)) found.follow({ message: said, author: person, at });
  answerBack(life, { from: author, to: person, parent: said, at, thread, space }, 1);
  return true;
}

interface Exchange {
  readonly from: number;
  readonly to: number;
  readonly parent: number;
  readonly at: Instant;
  readonly thread: number;
  readonly space: number;
}

/** Some answers are answered, and those again, while both are here. */
function answerBack(life: NetworkLife, exchange: Exchange, length: number): void {
  const { random, messages, helpers } = life;
  const { from, to, parent, thread, space } = exchange;
  if (length >= LONGEST_EXCHANGE || !random.chance(ANSWERS_BACK)) return;
  const at = Math.floor(exchange.at + 3 * 60_000 + random.wait(5 * HOUR));
  if (!helpers.isSettled(from, life.dayOf(at))) return;
  const said = messages.add({ person: from, target: to, at, kind: 'reply', space, thread, parent, flags: marks.none });
  answerBack(life, { from: to, to: from, parent: said, at, thread, space }, length + 1);
}

function answerStaff(life: NetworkLife, person: number, at: Instant): void {
  const other = life.helpers.pickStaff(life.random, person, life.welcomedBy[person] ?? -1);
  const thread = life.messages.newThread();
  const space = spaceNumbers.lounge;
  life.messages.add({ person, target: other, at, kind: 'reply', space, thread, parent: -1, flags: marks.none });
}

function react(life: NetworkLife, person: number, at: Instant): void {
  const { random, messages, open } = life;
  const found = open.find(random, at, ({ author }) => author !== person);
  if (!found) {
    quiet(life, person, at, 'seen');
    return;
  }
  const { author, space, thread, message } = found.thread;
  messages.add({ person, target: author, at, kind: 'reaction', space, thread, parent: message, flags: marks.none });
}

/** Leaves a trace without words. */
export function quiet(life: NetworkLife, person: number, at: Instant, kind: ActivityKind): void {
  life.messages.add({ person, target: -1, at, kind, space: -1, thread: -1, parent: -1, flags: marks.none });
}
