import { absenceFactor } from './absence-factor.ts';

/** How many people make up each ring of activity. */
export interface Onion {
  readonly core: number;
  readonly regular: number;
  readonly casual: number;
}

/**
 * People by the part of all activity they make, busiest first: core the fewest who make 80%, regular the fewest more
 * who make 95%, casual everybody else with any activity. Whoever crosses a line belongs to the inner ring, so a core is
 * never empty. Undefined without activity. Source: GrimoireLab onion analysis; health.md Z16.
 */
export function onion(contributions: ArrayLike<number>): Onion | undefined {
  const core = absenceFactor(contributions, 0.8);
  const upToRegular = absenceFactor(contributions, 0.95);
  if (core === undefined || upToRegular === undefined) return undefined;
  let active = 0;
  for (let at = 0; at < contributions.length; at += 1) if ((contributions[at] ?? 0) > 0) active += 1;
  return { core, regular: upToRegular - core, casual: active - upToRegular };
}
