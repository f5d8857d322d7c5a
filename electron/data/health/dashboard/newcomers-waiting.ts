import { activityFlags } from '../../../../shared/domain/activity.ts';
import type { Instant } from '../../../../shared/domain/ids.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import { firstMessages } from '../metrics/connection/newcomers.ts';
import { firstReplies, knowsReplies } from '../metrics/connection/reply-finder.ts';

/** A first message that nobody has answered: when and where, and not by whom. */
export interface WaitingNewcomer {
  readonly since: Instant;
  /** Name of the space, or null where the source tells none. */
  readonly space: string | null;
}

/** A first reply after this long hardly changes whether somebody stays; older ones are counted by R1 alone. */
const DAYS_WORTH_ANSWERING = 30;
const MS_PER_DAY = 86_400_000;

/** Newcomers still waiting for a first reply at an instant, longest wait first. */
export function newcomersWaiting(facts: HealthFacts, now: Instant): WaitingNewcomer[] {
  const { messages, spaces } = facts;
  if (!knowsReplies(messages)) return [];
  const replies = firstReplies(messages);
  const oldest = Math.min(now, facts.cutOff) - DAYS_WORTH_ANSWERING * MS_PER_DAY;
  const waiting: WaitingNewcomer[] = [];
  for (const row of firstMessages(facts)) {
    if (row < 0 || (replies[row] ?? -1) >= 0) continue;
    const since = messages.at[row] ?? 0;
    const wantsNone = ((messages.flags[row] ?? 0) & activityFlags.noAnswerWanted) !== 0;
    if (since < oldest || wantsNone) continue;
    waiting.push({ since, space: spaces[messages.space[row] ?? -1]?.name ?? null });
  }
  return waiting.sort((a, b) => a.since - b.since);
}
