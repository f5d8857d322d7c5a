import type { Instant } from '../../../../shared/domain/ids.ts';
import { decodeAnswer, decodeItems } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import { PlatformError, type RemoteMeasure } from '../platform.ts';

const keys = ['tag_accounts', 'tag_uses', 'tag_servers'] as const;
const dayMs = 86_400_000;
const weekDays = 7;
/** Aggregates are slow on the other side. */
const slowMs = 120_000;

/**
 * The server's own numbers of hashtags over the week that begins at an instant: how many accounts used one, how often, and on how
 * many other servers. Measures go by a tag's number, which versions before 4.4 do not tell, nor any for a tag that nobody used there;
 * such a tag has no numbers. Accounts and uses are kept there for a fortnight: an older week would be told as nothing.
 */
export async function readTagMeasures(
  http: HttpClient,
  tags: readonly string[],
  monday: Instant,
  signal: AbortSignal,
): Promise<RemoteMeasure[]> {
  const measures: RemoteMeasure[] = [];
  for (const tag of tags) {
    const id = await tagNumber(http, tag, signal);
    if (id === null) continue;
    const totals = await askTotals(http, id, monday, signal);
    // A week is told whole or not at all.
    if (totals.length !== keys.length) continue;
    measures.push(
      ...totals.map(({ key, total }) => ({
        key,
        dimension: tag,
        periodStart: monday,
        periodUnit: 'week' as const,
        value: total,
      })),
    );
  }
  return measures;
}

async function tagNumber(http: HttpClient, tag: string, signal: AbortSignal): Promise<string | null> {
  try {
    const { body } = await http.send({ method: 'GET', path: `/api/v1/tags/${encodeURIComponent(tag)}`, signal });
    const id = decodeAnswer(body, (value) => (value.at('id').isMissing ? null : value.at('id').textOr(null)));
    return id !== null && /^\d+$/.test(id) ? id : null;
  } catch (error) {
    const isAbsent = error instanceof PlatformError && (error.code === 'not-found' || error.code === 'refused');
    if (isAbsent || isDenied(error)) return null;
    throw error;
  }
}

async function askTotals(
  http: HttpClient,
  id: string,
  monday: Instant,
  signal: AbortSignal,
): Promise<readonly { readonly key: string; readonly total: number }[]> {
  const day = (at: Instant) => new Date(at).toISOString().slice(0, 10);
  const form: (readonly [string, string])[] = [
    ...keys.map((key) => ['keys[]', key] as const),
    ['start_at', day(monday)],
    ['end_at', day(monday + (weekDays - 1) * dayMs)],
    ...keys.map((key) => [`${key}[id]`, id] as const),
  ];
  try {
    const request = { method: 'POST', path: '/api/v1/admin/measures', readsOnly: true, timeoutMs: slowMs } as const;
    const { body } = await http.send({ ...request, form, signal });
    const { items } = decodeItems(body, (item) => ({ key: item.at('key').text(), total: item.at('total').number() }));
    return keys.flatMap((key) => items.filter((item) => item.key === key).slice(0, 1));
  } catch (error) {
    if (isDenied(error)) return [];
    throw error;
  }
}
