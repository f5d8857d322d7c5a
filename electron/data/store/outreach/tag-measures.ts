import { hashtagsOf } from '../../../../shared/domain/health/hashtags.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** A hashtag over one week, as a platform counted it. */
export interface TagWeek {
  readonly tag: string;
  /** The Monday it begins on, at midnight of UTC. */
  readonly monday: Instant;
  readonly accounts: number;
  readonly uses: number;
  readonly servers: number;
}

interface NamedTags {
  readonly hashtags: string;
  readonly start_day: number;
  readonly end_day: number | null;
}

/** Hashtags of campaigns that ran on a day of a span, the newest campaigns' first. */
export function campaignTags(
  db: ReadDb,
  communityId: CommunityId,
  span: { readonly firstDay: number; readonly lastDay: number },
): readonly string[] {
  const running = namedTags(db, communityId).filter(
    ({ start_day: start, end_day: end }) => start <= span.lastDay && (end === null || end >= span.firstDay),
  );
  return [...new Set(running.flatMap(({ hashtags }) => hashtagsOf(hashtags) ?? []))];
}

/** What platforms told of the hashtags that campaigns name, by week; nothing of a tag that no campaign names any more. */
export function readTagWeeks(db: ReadDb, communityId: CommunityId): readonly TagWeek[] {
  const named = new Set(namedTags(db, communityId).flatMap(({ hashtags }) => hashtagsOf(hashtags) ?? []));
  if (named.size === 0) return [];
  return statement<TagWeek>(
    db,
    `SELECT a.dimension AS tag, a.period_start AS monday, a.value AS accounts, u.value AS uses, s.value AS servers
     FROM measures a
     JOIN measures u USING (community_id, period_start, period_unit, dimension)
     JOIN measures s USING (community_id, period_start, period_unit, dimension)
     WHERE a.community_id = ? AND a.key = 'tag_accounts' AND u.key = 'tag_uses' AND s.key = 'tag_servers'
       AND a.period_unit = 'week'
     ORDER BY a.period_start, a.dimension`,
  )
    .all(communityId)
    .filter(({ tag }) => named.has(tag));
}

function namedTags(db: ReadDb, communityId: CommunityId): readonly NamedTags[] {
  return statement<NamedTags>(
    db,
    `SELECT hashtags, start_day, end_day FROM campaigns WHERE community_id = ? AND hashtags IS NOT NULL
     ORDER BY start_day DESC, id DESC`,
  ).all(communityId);
}
