import type { CommunityId, ImportId, Instant } from '../../../../shared/domain/ids.ts';
import type { ImportReject } from '../../../../shared/ipc/topics/imports.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import { createActivityWriter } from '../../store/activities/commands.ts';
import { findAuthor } from '../../store/activities/message-queries.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import type { WriteDb } from '../../store/db.ts';
import { recordImportStep } from '../../store/imports/commands.ts';
import { upsertMember } from '../../store/members/commands.ts';
import { type PlatformMeasure, saveMeasures } from '../../store/sync-state/save-measures.ts';
import type { ArchiveFigure, ArchiveItem } from './archive.ts';
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

/** What came of a batch. Each item is one of these; `read` is all of them. */
export interface WrittenItems {
  readonly linesRead: number;
  readonly added: number;
  readonly alreadyKnown: number;
  readonly rejected: number;
  readonly leftOut: number;
  readonly figures: number;
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
  const bots = new Set<string>();
  let line = 0;

  function keepPerson({ remoteId, handle, name }: KeptPerson, joinedAt: Instant | null, isBot = false): void {
    if (met.has(remoteId) && joinedAt === null && !isBot) return;
    if (met.size >= PEOPLE_REMEMBERED) met.clear();
    met.add(remoteId);
    upsertMember(db, {
      communityId,
      remoteId,
      handle,
      displayName: name,
      server: null,
      isBot: isBot || bots.has(remoteId),
      isStaff: false,
      accountState: 'active',
      joinedAt,
      facts: {},
      at: now,
    });
  }

  function write(batch: readonly ArchiveItem[]): WrittenItems {
    const rejects: ImportReject[] = [];
    const added: NewActivity[] = [];
    const figures: PlatformMeasure[] = [];
    let leftOut = 0;
    const take = ({ activity, who, to, joinedAt }: MappedAct) => {
      keepPerson(who, joinedAt);
      if (to) keepPerson(to, null);
      added.push(activity);
    };
    for (const item of batch) {
      line += 1;
      if (item.type === 'left-out') leftOut += 1;
      else if (item.type === 'reject') rejects.push({ line, reason: item.reason });
      else if (item.type === 'figure') figures.push(measureOf(item));
      else if (item.type === 'bot') {
        const bot = door.person(item.who);
        bots.add(bot.remoteId);
        keepPerson(bot, null, true);
      } else {
        const mapped = map(item);
        if (typeof mapped === 'string') rejects.push({ line, reason: mapped });
        else take(mapped);
      }
    }
    const outcome = activities.add(added);
    saveMeasures(db, communityId, figures, now);
    const linesRead = added.length + rejects.length + leftOut;
    recordImportStep(db, importId, { ...outcome, linesRead, rejects });
    return { ...outcome, linesRead, rejected: rejects.length, leftOut, figures: figures.length };
  }

  return (batch) => db.transaction(() => write(batch)).immediate();
}

/** Measures stand at the start of their UTC day, as those of platforms do. */
function measureOf({ key, dimension, day, unit, value }: ArchiveFigure): PlatformMeasure {
  return { key, dimension, periodStart: day * MS_PER_DAY, periodUnit: unit, value };
}
