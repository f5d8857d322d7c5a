/** Enough parts that no single one grows for longer than a turn of the process lasts. */
const PARTS = 256;

/**
 * A map from millions of names to numbers. In parts, because a map that doubles moves everything it holds at once, and
 * nothing else is answered meanwhile.
 */
export class ManyNames {
  readonly #parts = Array.from({ length: PARTS }, () => new Map<string, number>());

  get(name: string): number | undefined {
    return this.#partOf(name).get(name);
  }

  set(name: string, value: number): void {
    this.#partOf(name).set(name, value);
  }

  delete(name: string): void {
    this.#partOf(name).delete(name);
  }

  /** Names made one after the other differ at their end. */
  #partOf(name: string): Map<string, number> {
    const last = name.charCodeAt(name.length - 1);
    const before = name.charCodeAt(name.length - 2);
    const place = (last * 31 + before) % PARTS;
    const part = this.#parts[Number.isNaN(place) ? 0 : place];
    if (!part) throw new RangeError('no such part');
    return part;
  }
}
