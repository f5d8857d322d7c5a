import type { Community } from '../../../shared/domain/community.ts';

/** The community chosen last while it is still there, else the first one; null where there is none. */
export function chosenAmong(communities: readonly Community[], chosen: number | null): Community | null {
  return communities.find(({ id }) => id === chosen) ?? communities[0] ?? null;
}
