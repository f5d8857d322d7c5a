/** Remembers the newest of what it is told and forgets the rest, so that no file can fill the memory. */
export class RecentMap<Value> {
  #newer = new Map<string, Value>();
  #older = new Map<string, Value>();
  readonly #kept: number;

  /** Keeps at least `kept` and at most twice as many. */
  constructor(kept = 200_000) {
    this.#kept = kept;
  }

  get(key: string): Value | undefined {
    return this.#newer.get(key) ?? this.#older.get(key);
  }

  set(key: string, value: Value): void {
    if (this.#newer.size >= this.#kept) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, value);
  }

  clear(): void {
    this.#newer = new Map();
    this.#older = new Map();
  }
}
