import type { Instant } from '../../../../shared/domain/ids.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import type { WaitingView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { WaitingNewcomer } from '../dashboard/newcomers-waiting.ts';
import { mint } from './mint.ts';

/** As many as a team can answer in one sitting; the rest is told of, not counted. */
const MOST_ROWS = 50;
const MS_PER_HOUR = 3_600_000;

/**
 * Newcomers waiting for an answer, for the team's eyes: the space and how long, so that somebody can go there and answer.
 * No name, no text, no number that leads to a person; times are cut to the hour, because a minute would find the message's
 * author in any list of posts at a glance.
 */
export function releaseWaiting(waiting: readonly WaitingNewcomer[], now: Instant): Published<WaitingView> {
  const rows = waiting.slice(0, MOST_ROWS).map(({ since, space }) => ({
    since: Math.floor(since / MS_PER_HOUR) * MS_PER_HOUR,
    hours: Math.max(0, Math.floor((now - since) / MS_PER_HOUR)),
    space,
  }));
  return mint({ rows, more: waiting.length > rows.length });
}
