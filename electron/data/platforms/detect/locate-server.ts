import { createHttpClient, type HttpClient } from '../http/http-client.ts';
import { folderOf } from '../http/server-address.ts';
import { PlatformError } from '../platform.ts';
import { type DetectedPlatform, detectForum, detectPlatform } from './detect-platform.ts';
import { namedFolder } from './named-folder.ts';

/** A server and where it lives. `base` is what its community is known by from then on. */
export interface LocatedServer {
  readonly base: string;
  readonly http: HttpClient;
  readonly found: DetectedPlatform;
}

/** Folders of forums lie near the top; what is deeper in an address is a page of the forum. */
const deepestFolder = 4;

/**
 * Finds the server that a typed base leads to: a forum in its folder, or in one above it ("example.org/forum/latest"), else
 * whatever has the host, in the folder it names itself. Null where nothing known answers; rejects with `refused`, reason
 * `in-folder`, for a platform that answers in a folder and can't be used there, and as detectPlatform does.
 */
export async function locateServer(typed: string, signal: AbortSignal): Promise<LocatedServer | null> {
  const folders = foldersOf(typed);
  for (const base of folders) {
    const http = openTo(base);
    const found = await detectForum(http, signal);
    if (found) return { base, http, found };
  }
  const base = new URL(typed).origin;
  const http = openTo(base);
  const found = await detectPlatform(http, signal);
  if (found) return (await locateInItsFolder({ base, http, found }, signal)) ?? { base, http, found };
  const [folder] = folders;
  // That a folder leads to another host, or holds what can't be used there, is worth saying.
  if (folder !== undefined && (await detectPlatform(openTo(folder), signal)))
    throw new PlatformError('refused', { reason: 'in-folder' });
  return null;
}

/** A forum that answers at its host for a folder of it; null where it is no such forum, or nothing of it is in the folder. */
async function locateInItsFolder({ http, found }: LocatedServer, signal: AbortSignal): Promise<LocatedServer | null> {
  const base = found.platform === 'nodebb' ? await namedFolder(http, signal) : null;
  if (base === null) return null;
  const inside = openTo(base);
  const foundInside = await detectForum(inside, signal);
  return foundInside?.platform === found.platform ? { base, http: inside, found: foundInside } : null;
}

/** The typed folder and those above it, the deepest first. */
function foldersOf(typed: string): string[] {
  const { origin } = new URL(typed);
  const parts = folderOf(typed)
    .split('/')
    .slice(1, deepestFolder + 1);
  return parts.map((_, index) => [origin, ...parts.slice(0, index + 1)].join('/')).reverse();
}

function openTo(address: string): HttpClient {
  return createHttpClient({ address, accessToken: null, budget: null });
}
