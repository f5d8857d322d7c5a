import { activityFlags, levelOf } from '../../../../shared/domain/activity.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { localDaysIn } from '../../health/calendar/local-days.ts';
import { sourceIdKey } from '../../platforms/files/activity-key.ts';
import type { RemoteActivity } from '../../platforms/platform.ts';
import { createActivityWriter } from '../../store/activities/commands.ts';
import { directAnswers } from '../../store/activities/direct-answers.ts';
import { findAuthor } from '../../store/activities/message-queries.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import type { WriteDb } from '../../store/db.ts';
import { findMemberId, noteAccountEnd, noteAccountLives } from '../../store/members/account-end.ts';
import { findRemoteIdByHandle, noteActor } from '../../store/members/note-actor.ts';

const kinds = { posted: 'post', replied: 'reply', reacted: 'reaction' } as const;

/**
 * A platform's ids are one series whatever the kind, unlike those of files. So an answer names what it answers also where that
 * is not here yet, as on platforms that list the newest first.
 */
const keyOf = (remoteId: string): Uint8Array => sourceIdKey('post', remoteId);

/** Takes pages of activities as a platform lists them. Call it inside the page's transaction; no more after a rollback. */
export interface ActivityTaker {
  /** True when anything came of it that was not known: an act, a member, or when somebody joined. */
  readonly take: (page: readonly RemoteActivity[]) => boolean;
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
    const parentKey = parentRemoteId === null || parentRemoteId === remoteId ? null : keyOf(parentRemoteId);
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
      key: keyOf(remoteId),
      mayRepeat: false,
      parentKey,
      ...(activity.closes !== undefined && {
        flags: activity.closes ? activityFlags.closed : 0,
        flagsTold: activityFlags.closed,
      }),
    };
  }

  /** Where a platform does not say when, it is when that is first read. */
  function noteEnd({ memberRemoteId, accountEnd: end }: RemoteActivity): boolean {
    if (end === undefined) return false;
    const id = findMemberId(db, communityId, memberRemoteId);
    if (id === null) return false;
    return end === null ? noteAccountLives(db, id) : noteAccountEnd(db, id, { how: end.how, at: end.at ?? now });
  }

  return {
    take(page) {
      let isNews = false;
      const batch: NewActivity[] = [];
      const flush = (): void => {
        const taken = batch.splice(0);
        const before = writer.remarked();
        const { added } = writer.add(taken);
        if (writer.remarked() > before) isNews = true;
        if (added === 0) return;
        isNews = true;
        for (const { key, member } of taken) directAnswers(db, communityId, { key, author: member });
      };
      const waiting = new Set<string>();
      for (const activity of page) {
        const joinedAt = activity.kind === 'joined' ? activity.at : null;
        const { memberRemoteId: remoteId, memberHandle: handle, isBot } = activity;
        if (noteActor(db, { communityId, remoteId, handle, isBot, joinedAt, at: now })) isNews = true;
        if (noteEnd(activity)) isNews = true;
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
      return isNews;
    },
  };
}
