import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { PracticeWorld } from './world/practice-world.ts';
import type { PracticeApp, PracticeToken } from './world/world-state.ts';

const codeLivesMs = 10 * 60_000;

export interface GrantRequest {
  readonly app: PracticeApp;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string | null;
  readonly accountId: string;
}

interface Grant extends GrantRequest {
  readonly until: Instant;
}

/** Hands out codes and tokens. Codes live in memory only, work once, and end after ten minutes. */
export class OAuthDesk {
  readonly #world: PracticeWorld;
  readonly #grants = new Map<string, Grant>();

  constructor(world: PracticeWorld) {
    this.#world = world;
  }

  register(about: Pick<PracticeApp, 'name' | 'redirectUris' | 'scopes'>): PracticeApp {
    const app = { ...about, id: String(this.#world.state.apps.length + 1), clientId: secret(), clientSecret: secret() };
    this.#world.state.apps.push(app);
    return app;
  }

  app(clientId: string | null): PracticeApp | null {
    return this.#world.state.apps.find((app) => app.clientId === clientId) ?? null;
  }

  grant(request: GrantRequest, now: Instant): string {
    const code = secret();
    this.#grants.set(code, { ...request, until: now + codeLivesMs });
    return code;
  }

  /** The token for a code, or null when anything doesn't fit. A code is used up even by a wrong attempt. */
  redeem(
    code: string,
    proof: { readonly clientId: string; readonly redirectUri: string; readonly verifier: string | null },
    now: Instant,
  ): PracticeToken | null {
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    if (grant === undefined || grant.until < now) return null;
    if (grant.app.clientId !== proof.clientId || grant.redirectUri !== proof.redirectUri) return null;
    // GoToSocial takes the parameters and does not check them.
    const checks = this.#world.state.flavour === 'mastodon' && grant.challenge !== null;
    if (checks && challengeOf(proof.verifier ?? '') !== grant.challenge) return null;
    return this.issue(grant.app.clientId, grant.accountId, grant.scopes, now);
  }

  issue(clientId: string, accountId: string, scopes: readonly string[], now: Instant): PracticeToken {
    const token: PracticeToken = { token: secret(), clientId, accountId, scopes, createdAt: now, revoked: false };
    this.#world.state.tokens.push(token);
    return token;
  }

  find(token: string | undefined): PracticeToken | null {
    return this.#world.state.tokens.find((one) => one.token === token && !one.revoked) ?? null;
  }
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}
