import type { RemoteValue } from '../decode/remote-value.ts';

/**
 * An identifier, or null. Numbers, numbers as text, and for what came from other servers a whole address; 0 is nobody, and
 * "" stands for null where something was taken away.
 */
export function idOrNull(value: RemoteValue): string | null {
  const number = value.numberOr(null);
  const text = value.textOr('') || (number === null ? '' : String(number));
  return text === '' || text === '0' ? null : text;
}
