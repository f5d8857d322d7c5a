import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { practiceOf } from '../communities/practice.ts';
import { isKnownZone, localDaysIn } from '../health/calendar/local-days.ts';
import { type BuiltNetwork, buildNetwork, type NetworkSize } from '../practice/network/build-network.ts';
import { isFilled } from '../practice/network/is-filled.ts';
import { SeededRandom } from '../practice/world/random.ts';
import type { DataContext } from '../service/context.ts';
import type { Handlers } from '../service/handlers.ts';
import type { JobHandle, JobResult } from '../service/jobs.ts';
import { recordEvent } from '../service/record-event.ts';
import { readCommunityFacts } from '../store/activities/community-facts.ts';
import { createImportCommunity } from '../store/communities/commands.ts';
import { eraseCommunity } from '../store/communities/erase-community.ts';
import { sweepIdentity } from '../store/identity/sweep.ts';
import { inTransaction } from '../store/transaction.ts';
import { identityOf, usingIdentity } from './identity-of.ts';
import { keepMadeUpAnswers } from './made-up-answers.ts';

/** Enough for every dashboard to say something, small enough to be there in a moment. */
const practiceSize: NetworkSize = { members: 600, activities: 20_000, weeks: 104, seed: 7 };

/** The calls that fill communities with made-up people, identity answers among them: which is why they stand here. */
export const madeUpNetworkHandlers: Handlers<'practice.fillHealth' | 'practice.generate'> = {
  'practice.fillHealth': (context) => {
    const { communityId: id } = practiceOf(context).state();
    if (id === null) throw new HearthError('not-found');
    const communityId = id as CommunityId;
    requireQuiet(context);
    return {
      jobId: context.jobs.start('practice', async (job) => {
        if (isFilled(context.write, communityId)) return { communityId, activities: 0 };
        // Over in a moment, and the practice community can't be erased for a half: so nothing stops it.
        const whole = { ...job, signal: new AbortController().signal };
        return fill(context, communityId, practiceSize, whole);
      }),
    };
  },

  'practice.generate': (context, { name, timeZone, ...size }) => {
    requireQuiet(context);
    if (!isKnownZone(timeZone)) throw new HearthError('time-zone-unknown');
    return {
      jobId: context.jobs.start('practice', async (job) => {
        const communityId = createCommunity(context, name, timeZone);
        try {
          return await fill(context, communityId, size, job);
        } catch (error) {
          eraseHalf(context, communityId);
          throw error;
        }
      }),
    };
  },
};

/** Writes a network, then what its people answered. Its truth is in the result as a JSON text. */
async function fill(
  context: DataContext,
  communityId: CommunityId,
  size: NetworkSize,
  job: JobHandle,
): Promise<JobResult> {
  const community = readCommunityFacts(context.write, communityId);
  if (!community) throw new HearthError('not-found');
  const now = context.clock.now();
  const place = { db: context.write, communityId, calendar: localDaysIn(community.timeZone), now, until: now };
  try {
    const progress = (done: number) => job.progress('activities', Math.min(done, size.activities), size.activities);
    progress(0);
    const built = await buildNetwork(place, size, { signal: job.signal, progress });
    job.progress('answers', size.activities, size.activities);
    await answer(context, communityId, built, size, job);
    const { activities, truth } = built;
    return { communityId, activities, truth: JSON.stringify(truth) };
  } finally {
    context.changed(['communities', 'activities', 'records', 'identity']);
  }
}

async function answer(
  context: DataContext,
  communityId: CommunityId,
  built: BuiltNetwork,
  { seed }: NetworkSize,
  job: JobHandle,
): Promise<void> {
  const now = context.clock.now();
  await usingIdentity(context, () => {
    const survey = { main: context.write, identity: identityOf(context).ensure(), communityId, now };
    return keepMadeUpAnswers(survey, built, new SeededRandom(seed), async () => {
      await nextTurn();
      job.signal.throwIfAborted();
    });
  });
  job.signal.throwIfAborted();
}

function createCommunity(context: DataContext, name: string, timeZone: string): CommunityId {
  const communityId = inTransaction(context.write, () => {
    const at = context.clock.now();
    const made = createImportCommunity(context.write, { name, timeZone, holdsPersonalData: false, at });
    recordEvent(context, 'community.created', made);
    return made;
  });
  context.changed(['communities']);
  return communityId;
}

/** Nothing of a network that was stopped or failed stays behind. */
function eraseHalf(context: DataContext, communityId: CommunityId): void {
  inTransaction(context.write, () => {
    eraseCommunity(context.write, communityId);
    recordEvent(context, 'community.erased', communityId);
  });
  const identity = identityOf(context).current();
  if (identity) sweepIdentity(identity, context.write);
  context.changed(['communities', 'activities', 'records', 'identity']);
}

function requireQuiet({ jobs }: DataContext): void {
  if (jobs.isBusy('practice')) throw new HearthError('busy');
}
