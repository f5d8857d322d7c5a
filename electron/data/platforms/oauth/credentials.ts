/** What it takes to reach a community. Kept only inside the encrypted store, never logged, never sent to a screen. */
export interface Credentials {
  readonly kind: 'oauth' | 'pasted';
  /** Where the server lives: its origin, and its folder where it has one. */
  readonly baseUrl: string;
  readonly accessToken: string;
  /** The account the token belongs to, where requests have to name it. */
  readonly userName?: string;
  /** Absent for a pasted token: then it can't be revoked from here. */
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** As granted, separated by spaces; empty when the server doesn't say. */
  readonly scopes: string;
}
