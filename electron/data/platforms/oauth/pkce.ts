import { createHash, randomBytes } from 'node:crypto';

export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
}

/** A fresh proof key for one sign-in (RFC 7636, method S256). */
export function newPkce(): Pkce {
  const verifier = randomToken();
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** 256 random bits as text that needs no escaping. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
