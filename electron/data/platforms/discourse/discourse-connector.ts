import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { PlatformConnector } from '../platform.ts';
import { createCheckedClient, whoAmI } from './checked-client.ts';
import { decodeAdminUser } from './decode-user.ts';
import { getOrNull } from './get-or-null.ts';
import { listActivities, readSpaces, type Spaces } from './list-activities.ts';
import { performAction } from './perform-action.ts';
import { readFacts } from './read-facts.ts';
import { readMeasures } from './read-measures.ts';
import { readReviewable } from './read-reviewable.ts';
import { readThread } from './read-thread.ts';
import { listNewReports, listOpenReports } from './report-lists.ts';
import { createStandings } from './standings.ts';

/**
 * The connector to a Discourse site. Within its own life it keeps the names of categories, and for a minute how authors stand:
 * the site has sixty requests a minute for everybody.
 */
export function createDiscourseConnector(client: HttpClient): PlatformConnector {
  const http = createCheckedClient(client);
  const standings = createStandings(http);
  let spaces: Spaces | null = null;
  let ownHandle: string | null = null;

  async function knownHandle(signal: AbortSignal): Promise<string> {
    const { body } = await http.send({ method: 'GET', path: whoAmI, signal });
    return decodeAnswer(body, (answer) => answer.at('current_user').at('username').text());
  }

  return {
    async readFacts(signal) {
      const facts = await readFacts(http, signal);
      ownHandle = facts.accountHandle;
      return facts;
    },
    listNewReports: (cursor, signal) => listNewReports(http, standings, cursor, signal),
    listOpenReports: (cursor, signal) => listOpenReports(http, standings, cursor, signal),
    readReport: (remoteId, signal) => readReviewable(http, remoteId, signal),
    async readAccount(remoteId, signal) {
      const body = await getOrNull(http, `/admin/users/${encodeURIComponent(remoteId)}.json`, signal);
      return body === null ? null : decodeAnswer(body, (user) => decodeAdminUser(user, http.base));
    },
    readThread: (postRemoteId, signal) => readThread(http, postRemoteId, signal),
    async perform(call, signal) {
      if (call.kind === 'report.assign' || call.kind === 'report.unassign') ownHandle ??= await knownHandle(signal);
      await performAction(http, call, ownHandle, signal);
    },
    readMeasures: (from, to, signal) => readMeasures(http, from, to, signal),
    readDimensions: async () => [],
    readCohorts: async () => [],
    async listActivities(cursor, signal) {
      const known = async () => {
        spaces ??= await readSpaces(http, signal);
        return spaces;
      };
      return listActivities(http, known, cursor, signal);
    },
  };
}
