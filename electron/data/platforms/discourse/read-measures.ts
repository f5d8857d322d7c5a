import type { Instant } from '../../../../shared/domain/ids.ts';
import { dailyMeasure } from '../daily-measure.ts';
import { decodeItems } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import type { RemoteMeasure } from '../platform.ts';

/** Site reports with one number a day. Their names are Discourse's own. */
const reports = [
  'signups',
  'visits',
  'daily_engaged_users',
  'new_contributors',
  'topics',
  'posts',
  'likes',
  'flags',
  'time_to_first_response',
  'topics_with_no_response',
] as const;
/** Aggregates are slow on the other side. */
const slowMs = 120_000;

/**
 * Daily numbers between two instants, all in one request. A report that this site does not have is left out, and so is a day
 * on which nothing happened: Discourse lists none for it. Both ends of the span are always named; by default they are not what
 * one would expect.
 */
export async function readMeasures(
  http: HttpClient,
  from: Instant,
  to: Instant,
  signal: AbortSignal,
): Promise<RemoteMeasure[]> {
  const query = new URLSearchParams();
  for (const report of reports) {
    query.set(`reports[${report}][start_date]`, dayOf(from));
    query.set(`reports[${report}][end_date]`, dayOf(to));
  }
  const body = await askOrNull(http, `/admin/reports/bulk.json?${query}`, signal);
  if (body === null) return [];
  const list = new RemoteValue(body).isObject ? (body as { reports?: unknown }).reports : null;
  const wanted = new Set<string>(reports);
  return decodeItems(list, (report) => {
    const key = report.at('type').text();
    if (!wanted.has(key) || !report.at('error').isMissing) return [];
    return report.at('data').listOrNone().map(decodeDay(key));
  }).items.flat();
}

function decodeDay(key: string): (day: RemoteValue) => RemoteMeasure {
  return (day) => dailyMeasure(key, day.at('x').instant(), day.at('y').number());
}

async function askOrNull(http: HttpClient, path: string, signal: AbortSignal): Promise<unknown> {
  try {
    return (await http.send({ method: 'GET', path, timeoutMs: slowMs, signal })).body;
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
