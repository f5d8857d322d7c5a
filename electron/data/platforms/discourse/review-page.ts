import type { Instant, RemoteId } from '../../../../shared/domain/ids.ts';
import { decodeItems } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type Page, PlatformError, type RemoteReport } from '../platform.ts';
import { decodeReviewable, targetIdOf } from './decode-reviewable.ts';
import { timeOrNull } from './decode-scores.ts';
import { idOrNull, SideLoads } from './side-loads.ts';
import type { Standings } from './standings.ts';

/** What a page asks for. */
export interface ReviewQuery {
  readonly status: 'pending' | 'all';
  /** Created at or after this; null from the beginning. */
  readonly from: Instant | null;
  readonly offset: number;
  /** These alone, by their numbers; left out, all. Sites know this since Discourse 2.7. */
  readonly ids?: readonly number[];
}

export interface ReviewPage {
  readonly reports: readonly RemoteReport[];
  readonly rejected: Page<RemoteReport>['rejected'];
  /** Items the server sent, readable or not. */
  readonly count: number;
  /** The numbers of those that show one, readable otherwise or not. */
  readonly numbers: readonly number[];
  /** When the newest item that has a readable time was created. */
  readonly newest: Instant | null;
  readonly more: boolean;
}

/** Closed reports older than this say nothing of how their author stands now; nobody acts on them any more. */
const currentForMs = 30 * 24 * 60 * 60_000;

/**
 * One page of the review queue: ten, however many one would like. Oldest first, because the usual order, by score, moves under
 * whoever reads; low priorities included, which the site's own page hides by default.
 */
export async function readReviewPage(
  http: HttpClient,
  standings: Standings,
  query: ReviewQuery,
  signal: AbortSignal,
): Promise<ReviewPage> {
  const { body } = await http.send({ method: 'GET', path: reviewPath(query), paged: true, signal });
  const raw = new RemoteValue(body);
  const list = raw.isObject ? (body as { reviewables?: unknown }).reviewables : null;
  if (!Array.isArray(list)) throw new PlatformError('malformed');
  const values = raw.at('reviewables').list();
  const standingOf = await standings.of(authorsOf(values), signal);
  const context = { sides: new SideLoads(body), standingOf, base: http.base };
  const { items, rejected } = decodeItems(list, (value, item) => decodeReviewable(value, item, context));
  const times = values.flatMap((value) => (value.isObject ? (timeOrNull(value.at('created_at')) ?? []) : []));
  const meta = raw.at('meta');
  return {
    reports: items,
    rejected,
    count: list.length,
    numbers: values.flatMap(numberOf),
    newest: times.length === 0 ? null : Math.max(...times),
    more: list.length > 0 && meta.isObject && !meta.at('load_more_reviewables').isMissing,
  };
}

function numberOf(value: RemoteValue): number[] {
  const number = Number(value.isObject ? idOrNull(value.at('id')) : null);
  return Number.isSafeInteger(number) && number > 0 ? [number] : [];
}

function reviewPath({ status, from, offset, ids = [] }: ReviewQuery): string {
  const query = new URLSearchParams({ status, sort_order: 'created_at_asc', priority: 'low', offset: String(offset) });
  if (from !== null) query.set('from_date', new Date(from).toISOString());
  for (const id of ids) query.append('ids[]', String(id));
  return `/review.json?${query}`;
}

/** Of whom the page has to know how they stand. */
function authorsOf(values: readonly RemoteValue[]): RemoteId[] {
  const since = Date.now() - currentForMs;
  return values.flatMap((value) => {
    if (!value.isObject) return [];
    const isPending = value.at('status').numberOr(0) === 0;
    const isCurrent = isPending || (timeOrNull(value.at('created_at')) ?? since) >= since;
    return isCurrent ? [targetIdOf(value), idOrNull(value.at('created_by_id'))].filter((id) => id !== null) : [];
  });
}
