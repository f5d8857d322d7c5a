import { decodeAnswer } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { idOrNull } from './decode-id.ts';
import { nameOf } from './plain-text.ts';

/** The account a token belongs to, and what it may do. */
export interface Self {
  readonly uid: string;
  readonly name: string;
  readonly role: 'administrator' | 'global-moderator' | 'category-moderator' | 'member';
  readonly mayBan: boolean;
  readonly mayMute: boolean;
}

/**
 * Asks the forum who we are; rejects with `unauthorized` when the token says nothing to it. Most of the read interface answers
 * guests as well, so this is the only question that a worthless token can't pass.
 */
export async function whoAmI(http: HttpClient, signal: AbortSignal): Promise<Self> {
  const answer = await http.send({ method: 'GET', path: '/api/self', signal });
  return decodeAnswer(answer.body, (value) => {
    const isAdmin = value.at('isAdmin').flagOr(false);
    return {
      uid: idOrNull(value.at('uid')) ?? value.at('uid').id(),
      name: nameOf(value.at('username').text()),
      role: isAdmin ? 'administrator' : roleOf(value),
      // Of oneself an administrator is told no, because administrators can't be banned.
      mayBan: isAdmin || value.at('canBan').flagOr(false),
      mayMute: isAdmin || value.at('canMute').flagOr(false),
    };
  });
}

function roleOf(value: RemoteValue): Self['role'] {
  if (value.at('isGlobalModerator').flagOr(false)) return 'global-moderator';
  return value.at('isModerator').flagOr(false) ? 'category-moderator' : 'member';
}
