import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import { contextPath } from './context-path.ts';
import { isErased, memberOf } from './decode-event.ts';
import { readPostId } from './matrix-id.ts';

/** How a message stands in its room now. The report has it as it was written, and tells nothing of this. */
export interface Standing {
  readonly isTakenDown: boolean;
  /** An event with the words of its latest edit, which is what people read; null where there is none. */
  readonly edit: unknown;
}

const unknown: Standing = { isTakenDown: false, edit: null };

/**
 * Reads how a message stands now. What can't be had is taken for unchanged: of a message that is gone its report tells
 * itself, and one that Synapse fails over is not to keep every other report from being read.
 */
export async function readStanding(http: HttpClient, postRemoteId: string, signal: AbortSignal): Promise<Standing> {
  const place = readPostId(postRemoteId);
  if (!place) return unknown;
  try {
    const { body } = await http.send({ method: 'GET', path: contextPath(place, 0), signal });
    const event = memberOf(body, 'event');
    const unsigned = memberOf(event, 'unsigned');
    return {
      isTakenDown: isErased(event) || memberOf(unsigned, 'redacted_because') !== undefined,
      edit: editOf(event, memberOf(memberOf(unsigned, 'm.relations'), 'm.replace')),
    };
  } catch (error) {
    if (error instanceof PlatformError && isAboutThis(error)) return unknown;
    throw error;
  }
}

/** Older versions name an edit without its words, and show the message itself with them. */
function editOf(event: unknown, edit: unknown): unknown {
  if (typeof edit !== 'object' || edit === null || typeof event !== 'object') return null;
  if (memberOf(edit, 'content') !== undefined) return edit;
  return { ...event, origin_server_ts: memberOf(edit, 'origin_server_ts') };
}

function isAboutThis({ code, reason }: PlatformError): boolean {
  return code === 'not-found' || code === 'refused' || (code === 'server-error' && reason === 'M_UNKNOWN');
}
