/** More names than this are forgotten and looked up again: a hostile file must not fill the memory with them. */
const NAMES_KEPT = 400_000;

/** Remembers the row numbers, or other ids, of names met in one import. */
export class NameCache<Id extends string | number> {
  readonly #ids = new Map<string, Id>();
  readonly #find: (name: string) => Id;

  /** `find` gives the id of a name, making one where there is none. */
  constructor(find: (name: string) => Id) {
    this.#find = find;
  }

  idOf(name: string): Id {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    if (this.#ids.size >= NAMES_KEPT) this.#ids.clear();
    const id = this.#find(name);
    this.#ids.set(name, id);
    return id;
  }
}
