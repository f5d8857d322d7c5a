import { createHash } from 'node:crypto';

/** sha256 over what JSON makes of a value, in hexadecimal. */
export function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex');
}
