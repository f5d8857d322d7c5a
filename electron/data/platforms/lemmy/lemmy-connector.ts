import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type PlatformConnector, PlatformError, type RemoteAccount } from '../platform.ts';
import { countsOf, decodeCommunity, decodePerson } from './decode-account.ts';
import { findReport } from './find-report.ts';
import { getOrNull } from './get-or-null.ts';
import { listActivities } from './list-activities.ts';
import { performAction } from './perform-action.ts';
import { factsOf } from './read-facts.ts';
import { readMeasures } from './read-measures.ts';
import { readThread } from './read-thread.ts';
import { readObjectId, readPersonId, readReportId } from './remote-ids.ts';
import { listNewReports, listOpenReports } from './report-lists.ts';
import { type LemmyServer, readServer } from './server.ts';

/**
 * The connector for Lemmy 0.19 and 1.0. Which of the two, and what our account may do, is asked once and again with every
 * readFacts: servers are upgraded and moderators come and go.
 */
export function createLemmyConnector(http: HttpClient, clock: () => number = Date.now): PlatformConnector {
  let known: LemmyServer | null = null;

  async function server(signal: AbortSignal): Promise<LemmyServer> {
    known ??= await readServer(http, signal);
    return known;
  }

  return {
    async readFacts(signal) {
      known = await readServer(http, signal);
      return factsOf(known);
    },
    async listNewReports(cursor, signal) {
      return await listNewReports(http, await server(signal), cursor, signal);
    },
    async listOpenReports(cursor, signal) {
      return await listOpenReports(http, await server(signal), cursor, signal);
    },
    async readReport(remoteId, signal) {
      const ref = readReportId(remoteId);
      if (ref === null) throw new PlatformError('refused');
      return await findReport(http, await server(signal), ref, signal);
    },
    async readAccount(remoteId, signal) {
      return await readAccount(http, await server(signal), remoteId, signal);
    },
    async readThread(postRemoteId, signal) {
      return await readThread(http, await server(signal), postRemoteId, signal);
    },
    async perform(call, signal) {
      await performAction(http, await server(signal), call, signal);
    },
    async readMeasures(from, to, signal) {
      // Counts are of the moment, so they are asked for anew.
      known = await readServer(http, signal);
      return await readMeasures(http, known, { from, to, now: clock() }, signal);
    },
    readDimensions: async () => [],
    readCohorts: async () => [],
    async listActivities(cursor, signal) {
      return await listActivities(http, await server(signal), cursor, signal);
    },
  };
}

async function readAccount(
  http: HttpClient,
  { dialect }: LemmyServer,
  remoteId: string,
  signal: AbortSignal,
): Promise<RemoteAccount | null> {
  const community = readObjectId(remoteId);
  if (community?.kind === 'community') {
    const body = await getOrNull(http, `${dialect.base}/community?id=${community.id}`, signal);
    if (body === null) return null;
    return decodeAnswer(body, (value) => decodeCommunity(value.at('community_view').at('community'), ''));
  }
  const person = readPersonId(remoteId);
  if (person === null) throw new PlatformError('refused');
  const body = await getOrNull(http, `${dialect.base}${dialect.personPath}?person_id=${person}`, signal);
  if (body === null) return null;
  return decodeAnswer(body, (value) => {
    const view = value.at('person_view');
    const inside = view.at('person');
    const banned = view.at('banned').isMissing ? inside.at('banned') : view.at('banned');
    return decodePerson(
      inside,
      { isBanned: banned.flagOr(false), isBannedHere: false, isStaff: view.at('is_admin').flagOr(false) },
      { ...countsOf(inside), ...countsOf(view.at('counts')) },
    );
  });
}
