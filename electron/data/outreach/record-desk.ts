import { recordKindOf } from '../../../shared/domain/health/record-kinds.ts';
import type { RecordKind, RecordKindId } from '../../../shared/domain/health/records.ts';
import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { RecordValues } from '../../../shared/ipc/topics/records.ts';
import { isoDateOf } from '../health/calendar/civil-day.ts';
import { type LocalDays, localDaysIn } from '../health/calendar/local-days.ts';
import type { DataContext } from '../service/context.ts';
import { findCommunity } from '../store/communities/queries.ts';
import { type MemberFinder, memberFinder } from '../store/members/find-by-name.ts';
import type { StoredValue, StoredValues } from '../store/outreach/record-row.ts';

/** Everything it takes to read and write the records of one kind in one community. */
export interface RecordDesk {
  readonly communityId: CommunityId;
  readonly kind: RecordKind;
  readonly calendar: LocalDays;
  readonly now: Instant;
  /** Sees members as they are written. */
  readonly findMember: MemberFinder;
  /** False where a platform says who the members are: a name it does not know is a mistake there. */
  readonly mayAddMembers: boolean;
}

/** Throws HearthError `not-found` for a community that is not there. */
export function recordDesk(
  context: Pick<DataContext, 'read' | 'write' | 'clock'>,
  communityId: CommunityId,
  kind: RecordKindId,
): RecordDesk {
  const community = findCommunity(context.read, communityId);
  if (!community) throw new HearthError('not-found');
  return {
    communityId,
    kind: recordKindOf(kind),
    calendar: localDaysIn(community.timeZone),
    now: context.clock.now(),
    findMember: memberFinder(context.write, communityId, { withBots: kind === 'automatedAccount' }),
    mayAddMembers: community.platform === 'import',
  };
}

/** Kinds that stand with members, where platforms write instants. */
function keepsInstants({ kind }: RecordDesk): boolean {
  return kind.id === 'joinDate' || kind.id === 'accountEnd';
}

/** Stored values with days as day numbers, whatever the kind. */
export function inDays(desk: RecordDesk, values: StoredValues): StoredValues {
  if (!keepsInstants(desk)) return values;
  return { ...values, day: desk.calendar.dayOf(Number(values.day)) };
}

/** The inverse of `inDays`: a day of a member is its first instant. */
export function asKept(desk: RecordDesk, values: StoredValues): StoredValues {
  if (!keepsInstants(desk)) return values;
  return { ...values, day: desk.calendar.startOf(Number(values.day)) };
}

/** Values as people see them. People and other records must be names already. */
export function shownValues(desk: RecordDesk, values: StoredValues): RecordValues {
  const shown: Record<string, string | number | boolean | null> = {};
  for (const field of desk.kind.fields) {
    const value: StoredValue = values[field.name] ?? null;
    if (value === null) shown[field.name] = null;
    else if (field.type === 'day') shown[field.name] = isoDateOf(Number(value));
    else if (field.type === 'month') shown[field.name] = isoDateOf(Number(value)).slice(0, 7);
    else shown[field.name] = field.type === 'boolean' ? value === 1 : value;
  }
  return shown;
}
