import type { Instant } from '../../../shared/domain/ids.ts';

/** One request as the server saw it. */
export interface BookedRequest {
  readonly at: Instant;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number | null;
  readonly accountId: string | null;
  readonly idempotencyKey: string | null;
  readonly fault: string | null;
}

/** One call that changed something, written down when it was carried out, whether or not its answer arrived. */
export interface BookedAction {
  readonly at: Instant;
  readonly kind: string;
  readonly targetId: string;
  readonly reportId: string | null;
  readonly byId: string;
  readonly idempotencyKey: string | null;
}

const mostRequests = 50_000;

/** The server's own books: what tests and the demo hold against what Hearth believes it did. */
export class Books {
  readonly requests: BookedRequest[] = [];
  readonly actions: BookedAction[] = [];

  addRequest(request: BookedRequest): void {
    if (this.requests.length >= mostRequests) this.requests.shift();
    this.requests.push(request);
  }

  addAction(action: BookedAction): void {
    this.actions.push(action);
  }

  /** How often each idempotency key was carried out. More than once is a repeat. */
  countsByKey(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { idempotencyKey } of this.actions) {
      if (idempotencyKey !== null) counts.set(idempotencyKey, (counts.get(idempotencyKey) ?? 0) + 1);
    }
    return counts;
  }

  /** Keys that were carried out more than once. */
  repeatedKeys(): string[] {
    return [...this.countsByKey()].filter(([, count]) => count > 1).map(([key]) => key);
  }

  clear(): void {
    this.requests.length = 0;
    this.actions.length = 0;
  }
}
