/** Hours a community can promise an answer within. A fixed menu: nobody fits a promise to a curve hour by hour. */
export const promiseHours = [1, 2, 4, 8, 12, 24, 36, 48, 72, 96, 168] as const;
export type PromiseHours = (typeof promiseHours)[number];

/** The hours that are told where a community has no promise of its own. */
export const usualHours = [24, 48] as const;

/** Hours promised, null for none of the community's own, and the local date (YYYY-MM-DD) from which they count. */
export interface PromiseInForce {
  readonly hours: number | null;
  readonly from: string;
}

/** What a community promises. A change counts from the next quarter on, so that nobody chooses it by its numbers. */
export interface ReplyPromise {
  /** In force now; null where none was ever set. */
  readonly now: PromiseInForce | null;
  /** What counts from the next quarter on, where that is something else. */
  readonly next: PromiseInForce | null;
  /** First local date of the next quarter. */
  readonly nextQuarter: string;
}
