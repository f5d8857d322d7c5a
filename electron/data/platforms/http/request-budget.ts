import type { Instant } from '../../../../shared/domain/ids.ts';
import { PlatformError } from '../platform.ts';
import { pagedWindowMs, requestsLeft, windowReset } from './retry-time.ts';
import { isSpare } from './spare-requests.ts';

/** What kind of request wants to leave. Writes may use the last part of a budget that reads must leave alone. */
export type RequestKind = 'read' | 'page' | 'write';

export interface BudgetLimits {
  readonly requests: number;
  readonly windowMs: number;
  readonly pages: number;
  readonly pageWindowMs: number;
  /** Requests that reading leaves over, so that a long sync can't keep decisions from being sent. */
  readonly keptForWrites: number;
}

/** Mastodon's and GoToSocial's documented limit, and Mastodon's undocumented one on pages (research/platforms.md). */
export const usualLimits: BudgetLimits = {
  requests: 300,
  windowMs: 5 * 60_000,
  pages: 300,
  pageWindowMs: pagedWindowMs,
  keptForWrites: 30,
};

/** Keeps one server's limits from being hit, counted over sliding windows. Shared by all connectors to that server. */
export class RequestBudget {
  readonly #limits: BudgetLimits;
  readonly #requests: Instant[] = [];
  readonly #pages: Instant[] = [];
  #blockedUntil: Instant = 0;
  #pagesBlockedUntil: Instant = 0;

  constructor(limits: BudgetLimits = usualLimits) {
    this.#limits = limits;
  }

  /** Counts a request that is about to leave, or throws `rate-limited` with the time from which it may. */
  take(kind: RequestKind, now: Instant): void {
    const limits = this.#limits;
    forget(this.#requests, now - limits.windowMs, now);
    forget(this.#pages, now - limits.pageWindowMs, now);
    const spare = isSpare();
    const forReading = limits.requests - limits.keptForWrites;
    const allowed = kind === 'write' ? limits.requests : shareOf(forReading, spare);
    const waits = [this.#blockedUntil, freeAt(this.#requests, allowed, limits.windowMs)];
    if (kind === 'page') {
      waits.push(this.#pagesBlockedUntil, freeAt(this.#pages, shareOf(limits.pages, spare), limits.pageWindowMs));
    }
    const retryAt = Math.max(...waits);
    if (retryAt > now) throw new PlatformError('rate-limited', { retryAt });
    this.#requests.push(now);
    if (kind === 'page') this.#pages.push(now);
  }

  /** Learns from the headers of an answer: an empty window blocks until it ends, whoever emptied it. */
  learn(headers: Headers, now: Instant): void {
    if (requestsLeft(headers) !== 0) return;
    const reset = windowReset(headers, now);
    if (reset !== null) this.#blockedUntil = Math.max(this.#blockedUntil, Math.min(reset, now + this.#limits.windowMs));
  }

  /** Remembers that the server refused a request and when it wants to be asked again. */
  refused(kind: RequestKind, headers: Headers, retryAt: Instant): void {
    const onlyPages = kind === 'page' && requestsLeft(headers) !== 0;
    if (onlyPages) this.#pagesBlockedUntil = Math.max(this.#pagesBlockedUntil, retryAt);
    else this.#blockedUntil = Math.max(this.#blockedUntil, retryAt);
  }
}

/** One budget per server, for as long as the process lives. */
export class RequestBudgets {
  readonly #budgets = new Map<string, RequestBudget>();

  /** The budget of the server with this base address, made on first use, with the limits of its platform. */
  of(base: string, limits: BudgetLimits = usualLimits): RequestBudget {
    const known = this.#budgets.get(base);
    if (known !== undefined) return known;
    const made = new RequestBudget(limits);
    this.#budgets.set(base, made);
    return made;
  }
}

/** What can wait leaves half of what reading may have to what can't. */
function shareOf(requests: number, spare: boolean): number {
  return spare ? Math.max(1, Math.floor(requests / 2)) : requests;
}

/** Drops times before the window, and times in the future, which a clock that was set back leaves behind. */
function forget(times: Instant[], before: Instant, now: Instant): void {
  let kept = 0;
  for (const time of times) if (time > before && time <= now) times[kept++] = time;
  times.length = kept;
}

function freeAt(times: readonly Instant[], allowed: number, windowMs: number): Instant {
  const oldestThatCounts = times[times.length - allowed];
  return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs;
}
