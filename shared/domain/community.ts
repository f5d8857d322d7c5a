import type { PersonEffect } from './decision.ts';
import type { CommunityId, Instant } from './ids.ts';

export const platforms = [
  'mastodon',
  'discourse',
  'lemmy',
  'nodebb',
  'matrix',
  'misskey',
  'practice',
  'import',
] as const;
/**
 * The interface a community speaks: `mastodon` also for its forks and GoToSocial, `misskey` also for Sharkey, `matrix`
 * through Synapse's admin interface. `practice` speaks Mastodon's from inside the app; `import` is known from files alone.
 */
export type PlatformId = (typeof platforms)[number];
/** Platforms that are reached over the network. */
export type RemotePlatform = Exclude<PlatformId, 'import'>;

/** What a server may lack. Words: `communities:ability.<name>`. */
export const abilities = [
  'assign',
  'resolve',
  'reopen',
  'resolveWithComment',
  'notes',
  'warn',
  'sensitive',
  'disable',
  'silence',
  'suspend',
  'removePost',
  'activities',
  'measures',
  'dimensions',
  'retention',
  'rules',
] as const;
export type Ability = (typeof abilities)[number];

/**
 * Why something is not offered: the platform has no such thing, this version not yet or no more, the token or the account
 * lacks a right, or the platform has it and Hearth does not use it. Words: `communities:absence.<name>`.
 */
export const absenceReasons = ['platform', 'version', 'right', 'hearth'] as const;
export interface Absence {
  readonly ability: Ability;
  readonly why: (typeof absenceReasons)[number];
  /** Which rights it takes that are missing, by the platform's own names, where that is known. */
  readonly rights?: readonly string[];
}

/**
 * How a sanction differs on a server from what it is on most. Absent means: as on most.
 * `does`: `no-writing`: the person can't write any more, `no-writing-in-space`: not in the space of the report, `posts-stay`: the
 * account is shut out, what it wrote stays up. Words: `case:effectWords.<name>`.
 * `words`, what becomes of those to the person: `public`: anybody can read them there, `always`: the server shows them to the
 * person whatever is chosen, `unsent`: it has no way to tell the person. On most they are sent where that is chosen.
 */
export interface SanctionForm {
  readonly does?: 'no-writing' | 'no-writing-in-space' | 'posts-stay';
  readonly words?: 'public' | 'always' | 'unsent';
}

/** What this server, in this version, for this person, can do. Detected, never assumed. */
export interface Capabilities {
  readonly software: string;
  readonly version: string;
  readonly reports: boolean;
  readonly assign: boolean;
  readonly resolve: boolean;
  readonly reopen: boolean;
  readonly resolveWithComment: boolean;
  /** Notes for colleagues can be left on a report, and read back. Absent in what earlier versions stored. */
  readonly notes?: boolean;
  /** How many characters a note may have. Absent where nothing limits it. */
  readonly longestNote?: number;
  readonly personEffects: readonly PersonEffect[];
  readonly undoEffects: readonly PersonEffect[];
  /** Acting on the account closes its other open reports (Mastodon) or leaves them open (GoToSocial). */
  readonly accountActionResolvesReports: boolean;
  /** Taking a post down or putting it back closes every report of it, whoever made them. Absent where that is not so. */
  readonly postActionResolvesReports?: boolean;
  /** Suspending an account closes some reports about it and leaves others open (NodeBB). */
  readonly suspensionMayResolveReports?: boolean;
  readonly irreversible: readonly PersonEffect[];
  readonly sanctionForms?: Readonly<Partial<Record<PersonEffect, SanctionForm>>>;
  readonly measures: boolean;
  readonly dimensions: boolean;
  readonly retention: boolean;
  readonly rules: boolean;
  /** Posts can be taken down, and put back. Absent in what earlier versions stored. */
  readonly removePost?: boolean;
  readonly restorePost?: boolean;
  /** Members' posts and replies can be listed, so that metrics count them. */
  readonly activities?: boolean;
  /** Everything that is not offered, and why. */
  readonly absences?: readonly Absence[];
  /** Rights that the token or account lacks, by the platform's own names. */
  readonly missingRights?: readonly string[];
}

export type ConnectionState = 'connected' | 'expired' | 'forbidden' | 'disconnected';

/**
 * Whether the activities Hearth holds of a community begin with it, or it is older than they are. Words:
 * `communities:dataBegin.<name>`.
 */
export const dataBegins = ['with-community', 'later', 'unknown'] as const;
export type DataBegin = (typeof dataBegins)[number];

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
  readonly dataBegin: DataBegin;
  readonly lastSyncAt: Instant | null;
}
