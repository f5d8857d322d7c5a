import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { readHealthFacts } from '../facts/read-health-facts.ts';
import { newcomersWaiting, type WaitingNewcomer } from './newcomers-waiting.ts';
import { remembered, revisionAt } from './remembered.ts';

/** Messages further back than this cannot be a first message that is still worth answering, or the reply to one. */
const DAYS_READ = 35;

/** Newcomers of a community whose first message nobody has answered. */
export function readWaiting(
  context: DataContext,
  communityId: CommunityId,
  job: JobHandle | null,
): Promise<readonly WaitingNewcomer[]> {
  const now = context.clock.now();
  const revision = revisionAt(now, context, ['communities', 'activities']);
  return remembered(context, { key: `${communityId} waiting`, revision, job }, (turns) =>
    context.readSnapshot(async (db) => {
      const messagesFrom = (lastDay: DayNumber) => lastDay - DAYS_READ;
      const read = await readHealthFacts(db, { communityId, now, messagesFrom }, turns);
      return read ? newcomersWaiting(read.facts, now) : [];
    }),
  );
}
