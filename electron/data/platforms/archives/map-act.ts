import { type ActivityKind, levelOf } from '../../../../shared/domain/activity.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import { contentKey, sourceIdKey } from '../files/activity-key.ts';
import { RecentMap } from '../files/recent-map.ts';
import type { RejectReason } from '../files/reject-reasons.ts';
import { problemOf } from '../files/value-problem.ts';
import type { ArchiveAct } from './archive.ts';
import type { KeptPerson, PeopleDoor } from './people-door.ts';

/** An act as it is stored, and the person who is known from it. */
export interface MappedAct {
  readonly activity: NewActivity;
  readonly who: KeptPerson;
  /** Whom the archive itself names as addressed. */
  readonly to: KeptPerson | null;
  readonly joinedAt: number | null;
}

export type ActMapper = (act: ArchiveAct) => MappedAct | RejectReason;

/**
 * Turns acts into activities. `authorOf` asks the store for the author of an activity that was added before; who wrote what
 * lately is remembered here, so that an answer knows whom it is directed at.
 */
export function actMapper(
  door: PeopleDoor,
  days: LocalDays,
  authorOf: (key: Uint8Array) => string | undefined,
): ActMapper {
  const authors = new RecentMap<string>();

  function targetOf(to: KeptPerson | null, answered: string | null): string | null {
    if (to || answered === null) return to?.remoteId ?? null;
    return authors.get(answered) ?? authorOf(keyOfSaid(answered)) ?? null;
  }

  return (act) => {
    const problem = problemOfAct(act);
    if (problem) return problem;
    const who = door.person(act.who);
    const to = act.to && door.person(act.to);
    const id = act.id === null ? null : door.id(act.id);
    const answered = act.answers === null || act.answers === act.id ? null : door.id(act.answers);
    const addressed = targetOf(to, answered);
    const target = addressed === who.remoteId ? null : addressed;
    // An answer to oneself goes on with what one said; it is no reply to anybody.
    const kind = kindOf(act, addressed === who.remoteId);
    const isSaid = act.act === 'post' || act.act === 'reply' || act.act === 'message';
    if (isSaid && id !== null) authors.set(id, who.remoteId);
    return {
      who,
      to,
      joinedAt: act.act === 'joined' ? act.at : null,
      activity: {
        member: who.remoteId,
        target,
        at: act.at,
        day: days.dayOf(act.at),
        kind,
        level: levelOf(kind, target !== null),
        space: act.space,
        thread: act.thread === null ? null : door.id(act.thread),
        key: keyOf(id, isSaid, { member: who.remoteId, target, at: act.at, kind }),
        mayRepeat: id === null,
        parentKey: answered === null ? null : keyOfSaid(answered),
      },
    };
  };
}

function kindOf({ act }: ArchiveAct, isToSelf: boolean): ActivityKind {
  if (act === 'joined') return 'seen';
  return act === 'reply' && isToSelf ? 'message' : act;
}

function keyOf(id: string | null, isSaid: boolean, content: Parameters<typeof contentKey>[0]): Uint8Array {
  if (id === null) return contentKey(content);
  return isSaid ? keyOfSaid(id) : sourceIdKey(content.kind, id);
}

/** Posts, replies and messages of an archive are one series: what is answered is found without knowing which it was. */
function keyOfSaid(id: string): Uint8Array {
  return sourceIdKey('message', id);
}

function problemOfAct({ who, to, id, answers, space, thread }: ArchiveAct): RejectReason | undefined {
  for (const value of [who.id, who.handle, who.name, to?.id, to?.handle, to?.name, id, answers, space, thread]) {
    const problem = value ? problemOf(value) : undefined;
    if (problem) return problem;
  }
  return undefined;
}
