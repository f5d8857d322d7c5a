import type { Ending, EventTime } from '../statistics/event-times.ts';

interface Counts {
  event: number;
  competing: number;
  censored: number;
}

/**
 * The table of `eventTimes` from counts per time, without a follow-up for each of 200,000 people. Follow-ups that were
 * never at risk (see there) are counted in `endings` and are in no row.
 */
export class EventTally {
  /** All follow-ups by how they ended. */
  readonly endings: Counts = { event: 0, competing: 0, censored: 0 };
  readonly #byTime = new Map<number, Counts>();
  readonly #lateEntries: number[] = [];
  #fromStart = 0;

  /** Adds one person observed from time 0 on, or from `entry` on where that is given. */
  add(time: number, ending: Ending, entry?: number): void {
    this.endings[ending] += 1;
    if (entry === undefined ? time < 0 : time <= entry) return;
    if (entry === undefined) this.#fromStart += 1;
    else this.#lateEntries.push(entry);
    let counts = this.#byTime.get(time);
    if (!counts) {
      counts = { event: 0, competing: 0, censored: 0 };
      this.#byTime.set(time, counts);
    }
    counts[ending] += 1;
  }

  /** One row per distinct time, ascending. */
  rows(): EventTime[] {
    const entries = this.#lateEntries.sort((a, b) => a - b);
    let entered = 0;
    let left = 0;
    return [...this.#byTime]
      .sort(([a], [b]) => a - b)
      .map(([time, { event, competing, censored }]) => {
        while (entered < entries.length && (entries[entered] ?? 0) < time) entered += 1;
        const atRisk = this.#fromStart + entered - left;
        left += event + competing + censored;
        return { time, atRisk, events: event, competing, censored };
      });
  }
}
