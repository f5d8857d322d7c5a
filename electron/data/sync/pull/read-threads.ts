import type { SnapshotPost } from '../../../../shared/ipc/topics/case.ts';
import type { RemotePost } from '../../platforms/platform.ts';
import { postponeThread, saveThread } from '../../store/subjects/commands.ts';
import { listOwedThreads } from '../../store/subjects/queries.ts';
import { inTransaction } from '../../store/transaction.ts';
import { stopsEverything } from '../platform-trouble.ts';
import { checkCancelled, type PullRun } from './pull-run.ts';

/** At most so many in one run, so that a first pull does not spend the server's patience on surroundings. */
const mostPerRun = 40;
const mostAttempts = 6;
const firstWaitMs = 60_000;

/** Reads the posts around new evidence. What can't be had is tried again later, and given up after some attempts. */
export async function readThreads(run: PullRun): Promise<void> {
  const { context } = run.tools;
  const owed = listOwedThreads(context.write, run.communityId, context.clock.now(), mostPerRun);
  run.progress('threads', 0, owed.length);
  for (const [index, subject] of owed.entries()) {
    checkCancelled(run);
    try {
      const posts = await run.connector.readThread(subject.remote_id, run.signal);
      const kept = posts.map((post) => toSnapshotPost(post, subject.remote_id));
      saveThread(context.write, subject.id, kept, context.clock.now());
    } catch (error) {
      if (stopsEverything(error)) throw error;
      const now = context.clock.now();
      inTransaction(context.write, () =>
        postponeThread(context.write, subject.id, (attempts) =>
          attempts >= mostAttempts ? null : now + firstWaitMs * 4 ** attempts,
        ),
      );
    }
    run.progress('threads', index + 1, owed.length);
  }
  if (owed.length > 0) context.changed(['case']);
}

function toSnapshotPost(post: RemotePost, subjectRemoteId: string): SnapshotPost {
  return {
    remoteId: post.remoteId,
    authorName: post.author.displayName,
    authorHandle: post.author.handle,
    text: post.spoiler === '' ? post.text : `${post.spoiler}\n${post.text}`,
    language: post.language,
    publishedAt: post.publishedAt,
    isSubject: post.remoteId === subjectRemoteId,
  };
}
