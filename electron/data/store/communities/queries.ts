import type { Community } from '../../../../shared/domain/community.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { type CommunityRow, type Credentials, toCommunity } from './row.ts';

/** All communities, in the order they were added. */
export function listCommunities(db: ReadDb): readonly Community[] {
  return statement<CommunityRow>(db, 'SELECT * FROM communities ORDER BY id').all().map(toCommunity);
}

/** One community, or null. */
export function findCommunity(db: ReadDb, id: CommunityId): Community | null {
  const row = statement<CommunityRow>(db, 'SELECT * FROM communities WHERE id = ?').get(id);
  return row ? toCommunity(row) : null;
}

/** The community of this account on this server, or null: connecting twice refreshes the first instead of making another. */
export function findCommunityByAccount(db: ReadDb, baseUrl: string, accountRemoteId: string): Community | null {
  const row = statement<CommunityRow>(db, 'SELECT * FROM communities WHERE base_url = ? AND account_remote_id = ?').get(
    baseUrl,
    accountRemoteId,
  );
  return row ? toCommunity(row) : null;
}

interface CredentialsRow {
  kind: Credentials['kind'];
  access_token: string;
  client_id: string | null;
  client_secret: string | null;
  scopes: string;
  obtained_at: number;
}

/** The secrets of a community, or null when it is not signed in. */
export function findCredentials(db: ReadDb, id: CommunityId): Credentials | null {
  const row = statement<CredentialsRow>(db, 'SELECT * FROM credentials WHERE community_id = ?').get(id);
  if (!row) return null;
  return {
    kind: row.kind,
    accessToken: row.access_token,
    clientId: row.client_id,
    clientSecret: row.client_secret,
    scopes: row.scopes,
    obtainedAt: row.obtained_at,
  };
}
