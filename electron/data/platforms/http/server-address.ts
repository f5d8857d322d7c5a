const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** True for a host that never leaves this computer. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname);
}

/** Why something typed is no address to connect to. Words: `errors` and `communities:address.<name>`. */
export type AddressFault = 'not-an-address' | 'plain-http';
export type ServerAddress = { readonly base: string } | { readonly base: null; readonly why: AddressFault };

/**
 * Where what a person typed as a server address leads ("example.social", "https://example.org/forum/"): scheme, host and
 * folder, without a slash at the end, query or fragment; or why it is no address. Whether a server lives in the folder, or
 * above it, is found out by asking. Plain http is for loopback alone: a token must never travel unencrypted.
 */
export function readServerAddress(typed: string): ServerAddress {
  const none = { base: null, why: 'not-an-address' } as const;
  const trimmed = typed.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return none;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return none;
  const url = new URL(withScheme);
  if (url.username !== '' || url.password !== '' || url.hostname === '') return none;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return none;
  if (url.protocol === 'http:' && !isLoopback(url)) return { base: null, why: 'plain-http' };
  const folder = url.pathname.split('/').filter((part) => part !== '');
  return { base: [url.origin, ...folder].join('/') };
}

/** The same, or null when it is none. */
export function serverBase(typed: string): string | null {
  return readServerAddress(typed).base;
}

/** The folder of a base, such as "/forum"; empty for a server that has its host to itself. */
export function folderOf(base: string): string {
  return new URL(base).pathname.replace(/\/$/, '');
}

/** The path and query of an address inside a folder, counted from there; null for one that lies outside. Hosts are not compared. */
export function pathInFolder(url: URL, folder: string): string | null {
  if (url.pathname !== folder && !url.pathname.startsWith(`${folder}/`)) return null;
  return `${url.pathname.slice(folder.length)}${url.search}`;
}
