import type { DayNumber } from '../../health/calendar/civil-day.ts';
import type { SeededRandom } from '../world/random.ts';
import { planted, stayChance } from './planted.ts';

/** What somebody is in the network. Readers never speak; spam is removed before anybody sees it. */
export const roles = { newcomer: 0, founder: 1, staff: 2, reader: 3, spam: 4 } as const;
/** How accounts end, by number. */
export const endings = { lives: 0, removed: 1, deleted: 2, spam: 3 } as const;
export const genders = { woman: 1, man: 2, nonBinary: 4 } as const;

/** A day that never comes. */
export const NEVER = 2_000_000;

/** Days of the network, the last one exclusive. */
export interface NetworkDays {
  readonly start: DayNumber;
  readonly end: DayNumber;
}

/** Everybody's life, drawn before the first day of it. Parallel columns by person; days are local days, −1 is none. */
export interface NetworkPeople {
  readonly count: number;
  readonly role: Uint8Array;
  readonly route: Int8Array;
  /** Sum of `genders`. */
  readonly gender: Uint8Array;
  readonly joined: Int32Array;
  /** Day of the first message in the data. */
  readonly first: Int32Array;
  /** Day of the last message of the first spell: from then on silent for more than 90 days. */
  readonly last: Int32Array;
  /** Day of the second thread of their own, where it comes within 14 days of the first. */
  readonly second: Int32Array;
  /** Whether the first message is answered: 0 no, 1 within 7 days, 2 later. */
  readonly welcome: Uint8Array;
  /** Day of the open evening in the first week, where they were still here and went. */
  readonly evening: Int32Array;
  readonly tie: Uint8Array;
  readonly ending: Uint8Array;
  /** Day of coming back after more than 90 silent days, for two weeks. */
  readonly back: Int32Array;
  /** How much of everything they do, 1 being the mean. */
  readonly weight: Float32Array;
}

type Columns = { -readonly [Name in keyof NetworkPeople]: NetworkPeople[Name] };

/** A few do most of it, as everywhere. */
const weights = { '0.5': 70, '1.6': 25, '5': 5 } as const;
/** What is named beside non-binary, by number of `genders`. */
const furtherAnswers = { '0': 7, '1': 2, '2': 1 } as const;

const shares = { founder: 0.07, staff: 0.004, spam: 0.012 } as const;
/** Days of somebody who stays past the 90th, on average. */
const LONG_STAY = 240;
/** People who are gone after the first day, of those who leave early and open no second thread. */
const ONE_DAY = 0.6;
const COME_BACK = 0.15;

/** Draws everybody. Open evenings are on Wednesdays. The same for the same random numbers. */
export function drawPeople(count: number, days: NetworkDays, random: SeededRandom): NetworkPeople {
  const people = emptyPeople(count);
  const staff = Math.max(3, Math.round(count * shares.staff));
  const founders = staff + Math.round(count * shares.founder);
  for (let person = 0; person < count; person += 1) {
    people.gender[person] = drawGender(random);
    people.weight[person] = Number(random.weighted(weights));
    if (person < staff) drawStaff(people, person, days);
    else if (person < founders) drawFounder(people, person, days, random);
    else drawSignUp(people, person, days, random);
  }
  return people;
}

function drawStaff(people: Columns, person: number, days: NetworkDays): void {
  people.role[person] = roles.staff;
  people.joined[person] = days.start - 400 - person;
  people.first[person] = days.start;
  people.last[person] = NEVER;
}

/** Here for at least 120 days before the data start: the stay curve meets them past its 90th day (delayed entry). */
function drawFounder(people: Columns, person: number, days: NetworkDays, random: SeededRandom): void {
  people.role[person] = roles.founder;
  people.joined[person] = days.start - random.whole(120, 900);
  people.first[person] = days.start + random.whole(0, 20);
  people.last[person] = (people.first[person] ?? 0) + 1 + Math.floor(random.wait(300));
}

function drawSignUp(people: Columns, person: number, days: NetworkDays, random: SeededRandom): void {
  const joined = random.whole(days.start + 7, days.end - 1);
  people.joined[person] = joined;
  people.route[person] = drawRoute(random);
  if (random.chance(shares.spam)) {
    people.role[person] = roles.spam;
    people.first[person] = joined;
    people.last[person] = joined;
    people.ending[person] = endings.spam;
  } else if (random.chance(planted.signUps.speak)) drawNewcomer(people, person, joined, random);
  else {
    people.role[person] = roles.reader;
    people.last[person] = joined + Math.floor(random.wait(120));
  }
}

function drawNewcomer(people: Columns, person: number, joined: DayNumber, random: SeededRandom): void {
  const first = joined + (random.chance(planted.signUps.within7Days) ? random.whole(0, 3) : random.whole(10, 40));
  const { firstReply, ties } = planted;
  const isWelcomed = random.chance(firstReply.within7Days);
  people.first[person] = first;
  people.welcome[person] = isWelcomed ? 1 : 2 * Number(random.chance(0.3));
  const opensSecond = random.chance(isWelcomed ? firstReply.secondPostAfterReply : firstReply.secondPostWithout);
  const second = opensSecond ? random.whole(1, firstReply.withinDays - 1) : -1;
  if (opensSecond) people.second[person] = first + second;
  const stays = random.chance(stayChance(people.route[person] ?? 0, isNonBinary(people, person)));
  const length = stays ? 90 + Math.floor(random.wait(LONG_STAY)) : earlyLength(second, random);
  people.last[person] = first + length;
  const evening = first + daysToWednesday(first);
  const goes = random.chance(ties.attend) && length >= evening - first;
  if (goes) people.evening[person] = evening;
  people.tie[person] = Number(random.chance(goes ? ties.attendees : ties.others));
  drawEnding(people, person, stays, random);
}

/** Days from the first to the last message of somebody who leaves before the 91st day. */
function earlyLength(second: number, random: SeededRandom): number {
  if (second >= 0) return random.whole(second, 89);
  return random.chance(ONE_DAY) ? 0 : random.whole(planted.firstReply.withinDays + 1, 89);
}

/** Accounts end the day after the last message, where a lapse would begin: the time of the event is the same. */
function drawEnding(people: Columns, person: number, stays: boolean, random: SeededRandom): void {
  const { removed, deleted } = planted.ends;
  if (!stays && random.chance(removed)) people.ending[person] = endings.removed;
  else if (!stays && random.chance(deleted)) people.ending[person] = endings.deleted;
  else if (random.chance(COME_BACK)) people.back[person] = (people.last[person] ?? 0) + random.whole(100, 220);
}

function drawGender(random: SeededRandom): number {
  if (random.chance(planted.group.share)) return genders.nonBinary + Number(random.weighted(furtherAnswers));
  return random.chance(0.55) ? genders.woman : genders.man;
}

export function isNonBinary({ gender }: Pick<NetworkPeople, 'gender'>, person: number): boolean {
  return ((gender[person] ?? 0) & genders.nonBinary) !== 0;
}

function drawRoute(random: SeededRandom): number {
  let left = random.next();
  for (const [at, { share }] of planted.routes.entries()) {
    left -= share;
    if (left < 0) return at;
  }
  return planted.routes.length - 1;
}

/** 1970-01-07 (day 6) was a Wednesday. */
function daysToWednesday(day: DayNumber): number {
  return (((6 - day) % 7) + 7) % 7;
}

function emptyPeople(count: number): Columns {
  const none = () => new Int32Array(count).fill(-1);
  return {
    count,
    role: new Uint8Array(count),
    route: new Int8Array(count).fill(-1),
    gender: new Uint8Array(count),
    joined: none(),
    first: none(),
    last: none(),
    second: none(),
    welcome: new Uint8Array(count),
    evening: none(),
    tie: new Uint8Array(count),
    ending: new Uint8Array(count),
    back: none(),
    weight: new Float32Array(count),
  };
}
