import { decodeAnswer } from '../decode/decode-items.ts';
import { type RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { type PlatformConnector, PlatformError, type RemotePost } from '../platform.ts';
import { decodeAdminAccount } from './decode-account.ts';
import { decodePost } from './decode-post.ts';
import { decodeReport } from './decode-report.ts';
import { detectSoftware } from './detect-software.ts';
import { type Flavour, flavourOf } from './flavour.ts';
import { listActivities } from './list-activities.ts';
import { performAction } from './perform-action.ts';
import { readFacts } from './read-facts.ts';
import { readCohorts, readDimensions, readMeasures } from './read-statistics.ts';
import { readTagMeasures } from './read-tag-measures.ts';
import { listNewReports, listOpenReports } from './report-lists.ts';

/** Posts that are shown before and after a reported one. */
const threadBefore = 6;
const threadAfter = 6;

/**
 * The connector for Mastodon, its forks, and GoToSocial. `software` is what an earlier readFacts found; without it the
 * server is asked once, before the first list or action.
 */
export function createMastodonConnector(http: HttpClient, software: string | null = null): PlatformConnector {
  const host = new URL(http.origin).host;
  let flavour: Flavour | null = software === null ? null : flavourOf(software);

  async function knownFlavour(signal: AbortSignal): Promise<Flavour> {
    flavour ??= flavourOf((await detectSoftware(http, signal)).name);
    return flavour;
  }

  return {
    async readFacts(signal) {
      const facts = await readFacts(http, signal);
      flavour = flavourOf(facts.capabilities.software);
      return facts;
    },
    async listNewReports(cursor, signal) {
      return listNewReports(http, await knownFlavour(signal), cursor, signal);
    },
    async listOpenReports(cursor, signal) {
      return listOpenReports(http, await knownFlavour(signal), cursor, signal);
    },
    async readReport(remoteId, signal) {
      const answer = await getOrNull(http, `/api/v1/admin/reports/${encodeURIComponent(remoteId)}`, signal);
      return answer === null ? null : decodeAnswer(answer.body, (value, raw) => decodeReport(value, raw, host));
    },
    async readAccount(remoteId, signal) {
      const answer = await getOrNull(http, `/api/v1/admin/accounts/${encodeURIComponent(remoteId)}`, signal);
      return answer === null ? null : decodeAnswer(answer.body, decodeAdminAccount);
    },
    async readThread(postRemoteId, signal) {
      const answer = await getOrNull(http, `/api/v1/statuses/${encodeURIComponent(postRemoteId)}/context`, signal);
      if (answer === null) return [];
      return decodeAnswer(answer.body, (value) => [
        ...readablePosts(value.at('ancestors'), host).slice(-threadBefore),
        ...readablePosts(value.at('descendants'), host).slice(0, threadAfter),
      ]);
    },
    async perform(call, signal) {
      await performAction(http, await knownFlavour(signal), call, signal);
    },
    listActivities: (cursor, signal) => listActivities(http, cursor, signal),
    readMeasures: (from, to, signal) => readMeasures(http, from, to, signal),
    readTagMeasures: (tags, monday, signal) => readTagMeasures(http, tags, monday, signal),
    readDimensions: (from, to, signal) => readDimensions(http, from, to, signal),
    readCohorts: (from, to, signal) => readCohorts(http, from, to, signal),
  };
}

/** Context is a help, not evidence: a post in it that can't be read is left out. */
function readablePosts(list: RemoteValue, host: string): RemotePost[] {
  const posts: RemotePost[] = [];
  for (const item of list.listOrNone()) {
    try {
      posts.push(decodePost(item, host));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  return posts;
}

async function getOrNull(http: HttpClient, path: string, signal: AbortSignal): Promise<HttpAnswer | null> {
  try {
    return await http.send({ method: 'GET', path, signal });
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-found') return null;
    throw error;
  }
}
