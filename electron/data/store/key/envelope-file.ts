import { readFileSync } from 'node:fs';
import { StoreError, withStoreErrors } from '../store-error.ts';
import { writeFileAtomically } from '../write-file-atomically.ts';
import { type Envelope, readEnvelopeText, writeEnvelopeText } from './envelope.ts';

/** Reads the envelope. Throws `key-missing` when there is none and `key-damaged` when it can't be understood. */
export function readEnvelopeFile(file: string): Envelope {
  return withStoreErrors(() => {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new StoreError('key-missing', { cause: error });
      throw error;
    }
    return readEnvelopeText(text);
  });
}

/** Replaces the envelope in one step: after a crash there is the old one or the new one, never half of one. */
export function writeEnvelopeFile(file: string, envelope: Envelope): void {
  withStoreErrors(() => writeFileAtomically(file, writeEnvelopeText(envelope)));
}
