import { RemoteValue } from '../../../electron/data/platforms/decode/remote-value.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import { LemmyError } from './lemmy-errors.ts';
import type { LemmyWorld } from './lemmy-world.ts';

/** Who asks, and what is asked. A bad token makes a stranger, it is not refused by itself. */
export class LemmySession {
  readonly #world: LemmyWorld;
  readonly #call: IncomingCall;
  readonly personId: number | null;
  readonly token: string;

  constructor(world: LemmyWorld, call: IncomingCall) {
    this.#world = world;
    this.#call = call;
    const token = /^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1] ?? '';
    this.token = token;
    const personId = world.tokens.get(token) ?? null;
    this.personId = personId !== null && world.person(personId).banned ? null : personId;
  }

  /** Throws as a request does that needs a login and has none. */
  requireLogin(): number {
    if (this.personId === null) throw new LemmyError('incorrect_login');
    return this.personId;
  }

  requireAdmin(): number {
    const me = this.requireLogin();
    if (!this.#world.isAdmin(me)) throw new LemmyError('not_an_admin');
    return me;
  }

  requireAnyModerator(): number {
    const me = this.requireLogin();
    const moderatesAny = this.#world.communities.some((one) => one.moderators.has(me));
    if (!moderatesAny && !this.#world.isAdmin(me)) throw new LemmyError('not_a_mod_or_admin');
    return me;
  }

  requireModeratorOf(communityId: number): number {
    const me = this.requireLogin();
    if (!this.#world.isAdmin(me) && !this.#world.moderates(me, communityId)) throw new LemmyError('not_a_mod_or_admin');
    return me;
  }

  /** A text of the query, or null. */
  query(name: string): string | null {
    return this.#call.query.get(name);
  }

  number(name: string): number | null {
    const text = this.query(name);
    return text === null || text === '' ? null : Number(text);
  }

  /** A field of the body. */
  given(name: string): RemoteValue {
    const body = new RemoteValue(this.#call.json);
    if (!body.isObject) throw new LemmyError('unknown', 'Json deserialize error');
    return body.at(name);
  }

  /** A number of the body that has to be there. */
  id(name: string): number {
    const number = this.given(name).numberOr(null);
    if (number === null) throw new LemmyError('unknown', `missing field ${name}`);
    return number;
  }

  flag(name: string): boolean {
    const value = this.given(name);
    if (value.isMissing) throw new LemmyError('unknown', `missing field ${name}`);
    return value.flag();
  }
}
