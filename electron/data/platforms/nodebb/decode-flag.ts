import { createHash } from 'node:crypto';
import type { ReportCategory } from '../../../../shared/domain/report.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemoteNote, RemotePost, RemoteReport } from '../platform.ts';
import { type Around, decodeAccountOrNull, missingAccount } from './decode-account.ts';
import { decodeHistory, type FlagChange } from './decode-history.ts';
import { idOrNull } from './decode-id.ts';
import { decodePost } from './decode-post.ts';
import { nameOf, plainText } from './plain-text.ts';

/** Parts of the answer that are the flag; the rest is the page around it, which changes with every look. */
const ownFields = ['flagId', 'state', 'assignee', 'type', 'targetId', 'target', 'notes', 'reports', 'history'];

/** Fields inside those that change by themselves, such as who is online. */
const restless = new Set(['lastonline', 'lastonlineISO', 'status', 'profileviews', 'votes', 'upvotes', 'downvotes']);

/**
 * A flag with its reports, notes and history, as `GET /api/flags/:id` answers. `account` stands in where the subject is gone and
 * the account it was about was asked for.
 */
export function decodeFlag(
  value: RemoteValue,
  raw: unknown,
  known: { readonly base: string; readonly account: RemoteAccount | null },
): RemoteReport {
  const around = { base: known.base, team: teamIn(value.at('assignees')) };
  const state = value.at('state').textOr('open');
  const kind = value.at('type').textOr('');
  const history = decodeHistory(value.at('history'));
  const complaints = decodeComplaints(value.at('reports'), around);
  const subject = value.at('target');
  const post = kind === 'post' ? postOrNull(subject, around) : null;
  const target =
    post?.author ??
    (kind === 'user' ? decodeAccountOrNull(subject, around) : null) ??
    known.account ??
    missingAccount(idOrNull(value.at('targetUid')), '');
  const closed = isClosed(state) ? (history.find((change) => change.state === state) ?? null) : null;
  const assignee = idOrNull(value.at('assignee'));
  const category = categoryOf(complaints);
  const notes = decodeNotes(value.at('notes'));
  return {
    remoteId: value.at('flagId').id(),
    state: isClosed(state) ? 'resolved' : 'open',
    version: digest([
      state,
      closed?.by ?? null,
      assignee,
      category,
      [kind, idOrNull(value.at('targetId'))],
      complaints.length,
      target.state,
      // Only then: the version of what was read before Hearth knew of it stays the same.
      ...(post?.isTakenDown ? ['down'] : []),
    ]).slice(0, 32),
    category,
    ruleIds: [],
    comment: commentOf(complaints),
    forwarded: false,
    createdAt: value.at('datetime').number(),
    updatedAt: lastChange(value, [...history, ...complaints], notes),
    reporter: complaints[0]?.by ?? null,
    target,
    assignedTo: assignee === null ? null : assigneeName(value.at('assignees'), history, assignee),
    resolvedBy: closed?.by ?? null,
    resolvedAt: closed?.at ?? null,
    posts: post === null ? [] : [post],
    notes,
    payloadHash: digest(ownPart(raw)),
  };
}

/** States are open, wip, resolved and rejected; one that a plugin adds is taken for open, and somebody looks. */
export function isClosed(state: string): boolean {
  return state === 'resolved' || state === 'rejected';
}

interface Complaint {
  readonly at: number;
  readonly by: RemoteAccount | null;
  readonly name: string;
  readonly reason: string;
}

/** Who complained and why, oldest first: a flag gathers everybody who complains about the same thing. */
function decodeComplaints(list: RemoteValue, around: Around): Complaint[] {
  return list
    .listOrNone()
    .filter((one) => one.isObject)
    .map((one) => ({
      at: one.at('timestamp').numberOr(0),
      by: decodeAccountOrNull(one.at('reporter'), around),
      name: one.at('reporter').isObject ? nameOf(one.at('reporter').at('username').textOr('')) : '',
      reason: plainText(one.at('value').textOr('')),
    }))
    .sort((a, b) => a.at - b.at);
}

/**
 * What the team wrote about the flag, oldest first. NodeBB knows a note by its moment; two people may write in the same one.
 * The same words by the same person are one note: written again, it moves to the new moment.
 */
function decodeNotes(list: RemoteValue): RemoteNote[] {
  return list
    .listOrNone()
    .filter((one) => one.isObject)
    .map((one) => {
      const at = one.at('datetime').numberOr(0);
      const name = one.at('user').isObject ? nameOf(one.at('user').at('username').textOr('')) : '';
      return {
        remoteId: at === 0 ? null : `${at}-${idOrNull(one.at('uid')) ?? ''}`,
        author: name === '' ? null : name,
        text: plainText(one.at('content').textOr('')),
        writtenAt: at === 0 ? null : at,
      };
    })
    .sort((a, b) => (a.writtenAt ?? 0) - (b.writtenAt ?? 0));
}

/** The reason alone while there is one complaint; otherwise who said what. */
function commentOf(complaints: readonly Complaint[]): string {
  return complaints.map(({ name, reason }) => (complaints.length === 1 ? reason : `${name}: ${reason}`)).join('\n');
}

/** NodeBB offers spam, offensive and free words; the words are in the reporter's language, so only the plainest is known. */
function categoryOf(complaints: readonly Complaint[]): ReportCategory {
  return complaints[0]?.reason.trim().toLowerCase() === 'spam' ? 'spam' : 'other';
}

/** A post that was purged leaves an empty object behind. */
function postOrNull(value: RemoteValue, around: Around): RemotePost | null {
  return value.isObject && !value.at('pid').isMissing ? decodePost(value, around) : null;
}

/** Everybody to whom the flag could be given: administrators and moderators. */
function teamIn(assignees: RemoteValue): Set<string> {
  const ids = assignees.listOrNone().map((one) => (one.isObject ? idOrNull(one.at('uid')) : null));
  return new Set(ids.filter((id) => id !== null));
}

/** The flag names its holder by number; the list of possible holders, or else the history, knows the name. */
function assigneeName(assignees: RemoteValue, history: readonly FlagChange[], uid: string): string {
  const known = assignees.listOrNone().find((one) => one.isObject && idOrNull(one.at('uid')) === uid);
  const name = known === undefined ? '' : nameOf(known.at('username').textOr(''));
  return name || (history.find((change) => change.assignee !== null)?.assignee ?? `uid-${uid}`);
}

/** Notes and further complaints move it as well as changes of state do. */
function lastChange(value: RemoteValue, changes: readonly { at: number }[], notes: readonly RemoteNote[]): number {
  const times = [...changes.map(({ at }) => at), ...notes.map(({ writtenAt }) => writtenAt ?? 0)];
  return Math.max(value.at('datetime').number(), ...times);
}

function ownPart(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  return Object.entries(raw).filter(([name]) => ownFields.includes(name));
}

function digest(value: unknown): string {
  const text = JSON.stringify(value, (name, inner: unknown) => (restless.has(name) ? undefined : inner));
  return createHash('sha256').update(text).digest('hex');
}
