import type { RejectReason } from './reject-reasons.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Depth to which nested objects are offered as columns: `account.id`, `post.author.id`. */
const DEPTH = 3;

/** The values of a JSON line under the given paths, as text; or why it has none. Missing, null and nested values are ''. */
export function cellsOfJsonLine(text: string, paths: readonly string[]): readonly string[] | RejectReason {
  const value = parseObject(text);
  if (!value) return 'not-json';
  const cells: string[] = [];
  for (const path of paths) {
    const found = valueAt(value, path);
    // The digits beyond 2^53 are lost already: two people could become one.
    if (typeof found === 'number' && Math.abs(found) > Number.MAX_SAFE_INTEGER) return 'number-too-large';
    cells.push(asText(found));
  }
  return cells;
}

/** Paths of all plain values in a JSON line, in order; none where the line is no object. */
export function pathsOfJsonLine(text: string): string[] {
  const value = parseObject(text);
  return value ? pathsOf(value, '', DEPTH) : [];
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function pathsOf(value: JsonObject, prefix: string, depth: number): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!isObject(inner)) return Array.isArray(inner) ? [] : [`${prefix}${key}`];
    return depth > 1 ? pathsOf(inner, `${prefix}${key}.`, depth - 1) : [];
  });
}

function valueAt(value: JsonObject, path: string): unknown {
  if (Object.hasOwn(value, path)) return value[path];
  let inner: unknown = value;
  for (const key of path.split('.')) {
    if (!isObject(inner) || !Object.hasOwn(inner, key)) return undefined;
    inner = inner[key];
  }
  return inner;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
