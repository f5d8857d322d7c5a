import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import { ask } from './ask.ts';

/** `right`: the token lacks a permission, or the account the role. `version`: this server has no such endpoint. */
export type Standing = 'may' | 'right' | 'version';

/**
 * Whether an endpoint could be used. It is asked with nothing in it: Misskey looks at role and permission first and at what
 * is asked afterwards, so that a token that may gets INVALID_PARAM and nothing happens. There is no list of a token's
 * permissions to be had. Network trouble is trouble, not a missing right.
 */
export async function standingAt(http: HttpClient, endpoint: string, signal: AbortSignal): Promise<Standing> {
  return standingOf(() => ask(http, endpoint, {}, signal));
}

/** The same, from a harmless question that would be answered. */
export async function standingOf(question: () => Promise<unknown>): Promise<Standing> {
  try {
    await question();
    return 'may';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    switch (error.code) {
      case 'forbidden':
        return 'right';
      case 'not-found':
        return 'version';
      case 'refused':
        return 'may';
      case 'rate-limited':
        // Deleting notes has a limit of its own, counted before the permission is looked at.
        if (error.status !== null) return 'may';
        throw error;
      default:
        throw error;
    }
  }
}
