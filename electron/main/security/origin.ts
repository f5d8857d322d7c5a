/** The one place pages come from. Standard and secure, so it is an origin of its own that no other page shares. */
export const appScheme = 'hearth';
export const appHost = 'app';
export const appOrigin = `${appScheme}://${appHost}`;
export const startPage = `${appOrigin}/index.html`;

/** True for an address inside the app's own origin. Compares parsed parts: prefixes can be faked with user names. */
export function isAppAddress(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
  } catch {
    return false;
  }
}
