/** More names than this are forgotten and looked up again: a hostile file must not fill the memory with them. */
const NAMES_KEPT = 400_000;

/** Remembers the row numbers of names met in one import. */
export class NameCache {
  readonly #ids = new Map<string, number>();
  readonly #find: (name: string) => number;

  /** `find` gives the row of a name, making one where there is none. */
  constructor(find: (name: string) => number) {
    this.#find = find;
  }

  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    if (this.#ids.size >= NAMES_KEPT) this.#ids.clear();
    const id = this.#find(name);
    this.#ids.set(name, id);
    return id;
  }
}
