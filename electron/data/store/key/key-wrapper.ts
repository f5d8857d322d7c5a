/**
 * The keychain of the operating system, as the data process sees it: main wraps and unwraps through Electron's
 * `safeStorage`, and what comes back is opaque here. Both reject when the keychain can't be used.
 */
export interface KeyWrapper {
  wrap(key: Uint8Array): Promise<Uint8Array>;
  unwrap(blob: Uint8Array): Promise<Uint8Array>;
}
