import { type ErasedKind, erasedKinds, type KeepingYears } from '../../../shared/domain/health/record-retention.ts';
import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { civilDateOf, dayNumberOf, isoDateOf } from '../health/calendar/civil-day.ts';
import { localDaysIn } from '../health/calendar/local-days.ts';
import type { DataContext } from '../service/context.ts';
import { recordEvent } from '../service/record-event.ts';
import { readCommunityFacts } from '../store/activities/community-facts.ts';
import { listKeepings, readKeeping, writeErasedBefore, writeKeeping } from '../store/outreach/keeping.ts';
import { countOldRecords, eraseOldRecords, type OldBefore } from '../store/outreach/old-records.ts';
import { inTransaction } from '../store/transaction.ts';

/** What would go: everything older than a local day, by kind, for the eyes of whoever decides. */
export interface OldRecords {
  readonly before: string;
  readonly kinds: readonly { readonly kind: ErasedKind; readonly records: number }[];
}

/** What is older than some years today. Throws HearthError `not-found`. */
export function previewOldRecords(context: DataContext, communityId: CommunityId, years: KeepingYears): OldRecords {
  const before = oldBefore(context, communityId, years);
  return {
    before: isoDateOf(before.day),
    kinds: erasedKinds.map((kind) => ({ kind, records: countOldRecords(context.read, kind, communityId, before) })),
  };
}

/**
 * Erases what is older than the community keeps, all kinds in one transaction. Numbers that left in frozen quarters were kept as
 * published values and stay as they were told. The log knows that it ran, never of how many. Nothing is erased without a choice.
 */
export function eraseOld(context: DataContext, communityId: CommunityId): void {
  const changed = inTransaction(context.write, () => {
    // Read where it is erased: a choice that was taken back a moment ago counts.
    const keeping = readKeeping(context.write, communityId);
    if (!keeping) return false;
    const before = oldBefore(context, communityId, keeping.years);
    const now = context.clock.now();
    const isEarly = keeping.erasesFrom > now;
    // Asked for at once, the choice has taken effect.
    if (isEarly) writeKeeping(context.write, communityId, { ...keeping, erasesFrom: now });
    const gone = erasedKinds.map((kind) => eraseOldRecords(context.write, kind, communityId, before));
    if (!gone.includes(true)) return isEarly;
    writeErasedBefore(context.write, communityId, before.day);
    recordEvent(context, 'records.erased-by-age', communityId, { years: keeping.years });
    return true;
  });
  if (changed) context.changed(['records', 'activities']);
}

/** Erases in every community whose choice has taken effect. */
export function eraseWhatIsDue(context: DataContext): void {
  const now = context.clock.now();
  for (const { communityId, keeping } of listKeepings(context.write)) {
    if (keeping.erasesFrom <= now) eraseOld(context, communityId);
  }
}

/** The day of the calendar that lies so many years back where the community is; 29 February becomes 1 March. */
function oldBefore(
  context: Pick<DataContext, 'write' | 'clock'>,
  communityId: CommunityId,
  years: KeepingYears,
): OldBefore {
  const community = readCommunityFacts(context.write, communityId);
  if (!community) throw new HearthError('not-found');
  const calendar = localDaysIn(community.timeZone);
  const { year, month, day } = civilDateOf(calendar.dayOf(context.clock.now()));
  const limit = dayNumberOf({ year: year - years, month, day });
  return { day: limit, at: calendar.startOf(limit) as Instant };
}
