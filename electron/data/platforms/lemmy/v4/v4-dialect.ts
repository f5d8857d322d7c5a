import { RemoteValue } from '../../decode/remote-value.ts';
import type { ActivityEntry, Dialect, ReportEntry } from '../dialect.ts';
import { readCursorList } from '../lists/cursor-list.ts';
import type { ReportKind, ReportRef } from '../remote-ids.ts';
import { readSignUpTimes } from './read-users.ts';

const listPath = '/api/v4/report/list';

/**
 * Administrators are shown reports on a community's own rules, too: otherwise such a report would appear only after three
 * days, in the middle of the list, behind what was already read.
 */
const everything = { show_community_rule_violations: 'true' };

const kindsByType: Readonly<Record<string, ReportKind>> = {
  post: 'post',
  comment: 'comment',
  private_message: 'message',
  community: 'community',
};

const typeOfKind: Readonly<Record<ReportKind, string>> = {
  post: 'posts',
  comment: 'comments',
  message: 'private_messages',
  community: 'communities',
};

/** Lemmy 1.0: one list of all reports, by cursor. */
export const v4Dialect: Dialect = {
  name: 'v4',
  base: '/api/v4',
  reasonIsNeeded: true,
  banPath: '/admin/ban',
  dataFlag: 'remove_or_restore_data',
  personPath: '/person',
  oldestComments: 'sort=old&type_=all',
  activityLists: ['post', 'comment'],
  reportLists: () => ['all'],
  readReports: (http, at) =>
    readCursorList(http, { path: listPath, filter: { ...everything, sort: 'new' } }, at, reportEntry),
  readOpenReports: (http, at) => {
    const filter = { ...everything, sort: 'old', unresolved_only: 'true' };
    return readCursorList(http, { path: listPath, filter }, at, reportEntry);
  },
  readReportsAbout: (http, ref, at) => {
    const filter = { ...everything, sort: 'new', type_: typeOfKind[ref.kind], ...about(ref) };
    return readCursorList(http, { path: listPath, filter }, at, reportEntry);
  },
  readActivities: (http, { isAdmin }, { list, place, signal }) => {
    const type = isAdmin ? 'local' : 'moderator_view';
    // A zero lifts the span that the account or the server sets for its own pages.
    const common = { type_: type, sort: 'new', time_range_seconds: '0' };
    const filter = list === 'post' ? { ...common, ...allPosts } : common;
    const entry = (raw: unknown): ActivityEntry => ({ kind: list, raw });
    return readCursorList(http, { path: `/api/v4/${list}/list`, filter }, { place, signal }, entry);
  },
  readSignUps: readSignUpTimes,
};

/** Reading must not mark anything as read in the account of the person. */
const allPosts = { show_read: 'true', show_hidden: 'true', show_nsfw: 'true', mark_as_read: 'false' };

function reportEntry(raw: unknown): ReportEntry {
  const value = new RemoteValue(raw);
  const type = value.isObject ? value.at('type_').textOr('') : '';
  return { kind: Object.hasOwn(kindsByType, type) ? (kindsByType[type] ?? null) : null, raw };
}

function about({ kind, about: numbers }: ReportRef): Record<string, string> {
  if (kind === 'post' || kind === 'comment') return { post_id: String(numbers[0]) };
  return kind === 'community' ? { community_id: String(numbers[0]) } : {};
}
