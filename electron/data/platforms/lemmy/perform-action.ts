import type { ActionKind } from '../../../../shared/domain/action.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import { findReportView } from './find-report.ts';
import { type ReportKind, readObjectId, readPersonId, readReportId } from './remote-ids.ts';
import type { LemmyServer } from './server.ts';

type Call = Pick<HttpRequest, 'path' | 'json'> & { readonly method: 'POST' | 'PUT' };

const resolvePaths: Readonly<Record<ReportKind, string>> = {
  post: '/post/report/resolve',
  comment: '/comment/report/resolve',
  message: '/private_message/report/resolve',
  community: '/community/report/resolve',
};

/**
 * Carries out one call, once. What can't be done is refused before anything leaves. A ban from a community has to name it,
 * which takes a question first: a stop in between leaves nothing done.
 */
export async function performAction(
  http: HttpClient,
  server: LemmyServer,
  call: ActionCall,
  signal: AbortSignal,
): Promise<void> {
  const { method, path, json } = await callFor(http, server, call, signal);
  await http.send({ method, path: `${server.dialect.base}${path}`, json, signal });
}

async function callFor(http: HttpClient, server: LemmyServer, call: ActionCall, signal: AbortSignal): Promise<Call> {
  switch (call.kind) {
    case 'report.resolve':
    case 'report.reopen':
      return resolveCall(server, call);
    case 'post.remove':
    case 'post.restore':
      return removeCall(server, call);
    case 'account.suspend':
    case 'account.undo-suspend':
      return banCall(server, call);
    case 'account.silence':
    case 'account.undo-silence':
      return communityBanCall(server, call, await communityOf(http, server, call, signal));
    default:
      throw new PlatformError('refused');
  }
}

/** Resolving twice is answered with yes, and the second one stands in the report. */
function resolveCall({ dialect, isAdmin }: LemmyServer, call: ActionCall): Call {
  const ref = readReportId(call.targetRemoteId);
  const isForAdmins = ref?.kind === 'message' || ref?.kind === 'community';
  if (ref === null || (isForAdmins && !isAdmin) || (ref.kind === 'community' && dialect.name === 'v3'))
    throw new PlatformError('refused');
  const says = dialect.name === 'v4' && call.text !== '' ? { conclusion: call.text } : {};
  return {
    method: 'PUT',
    path: resolvePaths[ref.kind],
    json: { report_id: ref.id, resolved: call.kind === 'report.resolve', ...says },
  };
}

/**
 * Answers to it stay: 1.0 would take them along with `remove_children`, and reads `remove_children: false` as "put it back",
 * so that it must not be there at all (crates/api/api_crud/src/post/remove.rs).
 */
function removeCall(server: LemmyServer, call: ActionCall): Call {
  const object = readObjectId(call.targetRemoteId);
  if (object?.kind !== 'post' && object?.kind !== 'comment') throw new PlatformError('refused');
  return {
    method: 'POST',
    path: `/${object.kind}/remove`,
    json: { [`${object.kind}_id`]: object.id, removed: call.kind === 'post.remove', ...reasonOf(server, call) },
  };
}

/** A ban from the whole server, until somebody lifts it. What the person wrote stays. */
function banCall(server: LemmyServer, call: ActionCall): Call {
  const person = personOf(call);
  if (!server.isAdmin) throw new PlatformError('refused');
  return { method: 'POST', path: server.dialect.banPath, json: banBody(server, call, person) };
}

function communityBanCall(server: LemmyServer, call: ActionCall, community: number): Call {
  return {
    method: 'POST',
    path: '/community/ban_user',
    json: { community_id: community, ...banBody(server, call, personOf(call)) },
  };
}

function banBody(server: LemmyServer, call: ActionCall, person: number): Record<string, unknown> {
  const ends: readonly ActionKind[] = ['account.undo-suspend', 'account.undo-silence'];
  return {
    person_id: person,
    ban: !ends.includes(call.kind),
    [server.dialect.dataFlag]: false,
    ...reasonOf(server, call),
  };
}

/**
 * Every reason stands in the moderation log, which anybody can read. So words meant for the person are sent only when the
 * moderator chose to have the person told.
 */
function reasonOf({ dialect }: LemmyServer, call: ActionCall): { readonly reason?: string } {
  const reason = call.notify ? call.text : '';
  return reason !== '' || dialect.reasonIsNeeded ? { reason } : {};
}

function personOf(call: ActionCall): number {
  const person = readPersonId(call.targetRemoteId);
  if (person === null) throw new PlatformError('refused');
  return person;
}

/** The community that the report's post stands in. A private message stands in none. */
async function communityOf(
  http: HttpClient,
  server: LemmyServer,
  call: ActionCall,
  signal: AbortSignal,
): Promise<number> {
  personOf(call);
  const ref = call.reportRemoteId === null ? null : readReportId(call.reportRemoteId);
  if (ref?.kind !== 'post' && ref?.kind !== 'comment') throw new PlatformError('refused');
  const view = new RemoteValue(await findReportView(http, server, ref, signal));
  const community = view.isObject ? view.at('community') : null;
  const number = community?.isObject ? community.at('id').numberOr(null) : null;
  if (number === null) throw new PlatformError('not-found');
  if (!server.isAdmin && !server.moderates.has(number)) throw new PlatformError('forbidden');
  return number;
}
