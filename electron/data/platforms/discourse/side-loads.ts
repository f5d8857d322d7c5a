import { RemoteValue } from '../decode/remote-value.ts';

/**
 * What an answer of the review queue carries beside its items: they name users, scores, actions and topics by id, and each
 * stands once in a list of its own. What is missing or odd there is simply not found; the item itself decides whether it can
 * do without.
 */
export class SideLoads {
  readonly #body: RemoteValue;
  readonly #lists = new Map<string, Map<string, RemoteValue>>();

  constructor(body: unknown) {
    this.#body = new RemoteValue(body);
  }

  /** The object of that list with that id, or null. */
  find(list: string, id: RemoteValue): RemoteValue | null {
    const key = idOrNull(id);
    return key === null ? null : (this.#list(list).get(key) ?? null);
  }

  /** Those of the list that the item names, in its order. */
  findAll(list: string, ids: RemoteValue): RemoteValue[] {
    return ids.listOrNone().flatMap((id) => this.find(list, id) ?? []);
  }

  /** What kind of object an attribute such as `claimed_by` stands for. */
  typeOf(attribute: string): string | null {
    const meta = this.#member('meta');
    const types = meta.isObject ? meta.at('types') : meta;
    return types.isObject ? types.at(attribute).textOr(null) : null;
  }

  #list(name: string): Map<string, RemoteValue> {
    const known = this.#lists.get(name);
    if (known) return known;
    const made = new Map<string, RemoteValue>();
    for (const item of this.#member(name).listOrNone()) {
      const id = item.isObject ? idOrNull(item.at('id')) : null;
      if (id !== null) made.set(id, item);
    }
    this.#lists.set(name, made);
    return made;
  }

  #member(name: string): RemoteValue {
    return this.#body.isObject ? this.#body.at(name) : new RemoteValue(undefined);
  }
}

/** An identifier as text, or null where there is none. */
export function idOrNull(value: RemoteValue): string | null {
  if (value.isMissing) return null;
  try {
    return value.id();
  } catch {
    return null;
  }
}
