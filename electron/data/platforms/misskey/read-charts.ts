import type { Instant } from '../../../../shared/domain/ids.ts';
import { dailyMeasure, dayMs, startOfDay } from '../daily-measure.ts';
import { decodeAnswer, decodeItems } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import type { RemoteCohort, RemoteMeasure } from '../platform.ts';
import { ask } from './ask.ts';

/** What a server allows, less the one day that is asked for too much. */
const mostDays = 499;

/** Which line of which chart is which measure. Active are those who read, whether they wrote or not. */
const lines = [
  { chart: 'active-users', key: 'active_users', path: ['read'] },
  { chart: 'active-users', key: 'writing_users', path: ['write'] },
  { chart: 'users', key: 'new_users', path: ['local', 'inc'] },
  { chart: 'notes', key: 'posts', path: ['local', 'diffs', 'normal'] },
  { chart: 'notes', key: 'replies', path: ['local', 'diffs', 'reply'] },
  { chart: 'notes', key: 'shares', path: ['local', 'diffs', 'renote'] },
] as const;

/**
 * Daily numbers of the server's own members. Days are the server's: they begin at midnight UTC. One day more is asked for than
 * wanted: when told where to end, Misskey looks for the earliest day a day too late and gives nothing for it.
 */
export async function readMeasures(
  http: HttpClient,
  from: Instant,
  to: Instant,
  signal: AbortSignal,
): Promise<RemoteMeasure[]> {
  const last = startOfDay(to);
  const wantedDays = Math.min(mostDays, Math.max(1, Math.floor((last - startOfDay(from)) / dayMs) + 1));
  const measures: RemoteMeasure[] = [];
  for (const chart of new Set(lines.map((line) => line.chart))) {
    const body = await askOrNone(http, `charts/${chart}`, { span: 'day', limit: wantedDays + 1, offset: last }, signal);
    if (body === null) continue;
    const wanted = lines.filter((line) => line.chart === chart);
    measures.push(
      ...decodeAnswer(body, (value) =>
        wanted.flatMap(({ key, path }) => days(follow(value, path), key, last, wantedDays)),
      ),
    );
  }
  return measures;
}

function follow(value: RemoteValue, path: readonly string[]): RemoteValue {
  return path.reduce((at, key) => at.at(key), value);
}

/** A chart is a list of numbers, the last day first. */
function days(values: RemoteValue, key: string, last: Instant, count: number): RemoteMeasure[] {
  const wanted = values.list().slice(0, count);
  return wanted.map((value, back) => dailyMeasure(key, last - back * dayMs, value.number()));
}

/**
 * Who joined on one day, and how many of them were there on later days, as the server counts it: the last thirty days. It counts
 * at its midnight, of the day that has just ended: that day is meant, not the one the count is dated with.
 */
export async function readCohorts(
  http: HttpClient,
  from: Instant,
  to: Instant,
  signal: AbortSignal,
): Promise<RemoteCohort[]> {
  const body = (await askOrNone(http, 'retention', {}, signal)) ?? [];
  const { items } = decodeItems(body, (item, raw) => {
    const users = item.at('users').number();
    const data = (raw as { readonly data?: unknown }).data;
    return {
      // In the midst of the hours that were counted, wherever the server's midnight is.
      periodStart: startOfDay(item.at('createdAt').instant() - dayMs / 2),
      periodUnit: 'day' as const,
      points: points(item.at('data'), Object.keys(data ?? {}), users),
    };
  });
  return items.filter(({ periodStart }) => periodStart + dayMs > from && periodStart <= to);
}

/** Days are written without leading noughts: "2026-3-7". */
function points(data: RemoteValue, dates: readonly string[], users: number): RemoteCohort['points'] {
  return dates.flatMap((date) => {
    const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date) ?? [];
    if (year === undefined || month === undefined || day === undefined) return [];
    const value = data.at(date).number();
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day)) - dayMs;
    return [{ at, rate: users > 0 ? value / users : 0, value }];
  });
}

async function askOrNone(
  http: HttpClient,
  endpoint: string,
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return (await ask(http, endpoint, body, signal)).body;
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
}
