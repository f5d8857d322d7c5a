import { decodeAnswer } from '../../decode/decode-items.ts';
import { RemoteValue } from '../../decode/remote-value.ts';
import { PlatformError } from '../../platform.ts';

/** A query string of the values given. */
export function query(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(values).toString();
}

/** The items that an answer holds under a name, as they came. Without that list the answer is malformed. */
export function listOf(body: unknown, field: string): readonly unknown[] {
  const holder = decodeAnswer(body, (value) => {
    value.at(field).list();
    return body as Record<string, unknown>;
  });
  const list = holder[field];
  if (!Array.isArray(list)) throw new PlatformError('malformed');
  return list;
}

/** The number of what stands under a name in an item, or null where there is none: the item may still be broken. */
export function numberAt(raw: unknown, field: string): number | null {
  const value = new RemoteValue(raw);
  if (!value.isObject || !value.at(field).isObject) return null;
  const number = value.at(field).at('id').numberOr(null);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}
