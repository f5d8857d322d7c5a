import type { PromiseHours, PromiseInForce, ReplyPromise } from '../../../shared/domain/health/reply-promise.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { isoDateOf } from '../health/calendar/civil-day.ts';
import { nextQuarter } from '../health/facts/team-rule-days.ts';
import { promiseOn } from '../health/promise/promise-on.ts';
import type { DataContext } from '../service/context.ts';
import { recordEvent } from '../service/record-event.ts';
import { addPromise, dropPromisesFrom, listPromises, type PromiseRow } from '../store/promises/promises.ts';
import { inTransaction } from '../store/transaction.ts';
import { todayOf } from './today-of.ts';

/** How soon a community promises to answer, now and from the next quarter on. Throws HearthError `not-found`. */
export function readPromise(context: DataContext, communityId: CommunityId): ReplyPromise {
  const today = todayOf(context, communityId);
  const promises = listPromises(context.write, communityId);
  return {
    now: asTold(promiseOn(promises, today)),
    next: asTold(promises.find(({ fromDay }) => fromDay > today)),
    nextQuarter: isoDateOf(nextQuarter(today)),
  };
}

/**
 * Promises something else from the next quarter of the community's own calendar on, or nothing of its own. Of the quarter that
 * runs numbers were seen already: it keeps what was promised when it began. Throws HearthError `not-found`.
 */
export function changePromise(context: DataContext, communityId: CommunityId, hours: PromiseHours | null): void {
  const today = todayOf(context, communityId);
  const fromDay = nextQuarter(today);
  inTransaction(context.write, () => {
    const inForce = promiseOn(listPromises(context.write, communityId), today);
    dropPromisesFrom(context.write, communityId, fromDay);
    if ((inForce?.hours ?? null) !== hours) {
      addPromise(context.write, communityId, { fromDay, hours, at: context.clock.now() });
    }
    recordEvent(context, 'community.changed', communityId);
  });
  context.changed(['communities']);
}

function asTold(row: PromiseRow | undefined): PromiseInForce | null {
  return row ? { hours: row.hours, from: isoDateOf(row.fromDay) } : null;
}
