import type { Instant } from '../../../../shared/domain/ids.ts';

const minutes = 60_000;
const requestWindow = 5 * minutes;
const pageWindow = 15 * minutes;

export interface LimitSettings {
  readonly requests: number;
  readonly pages: number;
}

/** Mastodon's documented limit, and the one on pages that is not documented. */
export const mastodonLimits: LimitSettings = { requests: 300, pages: 300 };

export interface LimitVerdict {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts in windows aligned to the clock, as Mastodon does; its headers speak of the request window even when pages ran out. */
export class RateLimiter {
  readonly #settings: LimitSettings;
  readonly #counts = new Map<string, number>();

  constructor(settings: LimitSettings) {
    this.#settings = settings;
  }

  judge(who: string, query: URLSearchParams, now: Instant): LimitVerdict {
    const requests = this.#count(`requests ${who} ${Math.floor(now / requestWindow)}`);
    const isPage = ['min_id', 'max_id', 'since_id', 'page'].some((name) => query.has(name));
    const pages = isPage ? this.#count(`pages ${who} ${Math.floor(now / pageWindow)}`) : 0;
    const reset = (Math.floor(now / requestWindow) + 1) * requestWindow;
    return {
      allowed: requests <= this.#settings.requests && pages <= this.#settings.pages,
      headers: {
        'x-ratelimit-limit': String(this.#settings.requests),
        'x-ratelimit-remaining': String(Math.max(0, this.#settings.requests - requests)),
        'x-ratelimit-reset': `${new Date(reset).toISOString().slice(0, -1)}000Z`,
      },
    };
  }

  #count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    if (this.#counts.size > 1_000) this.#counts.clear();
    this.#counts.set(key, count);
    return count;
  }
}
