/** Place of the first value not below `value` in the ascending part of a column from `low` up to, but not including, `high`. */
export function firstPlaceFrom(column: Int32Array, value: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((column[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
