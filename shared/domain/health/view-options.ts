/** Lengths in days of the gap after which somebody counts as having left, that may be chosen for a stay curve. */
export const gapOptions = [30, 60, 90, 180] as const;
