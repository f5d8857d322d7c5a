import { digest } from '../decode/digest.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemotePost, RemoteReport } from '../platform.ts';
import { decodeEvent, isErased, memberOf, withEdit } from './decode-event.ts';
import { postId } from './matrix-id.ts';
import type { Standing } from './read-standing.ts';
import { formatReportId, type ReportId } from './report-id.ts';

/** Finds what a report only names: people by their ids, and how a message stands now by its remote id. */
export interface LookUp {
  readonly accountOf: (userId: string) => Promise<RemoteAccount>;
  readonly standingOf: (postRemoteId: string) => Promise<Standing>;
}

/**
 * A report about a message, from the answer about this one report: lists leave the message out. It has the message as it was
 * first written, which is not what people read when it was edited since.
 */
export async function decodeEventReport(
  value: RemoteValue,
  raw: unknown,
  around: { readonly id: ReportId; readonly origin: string; readonly lookUp: LookUp },
): Promise<RemoteReport> {
  const target = await around.lookUp.accountOf(value.at('sender').id());
  const [roomId, eventId] = [value.at('room_id').id(), value.at('event_id').id()];
  const place = { origin: around.origin, roomId, eventId, author: target };
  const event = memberOf(raw, 'event_json');
  const { isTakenDown, edit } = await around.lookUp.standingOf(postId(roomId, eventId));
  const written = decodeEvent(value.at('event_json'), event, place);
  const read = edit === null ? written : withEdit(written, edit, place);
  const post = isTakenDown || isErased(event) ? { ...read, isTakenDown: true } : read;
  return report(value, [raw, post], { ...around, target, posts: [post] });
}

/** A report about a person. */
export async function decodeUserReport(
  value: RemoteValue,
  raw: unknown,
  around: { readonly id: ReportId; readonly lookUp: LookUp },
): Promise<RemoteReport> {
  const target = await around.lookUp.accountOf(value.at('target_user_id').id());
  return report(value, raw, { ...around, target, posts: [] });
}

interface Subject {
  readonly id: ReportId;
  readonly target: RemoteAccount;
  readonly posts: readonly RemotePost[];
  readonly lookUp: LookUp;
}

/** Synapse knows no states: what is there is open. It has no categories either, only the reporter's own words, or none. */
async function report(
  value: RemoteValue,
  payload: unknown,
  { id, target, posts, lookUp }: Subject,
): Promise<RemoteReport> {
  const reporter = value.at('user_id').textOr('');
  const remoteId = formatReportId(id);
  const up = posts.filter((post) => post.isTakenDown !== true).map((post) => post.remoteId);
  return {
    remoteId,
    state: 'open',
    version: digest([remoteId, target.state, up]).slice(0, 32),
    category: 'other',
    ruleIds: [],
    comment: value.at('reason').textOr(''),
    forwarded: false,
    createdAt: id.receivedAt,
    updatedAt: null,
    reporter: reporter === '' ? null : await lookUp.accountOf(reporter),
    target,
    assignedTo: null,
    resolvedBy: null,
    resolvedAt: null,
    posts,
    notes: [],
    payloadHash: digest([payload, target]),
  };
}
