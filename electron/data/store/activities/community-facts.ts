import type { DataBegin } from '../../../../shared/domain/community.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** What counting has to know about a community. */
export interface CommunityFacts {
  /** IANA zone whose calendar all its days, weeks and months follow. */
  readonly timeZone: string;
  readonly holdsPersonalData: boolean;
  readonly dataBegin: DataBegin;
}

/** Facts of a community, or undefined where there is none. */
export function readCommunityFacts(db: ReadDb, communityId: CommunityId): CommunityFacts | undefined {
  const row = statement<{ time_zone: string; holds_personal_data: number; data_begin: DataBegin }>(
    db,
    'SELECT time_zone, holds_personal_data, data_begin FROM communities WHERE id = ?',
  ).get(communityId);
  return (
    row && {
      timeZone: row.time_zone,
      holdsPersonalData: row.holds_personal_data === 1,
      dataBegin: row.data_begin,
    }
  );
}
