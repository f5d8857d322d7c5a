const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** True for a host that never leaves this computer. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname);
}

/** Why something typed is no address to connect to. Words: `errors` and `communities:address.<name>`. */
export type AddressFault = 'not-an-address' | 'plain-http';
export type ServerAddress = { readonly origin: string } | { readonly origin: null; readonly why: AddressFault };

/**
 * The origin of what a person typed as a server address ("example.social", "https://example.social/about"), or why it is
 * none. Plain http is for loopback alone: a token must never travel unencrypted.
 */
export function readServerAddress(typed: string): ServerAddress {
  const none = { origin: null, why: 'not-an-address' } as const;
  const trimmed = typed.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return none;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return none;
  const url = new URL(withScheme);
  if (url.username !== '' || url.password !== '' || url.hostname === '') return none;
  if (url.protocol === 'https:') return { origin: url.origin };
  if (url.protocol !== 'http:') return none;
  return isLoopback(url) ? { origin: url.origin } : { origin: null, why: 'plain-http' };
}

/** The same, or null when it is none. */
export function serverOrigin(typed: string): string | null {
  return readServerAddress(typed).origin;
}
