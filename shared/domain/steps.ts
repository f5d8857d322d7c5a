/** Work in steps of a few milliseconds: whoever does it may let other work in between, or leave it undone. */
export type Steps<T> = Generator<void, T, void>;

/** Does the whole work without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Rows of a column between two pauses: short enough for any loop over numbers, long enough that pausing costs nothing. */
const ROWS_A_STEP = 1 << 15;

/** True every some ten thousand rows: where a loop over millions should yield. */
export function isStep(row: number): boolean {
  return (row & (ROWS_A_STEP - 1)) === 0;
}
