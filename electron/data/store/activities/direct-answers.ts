import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/**
 * Directs replies and reactions that came in before what they answer at whoever wrote that. Their level stays, so neither
 * rollups nor sets move. Answers to oneself stay directed at nobody.
 */
export function directAnswers(
  db: WriteDb,
  communityId: CommunityId,
  answered: { readonly key: Uint8Array; readonly author: string },
): void {
  statement(
    db,
    `UPDATE activities SET target_member_id = author.id
     FROM (SELECT id FROM members WHERE community_id = @communityId AND remote_id = @author) AS author
     WHERE community_id = @communityId AND parent_key = @key AND target_member_id IS NULL
       AND kind IN ('reply', 'reaction') AND member_id <> author.id`,
  ).run({ communityId, ...answered });
}
