import type { Instant } from '../../../../shared/domain/ids.ts';
import { dailyMeasure, startOfDay } from '../daily-measure.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import type { RemoteMeasure } from '../platform.ts';

/**
 * What a forum counts, and the name under which Hearth keeps it. `logins` is not among them: every request with a token counts
 * as one, so that Hearth itself would look like a crowd.
 */
const sets = [
  ['registrations', 'new_users'],
  ['flags', 'opened_reports'],
  ['topics', 'topics'],
  ['posts', 'posts'],
  ['uniquevisitors', 'unique_visitors'],
] as const;

const hourMs = 60 * 60_000;
/** Hours asked for at once. Long spans would carry a change to or from summer time over more days than need be. */
const mostHours = 14 * 24;

/**
 * Daily numbers between two instants, of days by UTC. NodeBB's own days are those of its server's time zone, which it tells
 * nobody; its hours are the same hours everywhere, so days are added up from those. The last day is the day so far.
 */
export async function readMeasures(
  http: HttpClient,
  from: Instant,
  to: Instant,
  signal: AbortSignal,
): Promise<RemoteMeasure[]> {
  const measures: RemoteMeasure[] = [];
  for (const [set, key] of sets) {
    const days = new Map<Instant, number>();
    for (let until = to; until >= startOfDay(from); until -= mostHours * hourMs) {
      const hours = Math.min(mostHours, Math.floor((until - startOfDay(from)) / hourMs) + 1);
      const counts = await readHours(http, set, { until, hours }, signal);
      if (counts === null) return measures;
      for (const [position, count] of counts.entries()) {
        const at = startOfHour(until) - (counts.length - 1 - position) * hourMs;
        days.set(startOfDay(at), (days.get(startOfDay(at)) ?? 0) + count);
      }
    }
    for (const [day, value] of [...days].sort(([a], [b]) => a - b)) {
      measures.push(dailyMeasure(key, day, value));
    }
  }
  return measures;
}

/** Oldest first; the last is the hour that `until` lies in. Null where the account may not see numbers. */
async function readHours(
  http: HttpClient,
  set: string,
  span: { readonly until: Instant; readonly hours: number },
  signal: AbortSignal,
): Promise<number[] | null> {
  const path = `/api/v3/admin/analytics/${set}?units=hours&amount=${span.hours}&until=${span.until}`;
  try {
    const answer = await http.send({ method: 'GET', path, signal });
    return decodeAnswer(answer.body, (value) =>
      value
        .at('response')
        .list()
        .map((count) => count.number()),
    );
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
}

function startOfHour(at: Instant): Instant {
  return Math.floor(at / hourMs) * hourMs;
}
