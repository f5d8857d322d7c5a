import { Buffer } from 'node:buffer';
import { type ActivityKind, type ActivityLevel, activityFlags, levelOf } from '../../../../shared/domain/activity.ts';
import type { Instant } from '../../../../shared/domain/ids.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import type { NetworkDays } from './draw-people.ts';

/** Spaces of a made-up network, and what they are for. */
export const networkSpaces = [
  { name: 'introductions', purpose: 'introductions' },
  { name: 'support', purpose: 'support' },
  { name: 'reading-circle', purpose: 'group-activity' },
  { name: 'lounge', purpose: 'social' },
  { name: 'outdoors', purpose: 'social' },
  { name: 'announcements', purpose: 'announcements' },
] as const;
export const spaceNumbers = { introductions: 0, support: 1, readingCircle: 2, lounge: 3, announcements: 5 } as const;

/** Marks of an activity, and none of them. */
export const marks = { none: 0, ...activityFlags } as const;

/** One act as the network makes it. People, messages and threads are numbers; −1 is none. */
export interface Act {
  readonly person: number;
  readonly target: number;
  readonly at: Instant;
  readonly kind: ActivityKind;
  readonly space: number;
  readonly thread: number;
  readonly parent: number;
  readonly flags: number;
}

/** The name that files would give a person. */
export function memberName(person: number): string {
  return `member-${String(person + 1).padStart(6, '0')}`;
}

/**
 * Takes acts, week by week. What falls into a later week waits for it; what falls behind the last day is dropped. Numbers
 * of messages and threads are theirs alone.
 */
export class Messages {
  readonly #calendar: LocalDays;
  readonly #days: NetworkDays;
  readonly #later = new Map<number, NewActivity[]>();
  readonly #names: string[] = [];
  readonly #end: Instant;
  #week = 0;
  #current: NewActivity[] = [];
  #messages = 0;
  #threads = 0;
  #made = 0;

  constructor(calendar: LocalDays, days: NetworkDays) {
    this.#calendar = calendar;
    this.#days = days;
    this.#end = calendar.startOf(days.end);
  }

  /** Acts handed out or waiting so far. */
  get made(): number {
    return this.#made;
  }

  newThread(): number {
    this.#threads += 1;
    return this.#threads;
  }

  /** Adds an act and answers its number, by which others can answer it. */
  add(act: Act): number {
    this.#messages += 1;
    if (act.at >= this.#end) return this.#messages;
    const activity = this.#activityOf(act, this.#messages);
    const week = Math.floor((activity.day - this.#days.start) / 7);
    if (week <= this.#week) this.#current.push(activity);
    else this.#waiting(week).push(activity);
    this.#made += 1;
    return this.#messages;
  }

  /** Everything of the week, oldest first; from then on acts are of the next one. */
  endWeek(): readonly NewActivity[] {
    const done = this.#current.sort((one, other) => one.at - other.at);
    this.#week += 1;
    this.#current = this.#later.get(this.#week) ?? [];
    this.#later.delete(this.#week);
    return done;
  }

  #nameOf(person: number): string {
    const name = this.#names[person] ?? memberName(person);
    this.#names[person] = name;
    return name;
  }

  #waiting(week: number): NewActivity[] {
    let waiting = this.#later.get(week);
    if (!waiting) {
      waiting = [];
      this.#later.set(week, waiting);
    }
    return waiting;
  }

  #activityOf({ person, target, at, kind, space, thread, parent, flags }: Act, number: number): NewActivity {
    const level: ActivityLevel = levelOf(kind, target >= 0);
    return {
      member: this.#nameOf(person),
      target: target < 0 ? null : this.#nameOf(target),
      at,
      day: this.#calendar.dayOf(at),
      kind,
      level,
      space: networkSpaces[space]?.name ?? null,
      thread: thread < 0 ? null : `thread-${thread}`,
      key: keyOf(number),
      mayRepeat: false,
      parentKey: parent < 0 ? null : keyOf(parent),
      flags,
    };
  }
}

/** A form of key that no platform and no file has: see platforms/files/activity-key.ts for theirs. */
const NETWORK_KEY = 5;

function keyOf(number: number): Uint8Array {
  const key = Buffer.allocUnsafe(7);
  key[0] = NETWORK_KEY;
  key.writeUIntBE(number, 1, 6);
  return key;
}
