import type { Instant } from '../../../../shared/domain/ids.ts';
import type { Books } from '../books.ts';
import type { Entities } from '../entities/entities.ts';
import { type Answer, failure } from '../http/answer.ts';
import type { PracticeWords } from '../http/consent-page.ts';
import type { IncomingCall } from '../http/incoming.ts';
import type { OAuthDesk } from '../oauth-desk.ts';
import type { PracticeWorld } from '../world/practice-world.ts';
import type { PracticeAccount, PracticeFlavour } from '../world/world-state.ts';

/** What a route may look at. `me` is there wherever the route asks for a scope. */
export interface RouteContext {
  readonly call: IncomingCall;
  readonly params: readonly string[];
  readonly world: PracticeWorld;
  readonly entities: Entities;
  readonly books: Books;
  readonly desk: OAuthDesk;
  readonly words: PracticeWords;
  /** Consent is given without asking: for tests and the demo. */
  readonly grantsByItself: boolean;
  readonly origin: string;
  readonly now: Instant;
  readonly me: PracticeAccount | null;
}

export type Permission = 'reports' | 'users' | 'dashboard';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:id` for one part. */
  readonly path: string;
  /** Any of these scopes (or a wider one) will do; none at all means public. */
  readonly scopes?: readonly string[];
  /** The role permission it takes besides. */
  readonly permission?: Permission;
  readonly flavours?: readonly PracticeFlavour[];
  readonly changes?: boolean;
  readonly handle: (context: RouteContext) => Answer;
}

export const onMastodon: readonly PracticeFlavour[] = ['mastodon'];

/** A failure in the language that the call asked for. */
export function refuse(context: RouteContext, status: number): Answer {
  return failure(status, context.call.headers['accept-language']);
}

/** Whether granted scopes cover a wanted one: `admin:read` covers `admin:read:reports`, `read` covers `read:accounts`. */
export function covers(granted: readonly string[], wanted: string): boolean {
  return granted.some((scope) => wanted === scope || wanted.startsWith(`${scope}:`));
}

/** Writes a carried-out change into the books. */
export function book(context: RouteContext, kind: string, targetId: string, reportId: string | null = null): void {
  const key = context.call.headers['idempotency-key'];
  context.books.addAction({
    at: context.now,
    kind,
    targetId,
    reportId,
    byId: context.me?.id ?? '',
    idempotencyKey: typeof key === 'string' ? key : null,
  });
}
