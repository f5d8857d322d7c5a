import type { Ending, EventTime } from '../statistics/event-times.ts';

const ENDINGS = ['event', 'competing', 'censored'] as const;

/**
 * The table of `eventTimes` from counts per time, without a follow-up for each of 200,000 people. Follow-ups that were
 * never at risk (see there) are counted in `endings` and are in no row.
 */
export class EventTally {
  /** All follow-ups by how they ended. */
  readonly endings: Record<Ending, number> = { event: 0, competing: 0, censored: 0 };
  /** For each time up to `span` the counts of the three endings, one after the other. */
  readonly #counts: Int32Array;
  /** The same for times beyond: of people who joined long before the data starts. */
  readonly #later = new Map<number, Int32Array>();
  readonly #lateEntries: number[] = [];
  #fromStart = 0;

  /** `span`: times up to here are expected; others take longer to count. */
  constructor(span: number) {
    this.#counts = new Int32Array((Math.max(0, span) + 1) * ENDINGS.length);
  }

  /** Adds one person observed from time 0 on, or from `entry` on where that is given. */
  add(time: number, ending: Ending, entry?: number): void {
    this.endings[ending] += 1;
    if (entry === undefined ? time < 0 : time <= entry) return;
    if (entry === undefined) this.#fromStart += 1;
    else this.#lateEntries.push(entry);
    const counts = this.#countsAt(time);
    const at = ENDINGS.indexOf(ending);
    counts[at] = (counts[at] ?? 0) + 1;
  }

  /** Adds `counts[time]` people observed from time 0 on: for a pass over everybody, which can't afford a call for each. */
  addMany(counts: Int32Array, ending: Ending): void {
    for (const [time, count] of counts.entries()) {
      if (count === 0) continue;
      this.endings[ending] += count;
      this.#fromStart += count;
      const here = this.#countsAt(time);
      const at = ENDINGS.indexOf(ending);
      here[at] = (here[at] ?? 0) + count;
    }
  }

  /** One row per distinct time, ascending. */
  rows(): EventTime[] {
    const entries = this.#lateEntries.sort((a, b) => a - b);
    const times = Array.from({ length: this.#counts.length / ENDINGS.length }, (_, time) => time);
    times.push(...[...this.#later.keys()].sort((a, b) => a - b));
    const rows: EventTime[] = [];
    let entered = 0;
    let left = 0;
    for (const time of times) {
      const [events = 0, competing = 0, censored = 0] = this.#countsAt(time);
      if (events + competing + censored === 0) continue;
      while (entered < entries.length && (entries[entered] ?? 0) < time) entered += 1;
      rows.push({ time, atRisk: this.#fromStart + entered - left, events, competing, censored });
      left += events + competing + censored;
    }
    return rows;
  }

  #countsAt(time: number): Int32Array {
    const at = time * ENDINGS.length;
    if (at < this.#counts.length) return this.#counts.subarray(at, at + ENDINGS.length);
    let counts = this.#later.get(time);
    if (!counts) {
      counts = new Int32Array(ENDINGS.length);
      this.#later.set(time, counts);
    }
    return counts;
  }
}
