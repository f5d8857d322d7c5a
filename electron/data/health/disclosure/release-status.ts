import type { Published } from '../../../../shared/domain/published.ts';
import type { DataStatusView } from '../../../../shared/ipc/topics/dashboards.ts';
import { publishCount } from './counts.ts';
import { mint } from './mint.ts';
import { rulesFor } from './rules.ts';

type Counted = 'members' | 'botsRemoved' | 'sources';

/** What the numbers stand on, with true counts. */
export interface RawStatus extends Omit<DataStatusView, Counted> {
  readonly members: number;
  readonly botsRemoved: number;
  readonly sources: readonly (Omit<DataStatusView['sources'][number], 'count'> & { readonly count: number })[];
}

/** The state of the data, for the team: counts of members that say nothing of identity are exact there (C.2). */
export function releaseStatus(raw: RawStatus): Published<DataStatusView> {
  const rules = rulesFor('team');
  return mint({
    ...raw,
    members: publishCount(raw.members, rules),
    botsRemoved: publishCount(raw.botsRemoved, rules),
    sources: raw.sources.map(({ count, ...source }) => ({ ...source, count: publishCount(count, rules) })),
  });
}
