/** Tolerant looks into parsed JSON of other people's making: what is missing or of another kind is null. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectAt(value: unknown, key: string): JsonObject | null {
  const found = valueAt(value, key);
  return isObject(found) ? found : null;
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = valueAt(value, key);
  return Array.isArray(found) ? found : [];
}

/** A text, or a number as one: exporters of other versions write ids as numbers. */
export function textAt(value: unknown, key: string): string | null {
  const found = valueAt(value, key);
  if (typeof found === 'string') return found;
  return typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : null;
}

export function numberAt(value: unknown, key: string): number | null {
  const found = valueAt(value, key);
  const number = typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : found;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export function valueAt(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
