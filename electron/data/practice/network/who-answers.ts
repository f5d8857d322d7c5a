import type { DayNumber } from '../../health/calendar/civil-day.ts';
import type { SeededRandom } from '../world/random.ts';
import { type NetworkPeople, roles } from './draw-people.ts';

/** From this weight on somebody is one of those who mostly answer others. */
export const HELPER_WEIGHT = 4;
/** For so many days somebody is new: nobody turns to them by chance, so that planted ties stay what they are. */
export const NEW_FOR_DAYS = 30;
const HELPERS_ANSWER = 0.7;
const TRIES = 10;
/** Place of those who are not in the staff: behind everybody. */
const NOBODY = Number.POSITIVE_INFINITY;

/** Who may be asked to answer somebody: everybody who has been here for a while, those who like to help above all. */
export class Helpers {
  readonly #people: NetworkPeople;
  readonly #staff: readonly number[];
  /** Place in the staff by person. */
  readonly #placeOf: ReadonlyMap<number, number>;
  #everybody: readonly number[] = [];
  #helpers: readonly number[] = [];

  constructor(people: NetworkPeople) {
    this.#people = people;
    const all = Array.from({ length: people.count }, (_, person) => person);
    this.#staff = all.filter((person) => people.role[person] === roles.staff);
    this.#placeOf = new Map(this.#staff.map((person, place) => [person, place]));
  }

  /** Looks through the people of a week once, so that picking costs nothing. */
  meet(present: readonly number[], weekStart: DayNumber): void {
    this.#everybody = present.filter((person) => this.isSettled(person, weekStart));
    this.#helpers = this.#everybody.filter((person) => (this.#people.weight[person] ?? 0) >= HELPER_WEIGHT);
  }

  /** True for people of whom another message on that day changes nothing that was planted: not new, and not yet gone. */
  isSettled(person: number, day: DayNumber): boolean {
    const { role, first, last } = this.#people;
    if (role[person] === roles.reader || role[person] === roles.spam) return false;
    const isSettled = role[person] !== roles.newcomer || day > (first[person] ?? 0) + NEW_FOR_DAYS;
    return isSettled && day <= (last[person] ?? 0);
  }

  /** Somebody who is still here on that day. There is always staff. */
  pick(random: SeededRandom, day: DayNumber, except: number): number {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const pool = random.chance(HELPERS_ANSWER) ? this.#helpers : this.#everybody;
      const person = pool[Math.floor(random.next() * pool.length)];
      if (person !== undefined && person !== except && this.isSettled(person, day)) return person;
    }
    return this.pickStaff(random, except, -1);
  }

  /** Somebody of the staff, but for two people: the staff has three. */
  pickStaff(random: SeededRandom, except: number, exceptToo: number): number {
    const one = this.#placeOf.get(except) ?? NOBODY;
    const other = except === exceptToo ? NOBODY : (this.#placeOf.get(exceptToo) ?? NOBODY);
    const [lower, upper] = one < other ? [one, other] : [other, one];
    // One draw among the others, stepped over the two: this is asked for over and over, and the staff can be hundreds.
    let place = random.whole(0, this.#staff.length - Number(one < NOBODY) - Number(other < NOBODY) - 1);
    if (place >= lower) place += 1;
    if (place >= upper) place += 1;
    return this.#staff[place] ?? 0;
  }
}
