import type { Instant } from '../../../../shared/domain/ids.ts';
import { decodeAnswer, decodeItems } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { RejectedItem } from '../platform.ts';
import { adminPath } from './admin-path.ts';
import { memberOf } from './decode-event.ts';
import { readFlag, readTime } from './decode-user.ts';
import type { ListedPage, TimedRow } from './walk-by-time.ts';

/** A local account as the list shows it. */
export interface ListedUser extends TimedRow {
  readonly userId: string;
  readonly joinedAt: Instant;
  readonly lastSeenAt: Instant | null;
  readonly isBot: boolean;
  readonly isDeactivated: boolean;
}

/**
 * One page of local accounts, oldest first: locked and deactivated ones with them, or their places would shift when somebody
 * is locked. Guests are left out: they are no members, and where sign-in is delegated Synapse refuses to list them.
 */
export async function readUsers(
  http: HttpClient,
  from: number,
  limit: number,
  signal: AbortSignal,
): Promise<ListedPage<ListedUser> & { readonly rejected: readonly RejectedItem[] }> {
  const query = `from=${from}&limit=${limit}&guests=false&deactivated=true&locked=true&order_by=creation_ts&dir=f`;
  const { body } = await http.send({ method: 'GET', path: `${adminPath}/v2/users?${query}`, paged: true, signal });
  const { items, rejected } = decodeItems(memberOf(body, 'users'), (user): ListedUser => {
    const userId = user.at('name').id();
    const joinedAt = readTime(user.at('creation_ts')) ?? 0;
    return {
      key: userId,
      at: joinedAt,
      userId,
      joinedAt,
      lastSeenAt: readTime(user.at('last_seen_ts')),
      isBot: user.at('user_type').textOr('') === 'bot',
      isDeactivated: readFlag(user.at('deactivated'), false),
    };
  });
  const isLast = decodeAnswer(body, (answer) => answer.at('next_token').isMissing);
  const repeated = items.length - new Set(items.map((user) => user.key)).size;
  return { rows: items, rejected, count: items.length + rejected.length - repeated, isLast };
}
