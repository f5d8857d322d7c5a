/** What it takes to reach a community. Kept only inside the encrypted store, never logged, never sent to a screen. */
export interface Credentials {
  /** How it was got: on the server's own page, by name and password, or made there by a person and pasted. */
  readonly kind: 'oauth' | 'password' | 'pasted';
  /** Where the server lives: its origin, and its folder where it has one. */
  readonly baseUrl: string;
  readonly accessToken: string;
  /** The account the token belongs to, where requests have to name it. */
  readonly userName?: string;
  /** Null where there is no OAuth app of Hearth's own: then the token can't be revoked as OAuth has it. */
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** As granted, separated by spaces; empty when the server doesn't say. */
  readonly scopes: string;
}
