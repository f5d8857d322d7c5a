import type { DataContext } from '../../service/context.ts';

interface Kept {
  readonly revision: string;
  readonly value: Promise<unknown>;
}

/** Computed values kept in a session; more are forgotten, oldest first. */
const MOST_KEPT = 12;

const kept = new WeakMap<DataContext, Map<string, Kept>>();

/**
 * What `compute` gives, computed once for a key and a revision: opening a dashboard twice must not count millions of
 * messages twice. Lives in memory and goes with the session. What fails is not kept.
 */
export function remembered<Value>(
  context: DataContext,
  key: string,
  revision: string,
  compute: () => Promise<Value>,
): Promise<Value> {
  const values = kept.get(context) ?? new Map<string, Kept>();
  kept.set(context, values);
  const found = values.get(key);
  if (found?.revision === revision) return found.value as Promise<Value>;
  const value = compute();
  values.delete(key);
  values.set(key, { revision, value });
  value.catch(() => {
    if (values.get(key)?.value === value) values.delete(key);
  });
  for (const oldest of values.keys()) {
    if (values.size <= MOST_KEPT) break;
    values.delete(oldest);
  }
  return value;
}
