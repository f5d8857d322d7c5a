import { SeededRandom } from './world/random.ts';

export const faultKinds = [
  'latency', // answers `ms` later
  'hang', // never answers, until the client gives up or the server stops
  'rate-limited', // 429 with the headers of `style`
  'server-error', // `status` (503), as JSON or with `html`; with `afterHandling` the call was carried out all the same
  'reset-before', // connection reset, nothing carried out
  'reset-after', // carried out, then the connection is reset: the answer is lost
  'malformed-json',
  'wrong-types',
  'not-json', // 200 with a web page, as from a hotel network
  'huge-body', // `bytes` of JSON, streamed
  'truncated-body', // less than Content-Length promised
  'wrong-charset', // bytes that are not UTF-8
  'slow-body', // the body comes byte by byte (a long one in a few thousand pieces), `ms` apart
  'empty-body', // 200 and nothing in it
  'wrong-type', // JSON that calls itself a web page
  'reordered-list', // the items of the page in reverse
  'repeated-list', // every item of the page twice
  'shortened-list', // the page without its first item
  'unknown-fields', // every object has fields nobody knows
  'bad-gzip', // says gzip, isn't
  'expired-token', // 401
  'forbidden', // 403
  'redirect', // 302 to `to`
  'clock-skew', // dates, also the Date header, are `ms` off
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultSpec {
  readonly kind: FaultKind;
  /** Only for requests whose "METHOD /path" contains this. */
  readonly match?: string;
  /** How many requests it hits before it is used up. Without it, until removed. */
  readonly times?: number;
  /** How many matching requests it lets pass first. */
  readonly after?: number;
  /** Hits only this share of the matching requests, by the seed. */
  readonly probability?: number;
  readonly ms?: number;
  readonly status?: number;
  readonly html?: boolean;
  readonly afterHandling?: boolean;
  readonly bytes?: number;
  readonly to?: string;
  /** Which headers a 429 has. `hidden-paging` shows another window than the one that refused, as Mastodon does. */
  readonly style?: 'mastodon' | 'gotosocial' | 'retry-after' | 'hidden-paging' | 'bare';
}

interface ActiveFault {
  readonly id: number;
  readonly spec: FaultSpec;
  left: number;
  toPass: number;
}

/** Switches for everything that goes wrong on real networks. The first switch that matches a request hits it. */
export class Faults {
  readonly #active: ActiveFault[] = [];
  readonly #random: SeededRandom;
  #nextId = 1;

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
  }

  /** Switches a fault on; returns the number by which it can be removed. */
  add(spec: FaultSpec): number {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#active.push({ id, spec, left: spec.times ?? Number.POSITIVE_INFINITY, toPass: spec.after ?? 0 });
    return id;
  }

  remove(id: number): void {
    const position = this.#active.findIndex((fault) => fault.id === id);
    if (position !== -1) this.#active.splice(position, 1);
  }

  clear(): void {
    this.#active.length = 0;
  }

  list(): { id: number; spec: FaultSpec; left: number }[] {
    return this.#active.map(({ id, spec, left }) => ({ id, spec, left }));
  }

  /** The fault that hits this request, counted as used. */
  next(method: string, path: string): FaultSpec | null {
    for (const fault of this.#active) {
      if (!`${method} ${path}`.includes(fault.spec.match ?? '')) continue;
      if (fault.toPass > 0) {
        fault.toPass -= 1;
        continue;
      }
      if (!this.#random.chance(fault.spec.probability ?? 1)) continue;
      fault.left -= 1;
      if (fault.left <= 0) this.remove(fault.id);
      return fault.spec;
    }
    return null;
  }
}
