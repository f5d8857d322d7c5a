const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** True for a host that never leaves this computer. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname);
}

/**
 * The origin of what a person typed as a server address ("example.social", "https://example.social/about"), or null
 * when it is none. Plain http is for loopback alone: a token must never travel unencrypted.
 */
export function serverOrigin(typed: string): string | null {
  const trimmed = typed.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    return null;
  }
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  if (url.protocol === 'https:') return url.origin;
  return url.protocol === 'http:' && isLoopback(url) ? url.origin : null;
}
