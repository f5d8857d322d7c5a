import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { sourceIdKey } from '../../platforms/files/activity-key.ts';
import type { Turns } from '../../service/turns.ts';
import { findThread } from '../../store/activities/message-queries.ts';
import { readUpheldPosts } from '../../store/cases/moderation-queries.ts';
import type { ReadDb } from '../../store/db.ts';

/** Kinds under which a message is known by the id of its source: a platform says "post", files say what it was. */
const KINDS = ['post', 'reply', 'message'] as const;
/** Some platforms number posts apart from other acts: among activities their ids have this in front. */
const PREFIXES = { post: ['', 'post-', 'post:'], message: [''] } as const;

/**
 * Names of the threads in which a message was reported and the report upheld by an instant. A report of an account alone
 * names no thread, and a message that is not among the activities is in none. Rejects with HearthError `cancelled` as the turns do.
 */
export async function readUpheldThreads(
  db: ReadDb,
  communityId: CommunityId,
  until: Instant,
  turns: Turns,
): Promise<ReadonlySet<string>> {
  const threads = new Set<string>();
  for (const { kind: reported, remote_id: id } of readUpheldPosts(db, communityId, until)) {
    await turns.next();
    for (const prefix of PREFIXES[reported]) {
      for (const kind of KINDS) {
        const thread = findThread(db, communityId, sourceIdKey(kind, `${prefix}${id}`));
        if (thread !== undefined) threads.add(thread);
      }
    }
  }
  return threads;
}
