import type { RemoteId } from '../../../../shared/domain/ids.ts';
import { decodeAnswer, decodeItems } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import { decodeStanding, plainStanding, type Standing } from './standing.ts';

/** The lists in which everybody stands whose standing is not the plain one. */
const lists = ['staff', 'silenced', 'suspended'] as const;
const pageSize = 100;
/** A site with more people under a penalty than this is asked for each author by name instead. */
const mostPages = 5;
/** Two lists that are read one after the other share one reading. */
const freshMs = 60_000;

/** How the authors of a page stand. */
export interface Standings {
  readonly of: (userIds: readonly RemoteId[], signal: AbortSignal) => Promise<(userId: RemoteId) => Standing>;
}

interface Roster {
  readonly known: Map<RemoteId, Standing>;
  readonly complete: boolean;
  readonly readAt: number;
}

/**
 * Reads how authors stand with as few requests as can be, since all keys of a site share sixty a minute: the team's lists of
 * those who have a penalty or belong to the team, usually one page each, instead of a request for every author.
 */
export function createStandings(http: HttpClient, clock: () => number = Date.now): Standings {
  let roster: Roster | null = null;

  return {
    async of(userIds, signal) {
      if (userIds.length === 0) return () => plainStanding;
      if (roster === null || Math.abs(clock() - roster.readAt) > freshMs)
        roster = await readRoster(http, clock(), signal);
      const { known, complete } = roster;
      if (!complete) {
        for (const id of new Set(userIds)) if (!known.has(id)) known.set(id, await readStanding(http, id, signal));
      }
      return (userId) => known.get(userId) ?? plainStanding;
    },
  };
}

/** How one account stands right now. Whoever is deleted has no standing left. */
export async function readStanding(http: HttpClient, userId: RemoteId, signal: AbortSignal): Promise<Standing> {
  try {
    const path = `/admin/users/${encodeURIComponent(userId)}.json`;
    return decodeAnswer((await http.send({ method: 'GET', path, signal })).body, decodeStanding);
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-found') return plainStanding;
    throw error;
  }
}

async function readRoster(http: HttpClient, readAt: number, signal: AbortSignal): Promise<Roster> {
  const known = new Map<RemoteId, Standing>();
  let complete = true;
  // The gravest last, so that it is what stays.
  for (const list of lists) {
    for (let page = 1; ; page += 1) {
      const path = `/admin/users/list/${list}.json?page=${page}`;
      const { body } = await http.send({ method: 'GET', path, paged: true, signal });
      const { items, rejected } = decodeItems(body, (user) => ({
        id: user.at('id').id(),
        standing: decodeStanding(user),
      }));
      for (const { id, standing } of items) known.set(id, standing);
      if (items.length + rejected.length < pageSize) break;
      if (page === mostPages) {
        complete = false;
        break;
      }
    }
  }
  return { known, complete, readAt };
}
