import type { Instant } from '../../../../shared/domain/ids.ts';
import { dailyMeasure } from '../daily-measure.ts';
import { decodeItems } from '../decode/decode-items.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import type { RemoteCohort, RemoteDimension, RemoteMeasure } from '../platform.ts';

const measureKeys = ['active_users', 'new_users', 'interactions', 'opened_reports', 'resolved_reports'] as const;
/** `servers` is left out: it may take minutes on large servers (mastodon/mastodon#26157). */
const dimensionKeys = ['languages', 'sources'] as const;
/** Aggregates are slow on the other side. */
const slowMs = 120_000;

/** Daily numbers, one key at a time: a slow one then costs only itself. */
export async function readMeasures(
  http: HttpClient,
  from: Instant,
  to: Instant,
  signal: AbortSignal,
): Promise<RemoteMeasure[]> {
  const measures: RemoteMeasure[] = [];
  for (const key of measureKeys) {
    const body = await askOrNone(http, '/api/v1/admin/measures', [['keys[]', key], ...span(from, to)], signal);
    const { items } = decodeItems(body, (item) =>
      item
        .at('data')
        .list()
        .map((point) => dailyMeasure(item.at('key').text(), point.at('date').instant(), point.at('value').number())),
    );
    measures.push(...items.flat());
  }
  return measures;
}

/** Breakdowns over the whole span. */
export async function readDimensions(
  http: HttpClient,
  from: Instant,
  to: Instant,
  signal: AbortSignal,
): Promise<RemoteDimension[]> {
  const dimensions: RemoteDimension[] = [];
  for (const key of dimensionKeys) {
    const body = await askOrNone(http, '/api/v1/admin/dimensions', [['keys[]', key], ...span(from, to)], signal);
    const { items } = decodeItems(body, (item) => ({
      key: item.at('key').text(),
      parts: item
        .at('data')
        .list()
        .map((part) => ({
          key: part.at('key').text(),
          label: part.at('human_key').textOr(part.at('key').text()),
          value: part.at('value').number(),
        })),
    }));
    dimensions.push(...items);
  }
  return dimensions;
}

/** Monthly cohorts as the server counts them. */
export async function readCohorts(
  http: HttpClient,
  from: Instant,
  to: Instant,
  signal: AbortSignal,
): Promise<RemoteCohort[]> {
  const body = await askOrNone(http, '/api/v1/admin/retention', [['frequency', 'month'], ...span(from, to)], signal);
  return decodeItems(body, (item) => ({
    periodStart: item.at('period').instant(),
    periodUnit: item.at('frequency').textOr('month') === 'day' ? ('day' as const) : ('month' as const),
    points: item
      .at('data')
      .list()
      .map((point) => ({
        at: point.at('date').instant(),
        rate: point.at('rate').number(),
        value: point.at('value').number(),
      })),
  })).items;
}

async function askOrNone(
  http: HttpClient,
  path: string,
  form: HttpRequest['form'],
  signal: AbortSignal,
): Promise<unknown> {
  try {
    const request = { method: 'POST', path, readsOnly: true, timeoutMs: slowMs, signal } as const;
    return (await http.send({ ...request, ...(form !== undefined && { form }) })).body;
  } catch (error) {
    if (isDenied(error)) return [];
    throw error;
  }
}

function span(from: Instant, to: Instant): (readonly [string, string])[] {
  return [
    ['start_at', new Date(from).toISOString().slice(0, 10)],
    ['end_at', new Date(to).toISOString().slice(0, 10)],
  ];
}
