import type { PersonEffect } from './decision.ts';
import type { CommunityId, Instant } from './ids.ts';

export const platforms = ['mastodon', 'practice', 'import'] as const;
/** `practice` speaks the Mastodon API from inside the app; `import` is a community known from files alone. */
export type PlatformId = (typeof platforms)[number];

/** What this server, in this version, for this person, can do. Detected, never assumed. */
export interface Capabilities {
  readonly software: string;
  readonly version: string;
  readonly reports: boolean;
  readonly assign: boolean;
  readonly resolve: boolean;
  readonly reopen: boolean;
  readonly resolveWithComment: boolean;
  readonly personEffects: readonly PersonEffect[];
  readonly undoEffects: readonly PersonEffect[];
  /** Acting on the account closes its other open reports (Mastodon) or leaves them open (GoToSocial). */
  readonly accountActionResolvesReports: boolean;
  readonly irreversible: readonly PersonEffect[];
  readonly measures: boolean;
  readonly dimensions: boolean;
  readonly retention: boolean;
  readonly rules: boolean;
}

export type ConnectionState = 'connected' | 'expired' | 'forbidden' | 'disconnected';

export interface Community {
  readonly id: CommunityId;
  readonly name: string;
  readonly platform: PlatformId;
  readonly baseUrl: string | null;
  readonly accountHandle: string | null;
  readonly connection: ConnectionState;
  readonly capabilities: Capabilities | null;
  readonly timeZone: string;
  readonly holdsPersonalData: boolean;
  readonly lastSyncAt: Instant | null;
}
