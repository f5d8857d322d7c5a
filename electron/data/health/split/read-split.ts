import { crossings } from '../../../../shared/domain/health/split.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { Turns } from '../../service/turns.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { beginSnapshot, forgetOldWeeks } from '../../store/health-releases/commands.ts';
import { findNewestSnapshot } from '../../store/health-releases/queries.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import { identityRulesOf } from '../disclosure/community-rules.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import type { SplitQuestion } from './read-split-facts.ts';
import { releaseFromSnapshot } from './release-from-snapshot.ts';
import { snapshotWeekOf, weekToTell } from './snapshot-week.ts';

/**
 * A measure by the groups of an identity question, from the snapshot of the week. Asked again within the week the same is
 * said again. Rejects with HearthError `not-found` for a community, question or crossing that does not exist, and with
 * `cancelled` where the job is cancelled before it was told.
 */
export async function readSplit(
  context: DataContext,
  asked: SplitQuestion,
  job: JobHandle | null = null,
): Promise<Published<SplitView>> {
  const { communityId, measure, cross } = asked;
  const community = readCommunityFacts(context.read, communityId);
  const module = groupMetrics.find((one) => one.measure === measure);
  if (!community || !module) throw new HearthError('not-found');
  if (cross !== 'none' && !module.crossings.includes(cross)) throw new HearthError('not-found');
  const now = context.clock.now();
  const newest = findNewestSnapshot(context.write, communityId, 'week');
  const { monday, asOf } = weekToTell(snapshotWeekOf(localDaysIn(community.timeZone).dayOf(now)), newest, now);
  const snapshot = beginSnapshot(context.write, communityId, 'week', monday, now);
  const rules = identityRulesOf(context.read, communityId, 'team');
  const view = await releaseFromSnapshot(context, asked, { snapshot, asOf, rules, crossings }, new Turns(job));
  forgetOldWeeks(context.write, communityId, monday);
  return view;
}
