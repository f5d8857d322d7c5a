import { hash } from 'node:crypto';

/** sha256 over what JSON makes of a value, in hexadecimal. */
export function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? '');
}
