import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError } from '../platform.ts';
import { contextPath } from './context-path.ts';
import { isErased, memberOf } from './decode-event.ts';
import { readPostId } from './matrix-id.ts';

/** How a message stands in its room now. The report has it as it was written, and tells nothing of this. */
export interface Standing {
  readonly isTakenDown: boolean;
  /** The event of its latest edit as it came, which is what people read; null where there is none. */
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
    const edit = memberOf(memberOf(unsigned, 'm.relations'), 'm.replace');
    return {
      isTakenDown: isErased(event) || memberOf(unsigned, 'redacted_because') !== undefined,
      // Older versions name an edit without its words.
      edit: new RemoteValue(memberOf(edit, 'content')).isObject ? edit : null,
    };
  } catch (error) {
    if (error instanceof PlatformError && isAboutThis(error)) return unknown;
    throw error;
  }
}

function isAboutThis({ code, reason }: PlatformError): boolean {
  return code === 'not-found' || code === 'refused' || (code === 'server-error' && reason === 'M_UNKNOWN');
}
