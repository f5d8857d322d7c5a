import { RemoteValue } from '../../decode/remote-value.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { PlatformError } from '../../platform.ts';
import { reportField } from '../decode-report.ts';
import type { ActivityEntry, Dialect, ReportEntry } from '../dialect.ts';
import { askAt, type ListPage, type Place } from '../lists/list-page.ts';
import { type NumberedPage, readOffsetList } from '../lists/offset-list.ts';
import { listOf, numberAt, query } from '../lists/raw-list.ts';
import type { ReportKind, ReportRef } from '../remote-ids.ts';
import { readApplicationTimes } from './read-applications.ts';

const kinds = ['post', 'comment', 'message'] as const;
type Kind = (typeof kinds)[number];

const lists: Readonly<Record<Kind, { readonly path: string; readonly field: string }>> = {
  post: { path: '/post/report/list', field: 'post_reports' },
  comment: { path: '/comment/report/list', field: 'comment_reports' },
  message: { path: '/private_message/report/list', field: 'private_message_reports' },
};

/** Lemmy 0.19: a list per kind of report, by page number. Until 0.19.3 the filters by post and comment were ignored. */
export const v3Dialect: Dialect = {
  name: 'v3',
  base: '/api/v3',
  reasonIsNeeded: false,
  banPath: '/user/ban',
  dataFlag: 'remove_data',
  personPath: '/user',
  oldestComments: 'sort=Old&type_=All',
  activityLists: ['post', 'comment'],
  reportLists: ({ isAdmin }) => (isAdmin ? kinds : ['post', 'comment']),
  readReports: (http, at) => readReports(http, kindOf(at.list), { ...at, order: 'newest' }),
  // Oldest first is what Lemmy does by itself where only open ones are asked for.
  readOpenReports: (http, at) =>
    readReports(http, kindOf(at.list), { ...at, order: 'oldest' }, { unresolved_only: 'true' }),
  readReportsAbout: (http, ref, at) => readReports(http, kindOf(ref.kind), { ...at, order: 'newest' }, about(ref)),
  readActivities: (http, { isAdmin }, { list, place, signal }) => {
    const type = isAdmin ? 'Local' : 'ModeratorView';
    return list === 'post' ? readPosts(http, type, place, signal) : readComments(http, type, place, signal);
  },
  readSignUps: readApplicationTimes,
};

function kindOf(list: ReportKind | string): Kind {
  const kind = kinds.find((one) => one === list);
  if (kind === undefined) throw new PlatformError('refused');
  return kind;
}

function about({ kind, about: numbers }: ReportRef): Record<string, string> {
  if (kind === 'post') return { post_id: String(numbers[0]) };
  return kind === 'comment' ? { comment_id: String(numbers[1]) } : {};
}

interface At {
  readonly order: 'newest' | 'oldest';
  readonly place: Place | null;
  readonly signal: AbortSignal;
}

function readReports(
  http: HttpClient,
  kind: Kind,
  { order, place, signal }: At,
  filter: Readonly<Record<string, string>> = {},
): Promise<ListPage<ReportEntry>> {
  const { path, field } = lists[kind];
  return readOffsetList(order, place, async ({ page, limit }) => {
    const asked = query({ page: String(page), limit: String(limit), ...filter });
    const { body } = await http.send({ method: 'GET', path: `/api/v3${path}?${asked}`, signal });
    return numbered(listOf(body, field), reportField(kind), (raw) => ({ kind, raw }));
  });
}

function numbered<Entry>(raws: readonly unknown[], field: string, entry: (raw: unknown) => Entry): NumberedPage<Entry> {
  return { entries: raws.map(entry), numbers: raws.map((raw) => numberAt(raw, field)) };
}

/** Comments by page number, newest first. */
function readComments(
  http: HttpClient,
  type: string,
  place: Place | null,
  signal: AbortSignal,
): Promise<ListPage<ActivityEntry>> {
  return readOffsetList('newest', place, async (window) => {
    const asked = query({ type_: type, sort: 'New', page: String(window.page), limit: String(window.limit) });
    const { body } = await http.send({ method: 'GET', path: `/api/v3/comment/list?${asked}`, signal });
    return numbered(listOf(body, 'comments'), 'comment', (raw) => ({ kind: 'comment' as const, raw }));
  });
}

/** Posts by cursor, newest first after those pinned to the top. */
async function readPosts(
  http: HttpClient,
  type: string,
  place: Place | null,
  signal: AbortSignal,
): Promise<ListPage<ActivityEntry>> {
  const shown = { type_: type, sort: 'New', limit: '50', show_read: 'true', show_hidden: 'true', show_nsfw: 'true' };
  const asked = query({ ...shown, ...(place !== null && { page_cursor: place }) });
  const ask = () => http.send({ method: 'GET', path: `/api/v3/post/list?${asked}`, signal });
  const { body } = await askAt(place, isLost, ask);
  const entries = listOf(body, 'posts').map((raw) => ({ kind: 'post' as const, raw }));
  const next = new RemoteValue(body).at('next_page').textOr(null);
  return { entries, next: entries.length === 0 || next === place ? null : next, isCut: false };
}

/** The post that the cursor names has been purged. */
function isLost({ reason }: PlatformError): boolean {
  return reason === 'unknown' || reason === 'couldnt_find_post' || reason === 'couldnt_get_posts';
}
