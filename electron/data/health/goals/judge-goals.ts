import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { DataContext } from '../../service/context.ts';
import { communitiesWithGoals } from '../../store/goals/queries.ts';
import { noteJudged } from './note-judged.ts';
import { readTold } from './read-told.ts';

/** Judges the goals of every community and notes those that were missed. Counts nothing but the metrics that have goals. */
export async function judgeGoals(context: DataContext, isStopped: () => boolean = () => false): Promise<void> {
  for (const communityId of communitiesWithGoals(context.write)) {
    if (isStopped()) return;
    await judgeCommunity(context, communityId);
  }
}

async function judgeCommunity(context: DataContext, communityId: CommunityId): Promise<void> {
  const told = await readTold(context, { communityId, wanted: 'goals', job: null });
  // A room that is open asks again as well, before it says that the notice was read.
  if (noteJudged(context, communityId, told)) context.changed(['goals']);
}
