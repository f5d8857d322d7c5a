import type { SplitTime } from '../../../../shared/domain/health/split.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SplitPage } from '../../../../shared/ipc/topics/dashboards.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { Turns } from '../../service/turns.ts';
import { newestFrozenQuarter } from '../dashboard/frozen-quarter.ts';
import { frozenSplit } from './frozen-splits.ts';
import { readSplit } from './read-split.ts';
import type { SplitQuestion } from './read-split-facts.ts';
import { splitPage } from './split-page.ts';

/**
 * A split with what stands around it: of the week, or of the newest frozen quarter, which has no crossings. Rejects with
 * HearthError as `readSplit` and `newestFrozenQuarter` do.
 */
export async function readSplitPage(
  context: DataContext,
  { time, ...asked }: SplitQuestion & { readonly time: SplitTime },
  job: JobHandle | null,
): Promise<Published<SplitPage>> {
  if (time === 'week') return splitPage(context, await readSplit(context, asked, job), null);
  if (asked.cross !== 'none') throw new HearthError('not-found');
  const quarter = newestFrozenQuarter(context, asked.communityId);
  return splitPage(context, await frozenSplit(context, quarter, asked, new Turns(job)), quarter);
}
