import { levelOf } from '../../../../shared/domain/activity.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { localDaysIn } from '../../health/calendar/local-days.ts';
import { sourceIdKey } from '../../platforms/files/activity-key.ts';
import { parentFinder } from '../../platforms/files/parent-key.ts';
import type { RemoteActivity } from '../../platforms/platform.ts';
import { createActivityWriter } from '../../store/activities/commands.ts';
import { findAuthor, hasActivity } from '../../store/activities/message-queries.ts';
import type { AddedActivities, NewActivity } from '../../store/activities/new-activity.ts';
import type { WriteDb } from '../../store/db.ts';
import { findRemoteIdByHandle, noteActor } from '../../store/members/note-actor.ts';

const kinds = { posted: 'post', replied: 'reply', reacted: 'reaction' } as const;

/** Takes pages of activities as a platform lists them. Call it inside the page's transaction; no more after a rollback. */
export interface ActivityTaker {
  readonly take: (page: readonly RemoteActivity[]) => AddedActivities;
}

/**
 * Activities of one community, by the ids of its platform: members are the same as those of reports, and what is met again is
 * known. That somebody joined is a fact about them and no act of its own.
 */
export function createActivityTaker(
  db: WriteDb,
  source: { communityId: CommunityId; timeZone: string; now: Instant },
): ActivityTaker {
  const { communityId, now } = source;
  const writer = createActivityWriter(db, { communityId, importId: null, now });
  const days = localDaysIn(source.timeZone);
  const parents = parentFinder((key) => hasActivity(db, communityId, key));

  /** Whoever wrote what is answered; else whom the platform names. Answering oneself is directed at nobody. */
  function targetOf(activity: RemoteActivity, parentKey: Uint8Array | null): string | null {
    const author = parentKey === null ? null : findAuthor(db, communityId, parentKey);
    const named = () =>
      activity.targetHandle === null ? null : findRemoteIdByHandle(db, communityId, activity.targetHandle);
    const target = author ?? named();
    return target === activity.memberRemoteId ? null : target;
  }

  function toNew(activity: RemoteActivity, kind: (typeof kinds)[keyof typeof kinds]): NewActivity {
    const { remoteId, memberRemoteId, at, space, threadRemoteId, parentRemoteId } = activity;
    const parentKey = parentRemoteId === null || parentRemoteId === remoteId ? null : parents.keyOf(parentRemoteId);
    parents.met(remoteId, kind);
    const target = targetOf(activity, parentKey);
    return {
      member: memberRemoteId,
      target,
      at,
      day: days.dayOf(at),
      kind,
      level: levelOf(kind, target !== null),
      space,
      thread: threadRemoteId,
      key: sourceIdKey(kind, remoteId),
      mayRepeat: false,
      parentKey,
    };
  }

  return {
    take(page) {
      let added = 0;
      let alreadyKnown = 0;
      const batch: NewActivity[] = [];
      const flush = (): void => {
        const outcome = writer.add(batch.splice(0));
        added += outcome.added;
        alreadyKnown += outcome.alreadyKnown;
      };
      const waiting = new Set<string>();
      for (const activity of page) {
        const joinedAt = activity.kind === 'joined' ? activity.at : null;
        const { memberRemoteId: remoteId, memberHandle: handle, isBot } = activity;
        noteActor(db, { communityId, remoteId, handle, isBot, joinedAt, at: now });
        if (activity.kind === 'joined') continue;
        // Who wrote what is answered is asked of the store: an answer on the same page has to wait for it.
        if (activity.parentRemoteId !== null && waiting.has(activity.parentRemoteId)) {
          flush();
          waiting.clear();
        }
        waiting.add(activity.remoteId);
        batch.push(toNew(activity, kinds[activity.kind]));
      }
      flush();
      return { added, alreadyKnown };
    },
  };
}
