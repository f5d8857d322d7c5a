import { StoreError } from '../store-error.ts';
import { type Envelope, type KeyWrap, type Protection, wrapOfKind } from './envelope.ts';
import { readEnvelopeFile, writeEnvelopeFile } from './envelope-file.ts';
import { type Secret, unlockKey, wrapKey } from './unlock-key.ts';

/**
 * Adds a way to open the store, or replaces the one of the same kind: changing a passphrase is setting a new one. The
 * database is not touched, for its key stays. `current` proves that the person may do this.
 */
export async function setProtection(envelopeFile: string, current: Secret, next: Secret): Promise<Envelope> {
  const envelope = readEnvelopeFile(envelopeFile);
  const key = await unlockKey(envelope, current);
  try {
    const changed = withWrap(envelope, await wrapKey(key, next));
    await proveOpens(changed, next, key);
    writeEnvelopeFile(envelopeFile, changed);
    return changed;
  } finally {
    key.fill(0);
  }
}

/** Removes one way to open the store. Throws `vault-locked` rather than remove the last one. */
export async function removeProtection(envelopeFile: string, current: Secret, kind: Protection): Promise<Envelope> {
  const envelope = readEnvelopeFile(envelopeFile);
  const key = await unlockKey(envelope, current);
  key.fill(0);
  if (!wrapOfKind(envelope, kind)) return envelope;
  const [first, ...others] = envelope.wraps.filter((wrap) => wrap.kind !== kind);
  if (!first) throw new StoreError('vault-locked', { detail: { lastProtection: true } });
  const changed: Envelope = { version: 1, wraps: [first, ...others] };
  writeEnvelopeFile(envelopeFile, changed);
  return changed;
}

function withWrap(envelope: Envelope, wrap: KeyWrap): Envelope {
  return { version: 1, wraps: [wrap, ...envelope.wraps.filter(({ kind }) => kind !== wrap.kind)] };
}

/** A keychain that wraps but can't unwrap would lock the person out; so the new wrap is opened before it replaces one. */
async function proveOpens(envelope: Envelope, secret: Secret, key: Buffer): Promise<void> {
  const again = await unlockKey(envelope, secret);
  const same = again.equals(key);
  again.fill(0);
  if (!same) throw new StoreError('keychain-unavailable');
}
