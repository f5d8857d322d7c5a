import { digest } from '../decode/digest.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemotePost, RemoteReport } from '../platform.ts';
import { decodeEvent, memberOf } from './decode-event.ts';
import { formatReportId, type ReportId } from './report-id.ts';

/** Finds an account by its id. */
export type FindAccount = (userId: string) => Promise<RemoteAccount>;

/** A report about a message, from the answer about this one report: lists leave the message out. */
export async function decodeEventReport(
  value: RemoteValue,
  raw: unknown,
  around: { readonly id: ReportId; readonly origin: string; readonly accountOf: FindAccount },
): Promise<RemoteReport> {
  const target = await around.accountOf(value.at('sender').id());
  const place = {
    origin: around.origin,
    roomId: value.at('room_id').id(),
    eventId: value.at('event_id').id(),
    author: target,
  };
  const post = decodeEvent(value.at('event_json'), memberOf(raw, 'event_json'), place);
  return report(value, raw, { ...around, target, posts: [post] });
}

/** A report about a person. */
export async function decodeUserReport(
  value: RemoteValue,
  raw: unknown,
  around: { readonly id: ReportId; readonly accountOf: FindAccount },
): Promise<RemoteReport> {
  const target = await around.accountOf(value.at('target_user_id').id());
  return report(value, raw, { ...around, target, posts: [] });
}

/** Synapse knows no states: what is there is open. It has no categories either, only the reporter's own words, or none. */
async function report(
  value: RemoteValue,
  raw: unknown,
  {
    id,
    target,
    posts,
    accountOf,
  }: {
    readonly id: ReportId;
    readonly target: RemoteAccount;
    readonly posts: readonly RemotePost[];
    readonly accountOf: FindAccount;
  },
): Promise<RemoteReport> {
  const reporter = value.at('user_id').textOr('');
  const remoteId = formatReportId(id);
  return {
    remoteId,
    state: 'open',
    version: digest([remoteId, target.state, posts.map((post) => post.remoteId)]).slice(0, 32),
    category: 'other',
    ruleIds: [],
    comment: value.at('reason').textOr(''),
    forwarded: false,
    createdAt: id.receivedAt,
    updatedAt: null,
    reporter: reporter === '' ? null : await accountOf(reporter),
    target,
    assignedTo: null,
    resolvedBy: null,
    resolvedAt: null,
    posts,
    payloadHash: digest([raw, target]),
  };
}
