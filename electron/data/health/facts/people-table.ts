import type { DayNumber } from '../calendar/civil-day.ts';

/** The human members of a community by position. Parallel columns; NaN or −1 stands for unknown. */
export interface PeopleTable {
  readonly count: number;
  /** Instant the account was made, as the platform or a file tells. NaN: nobody knows. */
  readonly joinedAt: Float64Array;
  /** Instant of the first message (level 2 or above) ever. NaN: never spoke. */
  readonly firstSpokeAt: Float64Array;
  /** True where the first stored message may not be the first ever: see `earlierRule`. */
  readonly joinedEarlier: Uint8Array;
  /** Day the account ended, or −1 while it lives. */
  readonly endDay: Int32Array;
  /** 0 lives, 1 removed by moderators, 2 deleted by its owner, 3 removed as spam before anybody saw a message. */
  readonly endedHow: Uint8Array;
  readonly isStaff: Uint8Array;
  /** Position of the join route in `outreach.routes`; −1 unknown. */
  readonly route: Int32Array;
}

/** How an account ended, by the numbers of `endedHow`. */
export const accountEnds = { lives: 0, removed: 1, deleted: 2, spam: 3 } as const;

/** Removed as spam before anybody saw a message: no member at all, and in no count but that of sign-ups. */
export function isSpamAccount({ endedHow }: PeopleTable, person: number): boolean {
  return endedHow[person] === accountEnds.spam;
}

/** Day a person joined a cohort: their first message. Undefined for those who never spoke or joined before the data. */
export function newcomerDay(
  people: PeopleTable,
  person: number,
  dayOf: (instant: number) => DayNumber,
): DayNumber | undefined {
  const at = people.firstSpokeAt[person];
  if (at === undefined || Number.isNaN(at) || people.joinedEarlier[person] === 1) return undefined;
  return isSpamAccount(people, person) ? undefined : dayOf(at);
}
