import type {
  Capabilities,
  Community,
  ConnectionState,
  DataBegin,
  PlatformId,
} from '../../../../shared/domain/community.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';

/** A community as stored. Secrets are in a table of their own. */
export interface CommunityRow {
  readonly id: CommunityId;
  readonly name: string;
  readonly platform: PlatformId;
  readonly base_url: string | null;
  readonly account_remote_id: string | null;
  readonly account_handle: string | null;
  readonly connection: ConnectionState;
  readonly capabilities: string | null;
  readonly time_zone: string;
  readonly holds_personal_data: number;
  readonly data_begin: DataBegin;
  readonly created_at: number;
  readonly last_sync_at: number | null;
}

/** A row as the domain and the contract know it. */
export function toCommunity(row: CommunityRow): Community {
  return {
    id: row.id,
    name: row.name,
    platform: row.platform,
    baseUrl: row.base_url,
    accountHandle: row.account_handle,
    connection: row.connection,
    capabilities: row.capabilities === null ? null : (JSON.parse(row.capabilities) as Capabilities),
    timeZone: row.time_zone,
    holdsPersonalData: row.holds_personal_data === 1,
    dataBegin: row.data_begin,
    lastSyncAt: row.last_sync_at,
  };
}

/** What is needed to speak to a platform. Never leaves the data process. */
export interface Credentials {
  /** `token`: a person made it and pasted it; up to 0.1 also those that came of a password. */
  readonly kind: 'oauth' | 'password' | 'token';
  readonly accessToken: string;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  readonly scopes: string;
  readonly obtainedAt: number;
}
