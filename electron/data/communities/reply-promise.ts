import type { PromiseHours, PromiseInForce, ReplyPromise } from '../../../shared/domain/health/reply-promise.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { type DayNumber, isoDateOf } from '../health/calendar/civil-day.ts';
import { localDaysIn } from '../health/calendar/local-days.ts';
import { firstDayOf, periodOf } from '../health/calendar/periods.ts';
import { promiseOn } from '../health/promise/promise-on.ts';
import type { DataContext } from '../service/context.ts';
import { recordEvent } from '../service/record-event.ts';
import { addPromise, dropPromisesFrom, listPromises, type PromiseRow } from '../store/promises/promises.ts';
import { inTransaction } from '../store/transaction.ts';
import { requireCommunity } from './add-community.ts';

/** How soon a community promises to answer, now and from the next quarter on. Throws HearthError `not-found`. */
export function readPromise(context: DataContext, communityId: CommunityId): ReplyPromise {
  const { today, nextQuarter } = daysOf(context, communityId);
  const promises = listPromises(context.write, communityId);
  return {
    now: asTold(promiseOn(promises, today)),
    next: asTold(promises.find(({ fromDay }) => fromDay > today)),
    nextQuarter: isoDateOf(nextQuarter),
  };
}

/**
 * Promises something else from the next quarter of the community's own calendar on, or nothing of its own. Of the quarter that
 * runs numbers were seen already: it keeps what was promised when it began. Throws HearthError `not-found`.
 */
export function changePromise(context: DataContext, communityId: CommunityId, hours: PromiseHours | null): void {
  const { today, nextQuarter } = daysOf(context, communityId);
  inTransaction(context.write, () => {
    const inForce = promiseOn(listPromises(context.write, communityId), today);
    dropPromisesFrom(context.write, communityId, nextQuarter);
    if ((inForce?.hours ?? null) !== hours) {
      addPromise(context.write, communityId, { fromDay: nextQuarter, hours, at: context.clock.now() });
    }
    recordEvent(context, 'community.changed', communityId);
  });
  context.changed(['communities']);
}

function daysOf(context: DataContext, communityId: CommunityId): { today: DayNumber; nextQuarter: DayNumber } {
  const { timeZone } = requireCommunity(context, communityId);
  const today = localDaysIn(timeZone).dayOf(context.clock.now());
  return { today, nextQuarter: firstDayOf('quarter', periodOf('quarter', today) + 1) };
}

function asTold(row: PromiseRow | undefined): PromiseInForce | null {
  return row ? { hours: row.hours, from: isoDateOf(row.fromDay) } : null;
}
