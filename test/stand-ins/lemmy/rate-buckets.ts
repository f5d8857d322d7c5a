import type { Answer } from '../../../electron/data/practice/http/answer.ts';

export interface Bucket {
  readonly requests: number;
  readonly seconds: number;
}

/** As a fresh server has them. Logging in counts as registering. */
export const usualBuckets: Readonly<Record<'message' | 'register', Bucket>> = {
  message: { requests: 180, seconds: 60 },
  register: { requests: 3, seconds: 3600 },
};

/** Counts requests in fixed windows, by the server's clock. */
export class RateBuckets {
  readonly #buckets: Readonly<Record<'message' | 'register', Bucket | null>>;
  readonly #windows = new Map<string, { ends: number; count: number }>();

  constructor(buckets: Readonly<Record<'message' | 'register', Bucket | null>>) {
    this.#buckets = buckets;
  }

  /** The refusal when the bucket is empty, else null. 0.19 says it with status 400; 1.0 with 429 and no body at all. */
  take(version: 'v3' | 'v4', name: 'message' | 'register', now: number): Answer | null {
    const bucket = this.#buckets[name];
    if (bucket === null) return null;
    const open = this.#windows.get(name);
    const window = open && open.ends > now ? open : { ends: now + bucket.seconds * 1000, count: 0 };
    window.count += 1;
    this.#windows.set(name, window);
    if (window.count <= bucket.requests) return null;
    if (version === 'v3') return { status: 400, json: { error: 'rate_limit_error' } };
    const left = String(Math.ceil((window.ends - now) / 1000));
    return {
      status: 429,
      headers: {
        'x-ratelimit-limit': String(bucket.requests),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': left,
      },
      text: { type: 'text/plain', body: '' },
    };
  }
}
