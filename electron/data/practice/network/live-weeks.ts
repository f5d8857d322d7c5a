import type { DayNumber } from '../../health/calendar/civil-day.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import type { SeededRandom } from '../world/random.ts';
import { type NetworkDays, type NetworkPeople, roles } from './draw-people.ts';
import { liveAct, quiet, speak } from './live-act.ts';
import { liveNewcomer } from './live-newcomer.ts';
import { marks, spaceNumbers } from './messages.ts';
import { beginLife, type NetworkLife } from './network-life.ts';
import { Presence } from './presence.ts';

/** Nobody is silent for longer before they leave. With the week that is being lived it stays well under 90 days. */
const LONGEST_SILENCE = 42;
/** Part of all acts that people do by habit, until the network itself tells. */
const HABITUAL = 0.6;
/** Days of a second spell. */
const BACK_FOR = 14;

/** The activities of a network, one week at a time and each week oldest first: no more than that is ever held. */
export function* liveWeeks(
  people: NetworkPeople,
  days: NetworkDays,
  calendar: LocalDays,
  random: SeededRandom,
  wanted: number,
): Generator<readonly NewActivity[]> {
  const life = beginLife(people, days, calendar, random);
  const pace = new Pace(life, wanted);
  const presence = new Presence(people);
  for (let start = days.start; start < days.end; start += 7) {
    const end = Math.min(start + 7, days.end);
    for (const person of presence.goTo(start, end)) join(life, person);
    life.helpers.meet(presence.present, start);
    const rate = pace.rate();
    for (const person of presence.present) liveWeek(life, person, { start, end }, rate, pace);
    for (const person of presence.backBefore(end)) comeBack(life, person);
    yield life.messages.endWeek();
  }
}

/** A sign-up leaves a trace, so that readers are known as well. Those who joined before the data start left it before. */
function join(life: NetworkLife, person: number): void {
  const day = life.people.joined[person] ?? 0;
  if (day >= life.days.start) quiet(life, person, life.startOf(day), 'seen');
}

/** A week of somebody who is here: acts by habit, a word after a long silence, and the last word of those who leave. */
function liveWeek(life: NetworkLife, person: number, week: NetworkDays, rate: number, pace: Pace): void {
  const { people, random } = life;
  const role = people.role[person];
  const isIn = (day = -1) => day >= week.start && day < week.end;
  if (isIn(people.first[person])) liveNewcomer(life, person);
  if (isIn(people.evening[person])) attend(life, person);
  if (role === roles.spam) return;
  const first = role === roles.reader ? (people.joined[person] ?? 0) : (people.first[person] ?? 0);
  const last = people.last[person] ?? 0;
  // On the day of their first message people do nothing else, so that it is the first one.
  const from = Math.max(week.start, first + 1);
  const to = Math.min(week.end - 1, last);
  if (first >= week.start) life.spoke[person] = Math.max(first, life.spoke[person] ?? -1);
  if (from > to) return;
  const share = ((people.weight[person] ?? 0) * (to - from + 1)) / 7;
  const acts = poisson(rate * share, random);
  for (let count = 0; count < acts; count += 1) liveAct(life, person, random.whole(from, to));
  pace.lived(share, acts);
  if (role === roles.reader) return;
  if (role === roles.staff) organise(life, person, random.whole(from, to));
  if (last <= to && last > first && last !== people.second[person]) speak(life, person, last, 'reply');
  else if (to - (life.spoke[person] ?? 0) > LONGEST_SILENCE) speak(life, person, to, 'reply');
}

function attend(life: NetworkLife, person: number): void {
  const at = life.startOf(life.people.evening[person] ?? 0) + 19 * 3_600_000;
  quiet(life, person, at, 'attendance');
}

function organise(life: NetworkLife, person: number, day: DayNumber): void {
  const space = spaceNumbers.announcements;
  const thread = life.messages.newThread();
  const at = life.within(day);
  life.messages.add({
    person,
    target: -1,
    at,
    kind: 'organised',
    space,
    thread,
    parent: -1,
    flags: marks.noAnswerWanted,
  });
}

/** Back after more than 90 silent days, for two weeks: that does not undo having lapsed. */
function comeBack(life: NetworkLife, person: number): void {
  const day = life.people.back[person] ?? 0;
  if (day >= life.days.end) return;
  speak(life, person, day, 'reply');
  for (let acts = life.random.whole(1, 5); acts > 0; acts -= 1) {
    liveAct(life, person, day + life.random.whole(0, BACK_FOR - 1));
  }
}

/** How much people do, so that in the end there are as many activities as were asked for. */
class Pace {
  readonly #life: NetworkLife;
  readonly #wanted: number;
  /** What is left of weeks with people in them, each by their weight. */
  #left: number;
  readonly #usual: number;
  #acts = 1;

  constructor(life: NetworkLife, wanted: number) {
    this.#life = life;
    this.#wanted = wanted;
    this.#left = weightedWeeks(life);
    this.#usual = (wanted * HABITUAL) / Math.max(this.#left, 1);
  }

  /** Acts by habit in a week of a person of weight 1. What follows from them, answers above all, comes on top. */
  rate(): number {
    const { made } = this.#life.messages;
    const habitual = made === 0 ? HABITUAL : this.#acts / made;
    const rate = ((this.#wanted - made) * habitual) / Math.max(this.#left, 1);
    // No week may be silent or loud for the sake of the sum.
    return Math.min(Math.max(rate, this.#usual / 2), this.#usual * 2);
  }

  lived(share: number, acts: number): void {
    this.#left -= share;
    this.#acts += acts;
  }
}

function weightedWeeks({ people, days }: NetworkLife): number {
  let sum = 0;
  for (let person = 0; person < people.count; person += 1) {
    if (people.role[person] === roles.spam) continue;
    const first = people.role[person] === roles.reader ? (people.joined[person] ?? 0) : (people.first[person] ?? 0);
    const length = Math.min(people.last[person] ?? 0, days.end - 1) - first;
    sum += ((people.weight[person] ?? 0) * Math.max(0, length)) / 7;
  }
  return sum;
}

/** A number of independent events with this mean (Knuth, The Art of Computer Programming, 3.4.1). */
function poisson(mean: number, random: SeededRandom): number {
  // The product underflows where means are large, so large ones are cut into pieces.
  if (mean > 30) return poisson(mean / 2, random) + poisson(mean / 2, random);
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > floor; product *= random.next()) count += 1;
  return count;
}
