/** Messages as parallel columns, oldest first. Indexes into other tables; −1 where there is none. */
export interface MessageTable {
  readonly count: number;
  /** Instant in ms. */
  readonly at: Float64Array;
  /** Local day. */
  readonly day: Int32Array;
  /** Person who wrote it. */
  readonly author: Int32Array;
  /** Person it was directed at, −1 for nobody in particular. */
  readonly target: Int32Array;
  /** Dense number of its thread, −1 where the source has no threads. */
  readonly thread: Int32Array;
  /** Row of the message it replies to, −1 unknown. Always an earlier row. */
  readonly parent: Int32Array;
  /** Position in `spaces`, −1 unknown. */
  readonly space: Int32Array;
  /** 2 spoke, 3 replied, 4 organised. */
  readonly level: Uint8Array;
  /** Sum of `activityFlags`, and of `UPHELD_THREAD` where it is in such a thread. */
  readonly flags: Uint8Array;
}

/** In a thread with an upheld report. Nothing that is stored with an activity: it follows from the cases of the time. */
export const UPHELD_THREAD = 128;
