import type { ActionKind } from '../../../../shared/domain/action.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import { decodeHistory, type FlagChange } from './decode-history.ts';
import { plainText } from './plain-text.ts';
import { getFlag } from './read-flag.ts';
import type { Self } from './who-am-i.ts';

/** A mute needs an end: 4.11 takes one without as over already. The first second of 2100 is meant as for good. */
const mutedUntil = Date.UTC(2100, 0, 1);

interface Work {
  readonly http: HttpClient;
  readonly call: ActionCall;
  readonly signal: AbortSignal;
  /** Asked only where it matters who we are. */
  readonly self: () => Promise<Self>;
}

/** Carries out one call, once. What NodeBB can't do is refused here, before anything leaves. */
export async function performAction(work: Work): Promise<void> {
  const does = ways[work.call.kind];
  if (does === undefined) throw new PlatformError('refused');
  await does(work);
}

const ways: Partial<Record<ActionKind, (work: Work) => Promise<void>>> = {
  async 'report.assign'(work) {
    const { uid, name } = await work.self();
    // As text, as NodeBB keeps it: doing it twice is then no second change.
    await changeFlag(work, { assignee: uid }, (change) => change.assignee, name);
  },
  // What the history makes of nobody differs by version; the reading afterwards tells whether it was taken.
  'report.unassign': (work) => changeFlag(work, { assignee: '' }, () => null, ''),
  async 'report.resolve'(work) {
    await noteOnce(work);
    await changeState(work, work.call.upheld === false ? 'rejected' : 'resolved');
  },
  async 'report.note'({ http, call, signal }) {
    const path = `/api/v3/flags/${encodeURIComponent(call.targetRemoteId)}/notes`;
    await http.send({ method: 'POST', path, json: { note: call.text }, signal });
  },
  'report.reopen': (work) => changeState(work, 'open'),
  // Without an end it is for good.
  'account.suspend': (work) => onAccount(work, 'PUT', 'ban', reasonOf(work.call)),
  'account.silence': (work) => onAccount(work, 'PUT', 'mute', { until: mutedUntil, ...reasonOf(work.call) }),
  'account.undo-suspend': (work) => onAccount(work, 'DELETE', 'ban', {}),
  'account.undo-silence': (work) => onAccount(work, 'DELETE', 'mute', {}),
  'post.remove': (work) => onPost(work, 'DELETE'),
  'post.restore': (work) => onPost(work, 'PUT'),
};

function changeState(work: Work, state: string): Promise<void> {
  return changeFlag(work, { state }, (change) => change.state, state);
}

/**
 * NodeBB answers 200 also for what it ignores, such as a state it does not know or an assignee who is no moderator. The
 * history that it answers with says what stands now; where that is something else, the call was refused in silence.
 */
async function changeFlag(
  { http, call, signal }: Work,
  json: unknown,
  changed: (change: FlagChange) => string | null,
  wanted: string,
): Promise<void> {
  const path = `/api/v3/flags/${encodeURIComponent(call.targetRemoteId)}`;
  const answer = await http.send({ method: 'PUT', path, json, signal });
  const history = afterwards(() =>
    decodeAnswer(answer.body, (value) => {
      value.at('response').at('history').list();
      return decodeHistory(value.at('response').at('history'));
    }),
  );
  const stands = history.map(changed).find((value) => value !== null);
  if (stands !== undefined && stands !== wanted) throw new PlatformError('refused', { status: answer.status });
}

/**
 * A note and the state are two calls. The note goes first: a stop in between leaves a note on an open flag, which does no harm,
 * and the next attempt finds it there and does not write it twice. The other way round, a flag would be closed without the
 * reason, and nothing would bring anybody back to it.
 */
async function noteOnce(work: Work): Promise<void> {
  const { http, call, signal } = work;
  if (call.text === '') return;
  const { uid } = await work.self();
  const flag = await getFlag(http, call.targetRemoteId, signal);
  if (flag === null) throw new PlatformError('not-found', { status: 404 });
  const isThere = decodeAnswer(flag.body, (value) =>
    value
      .at('notes')
      .listOrNone()
      .some(
        (note) => String(note.at('uid').numberOr(0)) === uid && plainText(note.at('content').textOr('')) === call.text,
      ),
  );
  if (isThere) return;
  const path = `/api/v3/flags/${encodeURIComponent(call.targetRemoteId)}/notes`;
  await http.send({ method: 'POST', path, json: { note: call.text }, signal });
}

/**
 * Sends an empty object where there is nothing to say: a ban is not taken away without a body. Guests have no account, and nothing is done to
 * number 0.
 */
function onAccount({ http, call, signal }: Work, method: HttpRequest['method'], what: string, json: unknown) {
  if (call.targetRemoteId === '0') throw new PlatformError('refused');
  return send(http, { method, path: `/api/v3/users/${encodeURIComponent(call.targetRemoteId)}/${what}`, json, signal });
}

function onPost({ http, call, signal }: Work, method: HttpRequest['method']) {
  return send(http, {
    method,
    path: `/api/v3/posts/${encodeURIComponent(call.targetRemoteId)}/state`,
    json: {},
    signal,
  });
}

async function send(http: HttpClient, request: HttpRequest): Promise<void> {
  await http.send(request);
}

function reasonOf(call: ActionCall): { reason?: string } {
  return call.text === '' ? {} : { reason: call.text };
}

/** The call has been carried out; an answer that can't be understood does not undo it. */
function afterwards<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof PlatformError ? new PlatformError(error.code, { mayHaveArrived: true }) : error;
  }
}
