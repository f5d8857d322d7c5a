/** Bits per block: 8 KiB of memory for 65,536 rows, taken only where rows are. */
const BLOCK_BITS = 16;
const BLOCK_ROWS = 2 ** BLOCK_BITS;

/** A set of row numbers that costs about one bit each, so that it can hold every row of a file of any size. */
export class RowSet {
  readonly #blocks = new Map<number, Uint8Array>();

  /** Adds a row; true where it was not in the set before. */
  add(row: number): boolean {
    const block = this.#blockOf(Math.floor(row / BLOCK_ROWS));
    const at = row % BLOCK_ROWS;
    const bit = 1 << (at & 7);
    const before = block[at >> 3] ?? 0;
    block[at >> 3] = before | bit;
    return (before & bit) === 0;
  }

  #blockOf(number: number): Uint8Array {
    let block = this.#blocks.get(number);
    if (!block) {
      block = new Uint8Array(BLOCK_ROWS / 8);
      this.#blocks.set(number, block);
    }
    return block;
  }
}
