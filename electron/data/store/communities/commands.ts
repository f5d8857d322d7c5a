import type { Capabilities, ConnectionState, DataBegin, PlatformId } from '../../../../shared/domain/community.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';
import { findCommunityByAccount } from './queries.ts';
import type { Credentials } from './row.ts';

export interface ConnectedCommunity {
  readonly name: string;
  readonly platform: Exclude<PlatformId, 'import'>;
  readonly baseUrl: string;
  readonly accountRemoteId: string;
  readonly accountHandle: string;
  readonly capabilities: Capabilities;
  readonly timeZone: string;
  readonly credentials: Credentials;
  readonly at: Instant;
}

/** Adds a community with its secrets, or signs a known one in again. Answers its id. */
export function saveConnectedCommunity(db: WriteDb, community: ConnectedCommunity): CommunityId {
  return inTransaction(db, () => {
    const known = findCommunityByAccount(db, community.baseUrl, community.accountRemoteId);
    const id = known?.id ?? insertConnected(db, community);
    recordServerFacts(db, id, community.accountHandle, community.capabilities);
    setConnection(db, id, 'connected');
    saveCredentials(db, id, community.credentials);
    return id;
  });
}

function insertConnected(db: WriteDb, community: ConnectedCommunity): CommunityId {
  const result = statement(
    db,
    `INSERT INTO communities (name, platform, base_url, account_remote_id, connection, time_zone, created_at)
     VALUES (?, ?, ?, ?, 'connected', ?, ?)`,
  ).run(
    community.name,
    community.platform,
    community.baseUrl,
    community.accountRemoteId,
    community.timeZone,
    community.at,
  );
  return Number(result.lastInsertRowid) as CommunityId;
}

/** Adds a community that is known from files alone. */
export function createImportCommunity(
  db: WriteDb,
  community: {
    readonly name: string;
    readonly timeZone: string;
    readonly holdsPersonalData: boolean;
    readonly dataBegin?: DataBegin | undefined;
    readonly at: Instant;
  },
): CommunityId {
  const result = statement(
    db,
    `INSERT INTO communities (name, platform, connection, time_zone, holds_personal_data, data_begin, created_at)
     VALUES (?, 'import', 'disconnected', ?, ?, ?, ?)`,
  ).run(
    community.name,
    community.timeZone,
    community.holdsPersonalData ? 1 : 0,
    community.dataBegin ?? 'unknown',
    community.at,
  );
  return Number(result.lastInsertRowid) as CommunityId;
}

/** Changes what a person may change about a community. */
export function updateCommunity(
  db: WriteDb,
  id: CommunityId,
  change: {
    readonly name?: string | undefined;
    readonly timeZone?: string | undefined;
    readonly holdsPersonalData?: boolean | undefined;
    readonly dataBegin?: DataBegin | undefined;
  },
): void {
  const holds = change.holdsPersonalData === undefined ? null : Number(change.holdsPersonalData);
  statement(
    db,
    `UPDATE communities SET name = coalesce(?, name), time_zone = coalesce(?, time_zone),
       holds_personal_data = coalesce(?, holds_personal_data), data_begin = coalesce(?, data_begin) WHERE id = ?`,
  ).run(change.name ?? null, change.timeZone ?? null, holds, change.dataBegin ?? null, id);
}

/** Notes that a community is reached at another address from now on. Only the practice community ever moves. */
export function moveCommunity(db: WriteDb, id: CommunityId, baseUrl: string): void {
  statement(db, 'UPDATE communities SET base_url = ? WHERE id = ?').run(baseUrl, id);
}

/** Writes down what the server said about itself and about the account. */
export function recordServerFacts(db: WriteDb, id: CommunityId, handle: string, capabilities: Capabilities): void {
  statement(db, 'UPDATE communities SET account_handle = ?, capabilities = ? WHERE id = ?').run(
    handle,
    JSON.stringify(capabilities),
    id,
  );
}

/** Says whether the community can be reached with what we hold. */
export function setConnection(db: WriteDb, id: CommunityId, connection: ConnectionState): void {
  statement(db, 'UPDATE communities SET connection = ? WHERE id = ?').run(connection, id);
}

/** Notes when the last complete pull ended. */
export function recordLastSync(db: WriteDb, id: CommunityId, at: Instant): void {
  statement(db, 'UPDATE communities SET last_sync_at = ? WHERE id = ?').run(at, id);
}

/** Stores the secrets of a community in place of earlier ones. */
export function saveCredentials(db: WriteDb, id: CommunityId, credentials: Credentials): void {
  statement(
    db,
    `INSERT OR REPLACE INTO credentials
       (community_id, kind, access_token, client_id, client_secret, scopes, obtained_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    credentials.kind,
    credentials.accessToken,
    credentials.clientId,
    credentials.clientSecret,
    credentials.scopes,
    credentials.obtainedAt,
  );
}

/** Forgets the secrets; what was pulled stays readable. */
export function disconnectCommunity(db: WriteDb, id: CommunityId): void {
  inTransaction(db, () => {
    statement(db, 'DELETE FROM credentials WHERE community_id = ?').run(id);
    setConnection(db, id, 'disconnected');
  });
}
