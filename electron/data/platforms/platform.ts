import type { ActionKind } from '../../../shared/domain/action.ts';
import type { Capabilities } from '../../../shared/domain/community.ts';
import type { Instant, RemoteId } from '../../../shared/domain/ids.ts';
import type { RemoteReportState, ReportCategory } from '../../../shared/domain/report.ts';

/** An account as a platform shows it to moderators. */
export interface RemoteAccount {
  readonly remoteId: RemoteId;
  readonly handle: string;
  readonly displayName: string;
  readonly server: string | null;
  readonly isBot: boolean;
  readonly isStaff: boolean;
  readonly state: 'active' | 'pending' | 'sensitive' | 'disabled' | 'silenced' | 'suspended';
  readonly joinedAt: Instant | null;
  readonly url: string | null;
  /** Plain counts that the platform gives, such as posts or followers. Shown with the date they were read. */
  readonly counts: Readonly<Record<string, number>>;
  readonly profileText: string;
  /** True where the platform no longer tells of it, or tells a name alone: `state` then says nothing. */
  readonly isUnknown?: true;
}

export interface RemoteMedia {
  readonly remoteId: RemoteId;
  readonly kind: 'image' | 'video' | 'audio' | 'other';
  readonly description: string;
  /** A reference only. Hearth never loads it by itself. */
  readonly url: string | null;
  readonly blurhash: string | null;
}

/** A post as plain text. Connectors turn platform HTML into text before it gets here. */
export interface RemotePost {
  readonly remoteId: RemoteId;
  readonly author: RemoteAccount;
  readonly text: string;
  readonly spoiler: string;
  readonly language: string | null;
  readonly visibility: string | null;
  readonly publishedAt: Instant | null;
  readonly editedAt: Instant | null;
  readonly url: string | null;
  readonly inReplyTo: RemoteId | null;
  readonly media: readonly RemoteMedia[];
  /** True where the post was taken down and the platform still shows moderators what it said. Absent where it is up. */
  readonly isTakenDown?: boolean;
  /** True where nobody can take it down there, such as a private message. */
  readonly staysUp?: true;
}

/**
 * What a colleague wrote about a report on its platform. For moderators, and never part of what the reporter said; GoToSocial
 * shows the one it has to the reporter as well.
 */
export interface RemoteNote {
  /** The same whenever the note is read again; null where the platform gives notes no identity. */
  readonly remoteId: RemoteId | null;
  /** Handle, as in RemoteAccount; null where the platform does not say who wrote it. */
  readonly author: string | null;
  readonly text: string;
  readonly writtenAt: Instant | null;
}

/** One report with everything the platform sends along with it. */
export interface RemoteReport {
  readonly remoteId: RemoteId;
  readonly state: Exclude<RemoteReportState, 'gone'>;
  /**
   * Changes whenever somebody changed the report in a way that matters to a decision (state, who resolved it, who it is
   * assigned to, category, rules, the set of posts, the account's own state). Equal versions mean "nothing moved". Notes are
   * left out: a colleague's remark must not stand in the way of a decision.
   */
  readonly version: string;
  readonly category: ReportCategory;
  readonly ruleIds: readonly string[];
  /** The reporter's words alone. */
  readonly comment: string;
  readonly forwarded: boolean;
  readonly createdAt: Instant;
  /** Moves with every change of the report, also with those that `version` leaves out. Null where the platform has none. */
  readonly updatedAt: Instant | null;
  readonly reporter: RemoteAccount | null;
  readonly target: RemoteAccount;
  /** Handles, as in RemoteAccount: whoever holds the report, and whoever closed it. */
  readonly assignedTo: string | null;
  readonly resolvedBy: string | null;
  /** Whoever closed it, where the platform says that it is an automated account. */
  readonly closedByMachine?: { readonly remoteId: RemoteId; readonly handle: string };
  readonly resolvedAt: Instant | null;
  /** What is up now: a post that was taken down is left out or marked so, which is how Hearth knows that it is. */
  readonly posts: readonly RemotePost[];
  /** Oldest first; empty where the platform's interface has none. */
  readonly notes: readonly RemoteNote[];
  /** sha256 of the payload as received. */
  readonly payloadHash: string;
}

/** An item of a page that did not have the shape it should have. The rest of the page is still used. */
export interface RejectedItem {
  readonly position: number;
  /** Which field is not what it should be. Never a value. */
  readonly problem: string;
  /** The item as it came: kept until it can be read. */
  readonly raw?: unknown;
  /** The item's id as `readReport` takes it, where it can be told in spite of the problem. */
  readonly remoteId?: RemoteId | null;
}

/** One page of a list. `next` is an opaque cursor made by the connector; null when this was the last page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly rejected: readonly RejectedItem[];
  readonly next: string | null;
}

/** A page of newer reports. `resume` is stored with the page: passed next time, it continues right after these items. */
export interface NewReportsPage extends Page<RemoteReport> {
  readonly resume: string | null;
}

export interface RemoteRule {
  readonly remoteId: RemoteId;
  readonly title: string;
  readonly text: string;
}

/** Who the token belongs to and what the server is. */
export interface ServerFacts {
  readonly name: string;
  readonly accountRemoteId: RemoteId;
  readonly accountHandle: string;
  readonly capabilities: Capabilities;
  readonly rules: readonly RemoteRule[];
}

/** One call to make. `idempotencyKey` is sent along where the platform may honour it, but never relied upon. */
export interface ActionCall {
  readonly kind: ActionKind;
  readonly targetRemoteId: RemoteId;
  readonly reportRemoteId: RemoteId | null;
  readonly text: string;
  readonly notify: boolean;
  /** What the moderator found: platforms that keep it (accepted, rejected) are told. Null where nothing was decided. */
  readonly upheld: boolean | null;
  /** `version` of the report as it was read right before: for platforms that compare it themselves. */
  readonly expectedVersion: string | null;
  readonly idempotencyKey: string;
}

/** What one platform number says: measures are aggregates the platform made, never Hearth's own metrics. */
export interface RemoteMeasure {
  readonly key: string;
  readonly dimension: string;
  readonly periodStart: Instant;
  readonly periodUnit: 'day' | 'week' | 'month';
  readonly value: number;
}

/** One dated act of a member, as the platform lists it. */
export interface RemoteActivity {
  /** Unique within the community and the same whenever it is read again. */
  readonly remoteId: RemoteId;
  readonly kind: 'joined' | 'posted' | 'replied' | 'reacted';
  readonly memberRemoteId: RemoteId;
  readonly memberHandle: string;
  readonly at: Instant;
  /** Category, board, room or community it stands in; null where the platform has none. */
  readonly space: string | null;
  readonly threadRemoteId: RemoteId | null;
  /** The activity it answers, where the platform says it. */
  readonly parentRemoteId: RemoteId | null;
  /** Whom it is directed at, where the platform says it. */
  readonly targetHandle: string | null;
  readonly isBot: boolean;
  /** Where the platform tells it: its thread was closed or taken down when it was listed. */
  readonly closes?: boolean;
  /** With who joined: how the account ended, null while it lives. Absent where the list does not tell. */
  readonly accountEnd?: RemoteAccountEnd | null;
}

/** That moderators took an account away, or its owner gave it up; `at` is null where the platform does not say when. */
export interface RemoteAccountEnd {
  readonly how: 'removed' | 'deleted';
  readonly at: Instant | null;
}

/** A page of activities. `resume` is stored with the page: passed next time, it continues right after these. */
export interface ActivityPage extends Page<RemoteActivity> {
  readonly resume: string | null;
  /** The platform lists the newest first alone: what came before is not all here until `next` is null. */
  readonly isBackwards?: true;
}

/** A breakdown that the platform made over a period, such as languages of members who were active. */
export interface RemoteDimension {
  readonly key: string;
  readonly parts: readonly { readonly key: string; readonly label: string; readonly value: number }[];
}

/** Members who joined in one period, and how many of them were still active in later ones, as the platform counts it. */
export interface RemoteCohort {
  readonly periodStart: Instant;
  readonly periodUnit: 'day' | 'month';
  readonly points: readonly { readonly at: Instant; readonly rate: number; readonly value: number }[];
}

/** Everything below rejects with a PlatformError and nothing else, except AbortError when the signal fires. */
export interface PlatformConnector {
  /** Finds out who we are and what this server in this version can do for us. */
  readFacts(signal: AbortSignal): Promise<ServerFacts>;
  /**
   * Reports of every state newer than the cursor, oldest page first, so that a stop half-way leaves no hole. Null starts
   * at the beginning. Go on with `next` while there is one, and keep `resume` for the next time. Some reports may come
   * again: what matters is that none is left out.
   */
  listNewReports(cursor: string | null, signal: AbortSignal): Promise<NewReportsPage>;
  /** One page of the list of open reports. Null starts at the first page. */
  listOpenReports(cursor: string | null, signal: AbortSignal): Promise<Page<RemoteReport>>;
  /** The report as it stands now, or null when the platform no longer has it. */
  readReport(remoteId: RemoteId, signal: AbortSignal): Promise<RemoteReport | null>;
  /** The account as it stands now, or null when the platform no longer has it. */
  readAccount(remoteId: RemoteId, signal: AbortSignal): Promise<RemoteAccount | null>;
  /** Posts around a post (ancestors, then answers), oldest first, at most a few. Empty when it can't be had. */
  readThread(postRemoteId: RemoteId, signal: AbortSignal): Promise<readonly RemotePost[]>;
  /** Carries out one call, once. Never retries by itself: only the outbox knows whether a repeat is safe. */
  perform(call: ActionCall, signal: AbortSignal): Promise<void>;
  /** Numbers the platform already aggregates, between two instants; empty where the platform has none. */
  readMeasures(from: Instant, to: Instant, signal: AbortSignal): Promise<readonly RemoteMeasure[]>;
  /** Breakdowns that the platform already aggregates, between two instants; empty where the platform has none. */
  readDimensions(from: Instant, to: Instant, signal: AbortSignal): Promise<readonly RemoteDimension[]>;
  /** Retention as the platform counts it, between two instants; empty where the platform has none. */
  readCohorts(from: Instant, to: Instant, signal: AbortSignal): Promise<readonly RemoteCohort[]>;
  /**
   * The platform's numbers of hashtags (without "#") over the UTC week that begins on a Monday that is over: `tag_accounts`,
   * `tag_uses` and `tag_servers` with the tag as dimension. Absent where the platform has none.
   */
  readTagMeasures?(tags: readonly string[], monday: Instant, signal: AbortSignal): Promise<readonly RemoteMeasure[]>;
  /**
   * Members' activities newer than the cursor, oldest first; some may come again, none may be left out. Absent where the
   * platform lists none. Where `capabilities.activities` is not true although this is here, it lists sign-ups alone, or the
   * server refuses it: call it when present.
   */
  listActivities?(cursor: string | null, signal: AbortSignal): Promise<ActivityPage>;
}

export const platformErrorCodes = [
  'offline', // no connection could be made, or it broke before an answer came
  'unknown-host', // nobody knows a server by this name, or this computer can't ask
  'untrusted', // no trusted connection can be made (TLS); `reason` says why. Nothing was sent
  'captive', // something else answered: a redirect to another host, or a web page in the place of data
  'timeout', // no answer in time: for a call that changes something, nobody knows whether it arrived
  'unauthorized', // the token is no longer valid
  'forbidden', // the token is valid but may not do this
  'not-found',
  'rate-limited', // retryAt says when to come back
  'refused', // the platform understood and said no (4xx)
  'server-error', // 5xx
  'malformed', // an answer that is not what the API promises
  'too-large', // an answer beyond the size limit
] as const;
export type PlatformErrorCode = (typeof platformErrorCodes)[number];

/** The only error a connector throws. Has no address, name or body text in it, so it can be logged and shown. */
export class PlatformError extends Error {
  readonly code: PlatformErrorCode;
  readonly status: number | null;
  readonly retryAt: Instant | null;
  /** True when a call that changes something may have reached the platform although no proper answer came back. */
  readonly mayHaveArrived: boolean;
  /**
   * The platform's own code for it, such as "not_a_mod_or_admin": a short word of the interface, never its text. Where no
   * platform has spoken it is what the connection met: a TrustFault, a ProxyFault, `redirect` or `page`.
   */
  readonly reason: string | null;
  constructor(
    code: PlatformErrorCode,
    detail: { status?: number; retryAt?: Instant; mayHaveArrived?: boolean; reason?: string } = {},
  ) {
    super(detail.status === undefined ? code : `${code} (${detail.status})`);
    this.name = 'PlatformError';
    this.code = code;
    this.status = detail.status ?? null;
    this.retryAt = detail.retryAt ?? null;
    this.mayHaveArrived = detail.mayHaveArrived ?? false;
    this.reason = detail.reason !== undefined && /^[\w.:-]{1,80}$/.test(detail.reason) ? detail.reason : null;
  }
}
