import type { Instant } from '../../../../shared/domain/ids.ts';

/** Which server the practice community behaves like. */
export type PracticeFlavour = 'mastodon' | 'gotosocial';

export type PracticeRole = 'member' | 'moderator' | 'owner';

export interface PracticeAccount {
  readonly id: string;
  readonly username: string;
  /** Null for members of this server. */
  readonly domain: string | null;
  displayName: string;
  note: string;
  readonly language: string;
  readonly createdAt: Instant;
  readonly bot: boolean;
  readonly role: PracticeRole;
  approved: boolean;
  disabled: boolean;
  sensitized: boolean;
  silenced: boolean;
  suspended: boolean;
  /** A suspension that the server is still carrying out in the background (GoToSocial). */
  busyUntil: Instant;
}

export interface PracticeMedia {
  readonly id: string;
  readonly kind: 'image' | 'video' | 'audio';
  readonly description: string | null;
}

export interface PracticePost {
  readonly id: string;
  readonly accountId: string;
  text: string;
  readonly spoiler: string;
  readonly language: string;
  readonly visibility: 'public' | 'unlisted' | 'private' | 'direct';
  readonly createdAt: Instant;
  editedAt: Instant | null;
  deletedAt: Instant | null;
  readonly inReplyTo: string | null;
  readonly media: readonly PracticeMedia[];
}

export type PracticeCategory = 'spam' | 'legal' | 'violation' | 'other';

export interface PracticeReport {
  readonly id: string;
  /** Which scene of the world it belongs to: known to tests, never sent. */
  readonly scene: string;
  category: PracticeCategory;
  readonly comment: string;
  readonly forwarded: boolean;
  readonly createdAt: Instant;
  updatedAt: Instant;
  readonly reporterId: string;
  readonly targetId: string;
  assignedTo: string | null;
  actionTakenAt: Instant | null;
  actionTakenBy: string | null;
  actionTakenComment: string | null;
  readonly postIds: readonly string[];
  ruleIds: string[];
}

/** One entry of the account's record: every call of the action endpoint makes one, also a repeated one. */
export interface PracticeStrike {
  readonly id: string;
  readonly accountId: string;
  readonly type: 'none' | 'sensitive' | 'disable' | 'silence' | 'suspend';
  readonly reportId: string | null;
  readonly text: string;
  readonly byId: string;
  readonly at: Instant;
  readonly mailed: boolean;
  readonly idempotencyKey: string | null;
}

export interface PracticeApp {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
}

export interface PracticeToken {
  readonly token: string;
  readonly clientId: string;
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  revoked: boolean;
}

/** Everything the practice community is, as plain data: what a saved file holds. */
export interface WorldState {
  readonly format: 1;
  readonly seed: number;
  readonly flavour: PracticeFlavour;
  readonly startedAt: Instant;
  randomState: number;
  grownTo: Instant;
  nextEventAt: Instant;
  nextReportNumber: number;
  nextSerial: number;
  port: number;
  readonly accounts: PracticeAccount[];
  readonly posts: PracticePost[];
  readonly reports: PracticeReport[];
  readonly strikes: PracticeStrike[];
  readonly apps: PracticeApp[];
  readonly tokens: PracticeToken[];
}
