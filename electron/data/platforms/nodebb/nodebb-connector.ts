import type { HttpClient } from '../http/http-client.ts';
import type { PlatformConnector } from '../platform.ts';
import { listActivities } from './list-activities.ts';
import { listNewFlags } from './list-new-flags.ts';
import { listOpenFlags } from './list-open-flags.ts';
import { performAction } from './perform-action.ts';
import { readAccount } from './read-account.ts';
import { readFacts } from './read-facts.ts';
import { readFlag } from './read-flag.ts';
import { readMeasures } from './read-measures.ts';
import { readThread } from './read-thread.ts';
import { type Self, whoAmI } from './who-am-i.ts';

/** The connector for NodeBB 4. A report is a flag, with everybody's complaints about the same thing in it. */
export function createNodebbConnector(http: HttpClient): PlatformConnector {
  let self: Self | null = null;

  return {
    readFacts: (signal) => readFacts(http, signal),
    listNewReports: (cursor, signal) => listNewFlags(http, cursor, signal),
    listOpenReports: (cursor, signal) => listOpenFlags(http, cursor, signal),
    readReport: (remoteId, signal) => readFlag(http, remoteId, signal),
    readAccount: (remoteId, signal) => readAccount(http, remoteId, signal),
    readThread: (postRemoteId, signal) => readThread(http, postRemoteId, signal),
    perform: (call, signal) =>
      performAction({
        http,
        call,
        signal,
        self: async () => {
          self ??= await whoAmI(http, signal);
          return self;
        },
      }),
    readMeasures: (from, to, signal) => readMeasures(http, from, to, signal),
    readDimensions: async () => [],
    readCohorts: async () => [],
    listActivities: (cursor, signal) => listActivities(http, cursor, signal),
  };
}
