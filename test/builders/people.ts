import type { WriteDb } from '../../electron/data/store/db.ts';
import type { CommunityId, MemberId } from '../../shared/domain/ids.ts';
import { insertRow, nextNumber, type Row, testNow } from './insert-row.ts';

export function aCommunity(db: WriteDb, overrides: Row = {}): CommunityId {
  const number = nextNumber();
  return insertRow(db, 'communities', {
    name: `Community ${number}`,
    platform: 'mastodon',
    base_url: `https://community-${number}.example`,
    account_remote_id: String(number),
    account_handle: 'moderator',
    connection: 'connected',
    created_at: testNow,
    ...overrides,
  }) as CommunityId;
}

export function aMember(db: WriteDb, community: CommunityId, overrides: Row = {}): MemberId {
  const number = nextNumber();
  return insertRow(db, 'members', {
    community_id: community,
    remote_id: `m${number}`,
    handle: `member_${number}`,
    display_name: `Member ${number}`,
    first_seen_at: testNow,
    ...overrides,
  }) as MemberId;
}
