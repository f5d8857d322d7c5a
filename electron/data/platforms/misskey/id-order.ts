import { RemoteValue } from '../decode/remote-value.ts';

/** Smaller than every identifier: all formats that Misskey makes them in are letters and digits, and grow with time. */
export const lowestId = '0';

/** Identifiers and times of what stands on a page as it came, also of items that can't be used. */
export interface PageItem {
  readonly id: string;
  readonly createdAt: number | null;
}

/** What a page says about its place in the list. */
export function itemsOf(body: unknown): readonly PageItem[] {
  if (!Array.isArray(body)) return [];
  const items: PageItem[] = [];
  for (const raw of body as unknown[]) {
    const value = new RemoteValue(raw);
    const id = value.isObject ? value.at('id').textOr('') : '';
    if (!/^[a-zA-Z0-9]+$/.test(id)) continue;
    const at = Date.parse(value.at('createdAt').textOr(''));
    items.push({ id, createdAt: Number.isNaN(at) ? null : at });
  }
  return items;
}

/** The greatest of the identifiers, or `atLeast` when that is greater. */
export function newestId(items: readonly PageItem[], atLeast: string): string {
  return sortedIds([...items.map(({ id }) => id), atLeast]).at(-1) ?? atLeast;
}

/** The smallest of the identifiers, or null when there is none. */
export function oldestId(items: readonly PageItem[]): string | null {
  return sortedIds(items.map(({ id }) => id))[0] ?? null;
}

/** By their characters, as the database compares them. */
function sortedIds(ids: readonly string[]): string[] {
  return [...ids].sort();
}
