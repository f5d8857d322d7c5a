import type { RemoteValue } from './remote-value.ts';

/** The counts that an object carries, by the names given; `fields` says under which of its own each stands. Odd ones are left out. */
export function countsIn(holder: RemoteValue, fields: Readonly<Record<string, string>>): Record<string, number> {
  const found: Record<string, number> = {};
  if (!holder.isObject) return found;
  for (const [name, field] of Object.entries(fields)) {
    const count = holder.at(field).numberOr(null);
    if (count !== null && count >= 0) found[name] = count;
  }
  return found;
}
