import type { Instant } from '../../../../shared/domain/ids.ts';
import { dailyMeasure, dayMs, startOfDay } from '../daily-measure.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import type { RemoteMeasure } from '../platform.ts';
import type { LemmyServer } from './server.ts';

/**
 * What Lemmy counts today, as one sample of this day: it keeps no history, so one grows from asking daily. A span that ended
 * before today gets no sample. Sign-ups by day come from lists that only administrators may read.
 */
export async function readMeasures(
  http: HttpClient,
  server: LemmyServer,
  span: { readonly from: Instant; readonly to: Instant; readonly now: Instant },
  signal: AbortSignal,
): Promise<RemoteMeasure[]> {
  const { from, to, now } = span;
  const day = startOfDay(to);
  const sampled = to < now - dayMs ? [] : Object.entries(server.counts);
  const times = server.isAdmin ? await signUpTimes(http, server, from, signal) : [];
  return [
    ...sampled.map(([key, value]) => dailyMeasure(key, day, value)),
    ...perDay(times.filter((at) => at <= to)).map(([start, value]) => dailyMeasure('new_users', start, value)),
  ];
}

/** Whole days only: the first one of the span would be counted from its middle on. */
async function signUpTimes(
  http: HttpClient,
  { dialect }: LemmyServer,
  from: Instant,
  signal: AbortSignal,
): Promise<readonly Instant[]> {
  try {
    return await dialect.readSignUps(http, { from: startOfDay(from), signal });
  } catch (error) {
    if (isDenied(error)) return [];
    throw error;
  }
}

function perDay(times: readonly Instant[]): [Instant, number][] {
  const days = new Map<Instant, number>();
  for (const at of times) {
    const start = startOfDay(at);
    days.set(start, (days.get(start) ?? 0) + 1);
  }
  return [...days];
}
