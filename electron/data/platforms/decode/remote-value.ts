import type { Instant } from '../../../../shared/domain/ids.ts';

/** Says which field was not what it should be. Never carries the value. */
export class ShapeError extends Error {
  readonly problem: string;
  constructor(path: string, wanted: string) {
    const problem = `${path === '' ? 'item' : path}: not ${wanted}`;
    super(problem);
    this.name = 'ShapeError';
    this.problem = problem;
  }
}

const isoInstant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Half a surrogate pair is no character: it could neither be stored nor sent back. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * A value from somewhere else, with its path for error messages. Fields that are not asked for are not looked at, so
 * newer servers may send more. Readers named `…Or` forgive a missing or odd value; the others throw ShapeError.
 */
export class RemoteValue {
  readonly #value: unknown;
  readonly #path: string;

  constructor(value: unknown, path = '') {
    this.#value = value;
    this.#path = path;
  }

  get isMissing(): boolean {
    return this.#value === undefined || this.#value === null;
  }

  get isObject(): boolean {
    return typeof this.#value === 'object' && this.#value !== null && !Array.isArray(this.#value);
  }

  /** The member of an object; a missing one is itself a value that is missing. */
  at(key: string): RemoteValue {
    const path = this.#path === '' ? key : `${this.#path}.${key}`;
    if (!this.isObject) throw new ShapeError(this.#path, 'an object');
    const own = Object.hasOwn(this.#value as object, key);
    return new RemoteValue(own ? (this.#value as Record<string, unknown>)[key] : undefined, path);
  }

  text(): string {
    if (typeof this.#value !== 'string') throw new ShapeError(this.#path, 'a text');
    return wellFormed(this.#value);
  }

  textOr<Otherwise extends string | null>(otherwise: Otherwise): string | Otherwise {
    return typeof this.#value === 'string' ? wellFormed(this.#value) : otherwise;
  }

  /** An identifier, as text. Some servers send small ones as numbers; one beyond 2^53 has already lost digits then. */
  id(): string {
    if (typeof this.#value === 'string' && this.#value !== '') return wellFormed(this.#value);
    if (Number.isSafeInteger(this.#value)) return String(this.#value);
    throw new ShapeError(this.#path, 'an identifier');
  }

  flag(): boolean {
    if (typeof this.#value !== 'boolean') throw new ShapeError(this.#path, 'true or false');
    return this.#value;
  }

  flagOr(otherwise: boolean): boolean {
    return typeof this.#value === 'boolean' ? this.#value : otherwise;
  }

  /** A finite number, also when it comes as text, as Mastodon's measures do. */
  number(): number {
    const value = this.numberOr(null);
    if (value === null) throw new ShapeError(this.#path, 'a number');
    return value;
  }

  numberOr<Otherwise extends number | null>(otherwise: Otherwise): number | Otherwise {
    const value = typeof this.#value === 'string' && this.#value.trim() !== '' ? Number(this.#value) : this.#value;
    return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
  }

  /** An ISO 8601 date or time; without a zone it is read as UTC. */
  instant(): Instant {
    const text = typeof this.#value === 'string' ? this.#value : '';
    const match = isoInstant.exec(text);
    const zoned = match?.[1] !== undefined && match[4] === undefined ? `${text}Z` : text;
    const at = match === null ? Number.NaN : Date.parse(zoned);
    if (Number.isNaN(at)) throw new ShapeError(this.#path, 'a date');
    return at;
  }

  instantOrNull(): Instant | null {
    return this.isMissing ? null : this.instant();
  }

  /** Each item of a list, with its position in the path. */
  list(): RemoteValue[] {
    if (!Array.isArray(this.#value)) throw new ShapeError(this.#path, 'a list');
    return this.#value.map((item, position) => new RemoteValue(item, `${this.#path}[${position}]`));
  }

  /** The items, or none when the list itself is missing or odd. */
  listOrNone(): RemoteValue[] {
    return Array.isArray(this.#value) ? this.list() : [];
  }
}
