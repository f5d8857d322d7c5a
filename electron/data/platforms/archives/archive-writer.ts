import type { CommunityId, ImportId, Instant } from '../../../../shared/domain/ids.ts';
import type { ArchiveResult } from '../../../../shared/ipc/topics/archives.ts';
import type { ImportReject } from '../../../../shared/ipc/topics/imports.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import { createActivityWriter } from '../../store/activities/commands.ts';
import { findAuthor } from '../../store/activities/message-queries.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import type { WriteDb } from '../../store/db.ts';
import { recordImportStep } from '../../store/imports/commands.ts';
import { type SeenMember, takeInMember, upsertMember } from '../../store/members/commands.ts';
import { isBotMember } from '../../store/members/queries.ts';
import { type PlatformMeasure, saveMeasures } from '../../store/sync-state/save-measures.ts';
import type { ArchiveFigure, ArchiveItem, OwnActivity, OwnMember } from './archive.ts';
import { actMapper, type MappedAct } from './map-act.ts';
import type { KeptPerson, PeopleDoor } from './people-door.ts';

const MS_PER_DAY = 86_400_000;
const PEOPLE_REMEMBERED = 400_000;

export interface ArchiveTarget {
  readonly communityId: CommunityId;
  readonly importId: ImportId;
  readonly now: Instant;
  readonly days: LocalDays;
  readonly door: PeopleDoor;
}

/** What came of a batch. */
export type WrittenItems = Omit<ArchiveResult, 'importId'>;

interface Taken {
  readonly activities: NewActivity[];
  readonly figures: PlatformMeasure[];
  readonly rejects: ImportReject[];
  leftOut: number;
}

/** Writes the items of one archive, batch by batch, each in a transaction of its own. */
export function createArchiveWriter(
  db: WriteDb,
  target: ArchiveTarget,
): (batch: readonly ArchiveItem[]) => WrittenItems {
  const { communityId, importId, now, days, door } = target;
  const map = actMapper(door, days, (key) => findAuthor(db, communityId, key));
  const activities = createActivityWriter(db, { communityId, importId, now });
  const met = new Set<string>();
  let line = 0;

  function keepPerson(person: KeptPerson, joinedAt: Instant | null): void {
    const { remoteId } = person;
    if (met.has(remoteId) && joinedAt === null) return;
    if (met.size >= PEOPLE_REMEMBERED) met.clear();
    met.add(remoteId);
    // What shows a bot may stand in another archive, or in a part of this one that comes later.
    upsertMember(db, seen(person, joinedAt, isBotMember(db, communityId, remoteId)));
  }

  function keepOwn({ remoteId, handle, name, joinedAt, isBot, isDisguised }: OwnMember): void {
    const kept = isDisguised ? remoteId : door.own(remoteId);
    const isNamed = kept === remoteId;
    const person = { remoteId: kept, handle: isNamed ? handle : '', name: isNamed ? name : '' };
    takeInMember(db, seen(person, joinedAt, isBot));
  }

  function seen({ remoteId, handle, name }: KeptPerson, joinedAt: Instant | null, isBot: boolean): SeenMember {
    const plain = { server: null, isStaff: false, accountState: 'active', facts: {}, at: now };
    return { ...plain, communityId, remoteId, handle, displayName: name, isBot, joinedAt };
  }

  function takeItem(item: ArchiveItem, into: Taken): void {
    switch (item.type) {
      case 'act': {
        const mapped = map(item);
        if (typeof mapped === 'string') into.rejects.push({ line, reason: mapped });
        else takeAct(mapped, into);
        return;
      }
      case 'own':
        into.activities.push(ownActivity(item, target));
        return;
      case 'member':
        keepOwn(item);
        return;
      case 'bot':
        upsertMember(db, seen(door.person(item.who), null, true));
        return;
      case 'figure':
        into.figures.push(measureOf(item));
        return;
      case 'reject':
        into.rejects.push({ line, reason: item.reason });
        return;
      case 'left-out':
        into.leftOut += 1;
    }
  }

  function takeAct({ activity, who, to, joinedAt }: MappedAct, into: Taken): void {
    keepPerson(who, joinedAt);
    if (to) keepPerson(to, null);
    into.activities.push(activity);
  }

  function write(batch: readonly ArchiveItem[]): WrittenItems {
    const taken: Taken = { activities: [], figures: [], rejects: [], leftOut: 0 };
    for (const item of batch) {
      line += 1;
      takeItem(item, taken);
    }
    const { rejects, leftOut, figures } = taken;
    const outcome = activities.add(taken.activities);
    saveMeasures(db, communityId, figures, now);
    const linesRead = taken.activities.length + rejects.length + leftOut;
    recordImportStep(db, importId, { ...outcome, linesRead, rejects });
    return { ...outcome, linesRead, rejected: rejects.length, leftOut, figures: figures.length };
  }

  return (batch) => db.transaction(() => write(batch)).immediate();
}

function ownActivity({ activity, isDisguised }: OwnActivity, { door, days }: ArchiveTarget): NewActivity {
  const day = days.dayOf(activity.at);
  if (isDisguised) return { ...activity, day };
  const { parentKey, thread } = activity;
  return {
    ...activity,
    day,
    member: door.own(activity.member),
    target: activity.target === null ? null : door.own(activity.target),
    thread: thread === null ? null : door.ownThread(thread),
    key: door.ownKey(activity.key),
    parentKey: parentKey ? door.ownKey(parentKey) : null,
  };
}

/** Measures stand at the start of their UTC day, as those of platforms do. */
function measureOf({ key, dimension, day, unit, value }: ArchiveFigure): PlatformMeasure {
  return { key, dimension, periodStart: day * MS_PER_DAY, periodUnit: unit, value };
}
