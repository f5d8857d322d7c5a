import { ShapeError } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type PlatformConnector, PlatformError } from '../platform.ts';
import { createAdminReader } from './admin-reader.ts';
import { listSignUps } from './list-sign-ups.ts';
import { serverOf } from './matrix-id.ts';
import { performAction } from './perform-action.ts';
import { readFacts } from './read-facts.ts';
import { readMeasures } from './read-measures.ts';
import { readThread } from './read-thread.ts';
import { createRecent } from './recent.ts';
import { listNewReports, listOpenReports } from './report-lists.ts';

/** The connector for Matrix servers that run Synapse, through its admin interface. */
export function createMatrixConnector(http: HttpClient): PlatformConnector {
  const reader = createAdminReader(http);
  const recent = createRecent(reader);
  const listing = { http, reader, lookUp: recent.lookUp };

  return {
    readFacts(signal) {
      // Every pull begins here: what a colleague did since the last one must show.
      recent.forget();
      return readFacts(http, reader, signal);
    },
    listNewReports: (cursor, signal) => listNewReports(listing, cursor, signal),
    listOpenReports: (cursor, signal) => listOpenReports(listing, cursor, signal),
    async readReport(remoteId, signal) {
      try {
        const afresh = {
          accountOf: (userId: string) => reader.accountAnyway(userId, signal),
          standingOf: (postRemoteId: string) => reader.standing(postRemoteId, signal),
        };
        return await reader.report(remoteId, afresh, signal);
      } catch (error) {
        throw error instanceof ShapeError ? new PlatformError('malformed') : error;
      }
    },
    readAccount: (remoteId, signal) => reader.account(remoteId, signal),
    async readThread(postRemoteId, signal) {
      const ownServer = serverOf(await reader.whoAmI(signal));
      return readThread(http, { remoteId: postRemoteId, ownServer }, signal);
    },
    async perform(call, signal) {
      recent.forget();
      await performAction(http, reader, call, signal);
    },
    readMeasures: (from, to, signal) => readMeasures(http, from, to, signal),
    readDimensions: async () => [],
    readCohorts: async () => [],
    listActivities: (cursor, signal) => listSignUps(http, cursor, signal),
  };
}
