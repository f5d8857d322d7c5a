import type { HealthFacts } from '../../facts/health-facts.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { firstReplies } from './reply-finder.ts';

/** A first reply counts within so many days of 24 hours (R1). */
export const FIRST_REPLY_DAYS = 7;
const WITHIN = FIRST_REPLY_DAYS * MS_PER_DAY;

/**
 * The rule of R1 for one message: 1 where it got a reply in time, 0 where it did not, −1 where there is no such message or it
 * is not that old yet.
 */
export function firstReplyInTime({ messages, cutOff }: HealthFacts): (row: number) => -1 | 0 | 1 {
  const replies = firstReplies(messages);
  return (row) => {
    const at = messages.at[row];
    if (at === undefined || at + WITHIN > cutOff) return -1;
    const repliedAt = messages.at[replies[row] ?? -1];
    return repliedAt !== undefined && repliedAt - at <= WITHIN ? 1 : 0;
  };
}
