import { StoreError } from '../store-error.ts';

/** Fewest characters of a passphrase. scrypt makes each guess dear; length does the rest (NIST SP 800-63B asks for 8). */
export const shortestPassphrase = 12;
const fewestDifferent = 5;

/** Throws `weak-passphrase` for one that is too short or little but one character again and again. */
export function refuseWeakPassphrase(passphrase: string): void {
  const characters = [...passphrase.normalize('NFKC')];
  if (characters.length < shortestPassphrase || new Set(characters).size < fewestDifferent) {
    throw new StoreError('weak-passphrase', { detail: { shortest: shortestPassphrase } });
  }
}
