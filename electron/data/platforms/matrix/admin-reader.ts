import type { RemoteId } from '../../../../shared/domain/ids.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemoteAccount, type RemoteReport } from '../platform.ts';
import { adminPath } from './admin-path.ts';
import { decodeEventReport, decodeUserReport, type LookUp } from './decode-report.ts';
import { accountFromId, decodeUser } from './decode-user.ts';
import { serverOf } from './matrix-id.ts';
import { saysGone } from './read-refusal.ts';
import { readStanding, type Standing } from './read-standing.ts';
import { parseReportId, type ReportId } from './report-id.ts';

/** Reads single things, and learns once who is asking. */
export interface AdminReader {
  readonly whoAmI: (signal: AbortSignal) => Promise<string>;
  readonly account: (userId: RemoteId, signal: AbortSignal) => Promise<RemoteAccount | null>;
  /** Always an account: somebody elsewhere or gone is known by the id alone. */
  readonly accountAnyway: (userId: RemoteId, signal: AbortSignal) => Promise<RemoteAccount>;
  /**
   * Null only when Synapse itself says that there is none, or has given its number to another report. Throws ShapeError for
   * one that has not the shape it should have.
   */
  readonly report: (remoteId: RemoteId, lookUp: LookUp, signal: AbortSignal) => Promise<RemoteReport | null>;
  /** How a reported message stands now, by its remote id. */
  readonly standing: (postRemoteId: RemoteId, signal: AbortSignal) => Promise<Standing>;
}

/** A reader over one client. */
export function createAdminReader(http: HttpClient): AdminReader {
  let self: string | null = null;

  async function whoAmI(signal: AbortSignal): Promise<string> {
    if (self !== null) return self;
    const { body } = await http.send({ method: 'GET', path: '/_matrix/client/v3/account/whoami', signal });
    self = decodeAnswer(body, (value) => value.at('user_id').id());
    return self;
  }

  async function account(userId: RemoteId, signal: AbortSignal): Promise<RemoteAccount | null> {
    const ownServer = serverOf(await whoAmI(signal));
    if (serverOf(userId) !== ownServer) return accountFromId(userId, ownServer);
    const path = `${adminPath}/v2/users/${encodeURIComponent(userId)}`;
    const body = await readUnlessGone(http, path, signal);
    return body === null ? null : decodeAnswer(body, decodeUser);
  }

  async function accountAnyway(userId: RemoteId, signal: AbortSignal): Promise<RemoteAccount> {
    try {
      const found = await account(userId, signal);
      if (found) return found;
    } catch (error) {
      // An id that Synapse can't read as one (400): it came from a server with other rules.
      if (!(error instanceof PlatformError && error.code === 'refused')) throw error;
    }
    return accountFromId(userId, serverOf(await whoAmI(signal)));
  }

  async function report(remoteId: RemoteId, lookUp: LookUp, signal: AbortSignal): Promise<RemoteReport | null> {
    const id = parseReportId(remoteId);
    // Not one of ours: no such report was ever read here.
    if (!id) throw new PlatformError('refused');
    const path = `${adminPath}/v1/${id.kind}_reports/${id.number}`;
    const body = await readUnlessGone(http, path, signal);
    if (body === null || !isSameReport(body, id)) return null;
    const around = { id, origin: http.origin, lookUp };
    const value = new RemoteValue(body);
    return id.kind === 'event' ? decodeEventReport(value, body, around) : decodeUserReport(value, body, around);
  }

  const standing = (postRemoteId: RemoteId, signal: AbortSignal) => readStanding(http, postRemoteId, signal);
  return { whoAmI, account, accountAnyway, report, standing };
}

function isSameReport(body: unknown, id: ReportId): boolean {
  return decodeAnswer(body, (value) => value.at('received_ts').number()) === id.receivedAt;
}

async function readUnlessGone(http: HttpClient, path: string, signal: AbortSignal): Promise<unknown> {
  try {
    return (await http.send({ method: 'GET', path, signal })).body;
  } catch (error) {
    if (saysGone(error)) return null;
    throw error;
  }
}
