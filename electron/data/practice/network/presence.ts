import type { DayNumber } from '../../health/calendar/civil-day.ts';
import { NEVER, type NetworkPeople } from './draw-people.ts';

/** Who is there in the week that is being lived: people come, leave, and some come back. */
export class Presence {
  readonly #people: NetworkPeople;
  readonly #comings: readonly number[];
  readonly #returns: readonly number[];
  #came = 0;
  #returned = 0;
  #present: number[] = [];

  constructor(people: NetworkPeople) {
    this.#people = people;
    const all = Array.from({ length: people.count }, (_, person) => person);
    const by = (days: Int32Array) => (one: number, other: number) =>
      (days[one] ?? 0) - (days[other] ?? 0) || one - other;
    this.#comings = all.toSorted(by(people.joined));
    this.#returns = all.filter((person) => (people.back[person] ?? -1) >= 0).sort(by(people.back));
  }

  get present(): readonly number[] {
    return this.#present;
  }

  /** Goes on to the week of these days, the last one exclusive. Answers who came. */
  goTo(start: DayNumber, end: DayNumber): readonly number[] {
    const { first, last, joined } = this.#people;
    const from = this.#came;
    while ((joined[this.#comings[this.#came] ?? -1] ?? NEVER) < end) this.#came += 1;
    const came = this.#comings.slice(from, this.#came);
    const stay = this.#present.filter((person) => Math.max(last[person] ?? 0, first[person] ?? 0) >= start);
    this.#present = [...stay, ...came];
    return came;
  }

  /** Who comes back before that day and was not told of yet. */
  backBefore(end: DayNumber): readonly number[] {
    const from = this.#returned;
    while ((this.#people.back[this.#returns[this.#returned] ?? -1] ?? NEVER) < end) this.#returned += 1;
    return this.#returns.slice(from, this.#returned);
  }
}
