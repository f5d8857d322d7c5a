import type { Instant } from '../../../shared/domain/ids.ts';
import type { Books } from './books.ts';
import { Entities } from './entities/entities.ts';
import type { FaultSpec } from './faults.ts';
import { type Answer, failure } from './http/answer.ts';
import type { PracticeWords } from './http/consent-page.ts';
import { answerInstead, serverError } from './http/fault-answers.ts';
import { findRoute } from './http/find-route.ts';
import type { IncomingCall } from './http/incoming.ts';
import type { RateLimiter } from './http/rate-limiter.ts';
import type { OAuthDesk } from './oauth-desk.ts';
import { roleAllows } from './role-allows.ts';
import { allRoutes } from './routes/all-routes.ts';
import { covers, type Route } from './routes/route.ts';
import type { PracticeWorld } from './world/practice-world.ts';
import type { PracticeToken } from './world/world-state.ts';

export interface AnswerDeskParts {
  readonly world: PracticeWorld;
  readonly books: Books;
  readonly oauth: OAuthDesk;
  readonly words: PracticeWords;
  readonly grantsByItself: boolean;
  readonly limiter: RateLimiter | null;
  readonly now: () => Instant;
  readonly origin: () => string;
}

/** Decides what a call is answered: limits, token, scope and role first, then the route. */
export class AnswerDesk {
  readonly #parts: AnswerDeskParts;

  constructor(parts: AnswerDeskParts) {
    this.#parts = parts;
  }

  tokenOf(call: IncomingCall): PracticeToken | null {
    return this.#parts.oauth.find(/^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1]);
  }

  /** The answer, and whether carrying the call out may have changed the world. */
  answer(call: IncomingCall, fault: FaultSpec | null): { answer: Answer; changed: boolean } {
    const { limiter, now } = this.#parts;
    const instead = fault === null ? null : answerInstead(fault, now());
    if (instead !== null) return { answer: instead, changed: false };
    const token = this.tokenOf(call);
    const verdict = limiter?.judge(token?.accountId ?? 'anybody', call.query, now());
    if (verdict?.allowed === false) {
      return { answer: { ...failure(429, call.headers['accept-language']), headers: verdict.headers }, changed: false };
    }
    const { answer, changed } = this.#route(call, token);
    if (fault?.kind === 'server-error') return { answer: serverError(fault), changed };
    return { answer: { ...answer, headers: { ...verdict?.headers, ...answer.headers } }, changed };
  }

  #route(call: IncomingCall, token: PracticeToken | null): { answer: Answer; changed: boolean } {
    const { world, books, oauth, words, grantsByItself, now, origin } = this.#parts;
    const found = findRoute(allRoutes, world.state.flavour, call.method, call.path);
    const language = call.headers['accept-language'];
    if (found.found === 'other-method') {
      return { answer: { status: 405, text: { type: 'text/plain', body: '405 method not allowed' } }, changed: false };
    }
    if (found.found === 'nothing') return { answer: failure(404, language), changed: false };
    const refusal = this.#refusal(found.route, token, language);
    if (refusal !== null) return { answer: refusal, changed: false };
    const answer = found.route.handle({
      call,
      params: found.params,
      world,
      entities: new Entities(world, origin()),
      books,
      desk: oauth,
      words,
      grantsByItself,
      origin: origin(),
      now: now(),
      me: token === null ? null : (world.account(token.accountId) ?? null),
    });
    return { answer, changed: found.route.changes === true };
  }

  #refusal(route: Route, token: PracticeToken | null, language: string | undefined): Answer | null {
    if (route.scopes === undefined) return null;
    if (token === null) return failure(401, language);
    if (!route.scopes.some((scope) => covers(token.scopes, scope))) return failure(403, language);
    const account = this.#parts.world.account(token.accountId);
    const isAllowed = route.permission === undefined || roleAllows(account, route.permission);
    return isAllowed ? null : failure(403, language);
  }
}
