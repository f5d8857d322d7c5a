import type { Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { eventTimes, type FollowUp } from '../../statistics/event-times.ts';
import { hoursBetween } from '../period-places.ts';
import type { RawCurves, RawMissing } from '../raw-result.ts';
import type { MetricWindow, Period } from '../window.ts';
import { rowLabel } from './labels.ts';
import { lackOfRequests } from './lack-of-requests.ts';
import { type RequestWaits, requestWaits } from './requests.ts';

/**
 * Hours from a support request to the first reply by another person, for the requests of this period and of the one before.
 * Censored where the thread was closed or removed first, and where the data end. Hours are whole minutes, rounded up, so
 * that an answer after an hour and a second is not one within an hour.
 */
export function* waitCurves(
  facts: HealthFacts,
  window: MetricWindow,
  marks: readonly number[],
): Steps<RawCurves | RawMissing> {
  const lack = yield* lackOfRequests(facts);
  if (lack) return lack;
  const waits = yield* requestWaits(facts);
  const series = [waitCurveOf('current', 'thisPeriod', window.current, facts, waits)];
  if (window.previous) series.push(waitCurveOf('previous', 'previousPeriod', window.previous, facts, waits));
  return { kind: 'curves', time: 'hours', reads: 'rising', marks, series };
}

/** The waits of the requests of a period, or of those of them that were asked at some time. */
export function waitCurveOf(
  id: string,
  label: string,
  period: Period,
  facts: HealthFacts,
  waits: RequestWaits,
  isMeant: (askedAt: number) => boolean = () => true,
): RawCurves['series'][number] {
  const followUps: FollowUp[] = [];
  for (let place = 0; place < waits.count; place += 1) {
    const day = facts.messages.day[waits.row[place] ?? 0] ?? 0;
    if (day < period.firstDay || day > period.lastDay || !isMeant(waits.askedAt[place] ?? 0)) continue;
    followUps.push(waitOf(waits, place, facts.cutOff));
  }
  return { id, label: rowLabel(label), period, table: eventTimes(followUps), followed: followUps.length };
}

function waitOf(waits: RequestWaits, place: number, cutOff: number): FollowUp {
  const askedAt = waits.askedAt[place] ?? 0;
  const repliedAt = waits.repliedAt[place] ?? Number.NaN;
  const closedAt = waits.closedAt[place] ?? Number.NaN;
  const end = Number.isNaN(closedAt) ? cutOff : Math.min(closedAt, cutOff);
  return repliedAt <= end
    ? { time: hoursBetween(askedAt, repliedAt), ending: 'event' }
    : { time: hoursBetween(askedAt, end), ending: 'censored' };
}
