import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type PlatformConnector, PlatformError } from '../platform.ts';
import { ask } from './ask.ts';
import { decodeUser } from './decode-user.ts';
import { listActivities } from './list-activities.ts';
import { createNoteShelf } from './note-shelf.ts';
import { performAction } from './perform-action.ts';
import { readCohorts, readMeasures } from './read-charts.ts';
import { readFacts, readSoftware } from './read-facts.ts';
import { readThread } from './read-thread.ts';
import { listNewReports, listOpenReports, readReport } from './report-lists.ts';

/**
 * The connector for Misskey and Sharkey. `software` is what an earlier readFacts found; without it the server is asked once,
 * before the first action.
 */
export function createMisskeyConnector(http: HttpClient, software: string | null = null): PlatformConnector {
  const shelf = createNoteShelf(http);
  let known = software;

  return {
    async readFacts(signal) {
      const facts = await readFacts(http, signal);
      known = facts.capabilities.software;
      return facts;
    },
    listNewReports: (cursor, signal) => listNewReports(http, shelf, cursor, signal),
    listOpenReports: (cursor, signal) => listOpenReports(http, shelf, cursor, signal),
    readReport: (remoteId, signal) => readReport(http, shelf, remoteId, signal),
    async readAccount(remoteId, signal) {
      try {
        const answer = await ask(http, 'users/show', { userId: remoteId }, signal);
        return decodeAnswer(answer.body, (value) => decodeUser(value, http.origin));
      } catch (error) {
        if (error instanceof PlatformError && error.reason === 'NO_SUCH_USER') return null;
        throw error;
      }
    },
    readThread: (noteId, signal) => readThread(http, noteId, signal),
    async perform(call, signal) {
      known ??= await readSoftware(http, signal);
      await performAction(http, known, call, signal);
    },
    readMeasures: (from, to, signal) => readMeasures(http, from, to, signal),
    readDimensions: () => Promise.resolve([]),
    readCohorts: (from, to, signal) => readCohorts(http, from, to, signal),
    listActivities: (cursor, signal) => listActivities(http, cursor, signal),
  };
}
