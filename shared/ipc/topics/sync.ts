import { z } from 'zod';
import type { ConnectionState } from '../../domain/community.ts';
import type { SourceId } from '../../domain/freshness.ts';
import type { Instant } from '../../domain/ids.ts';
import { call } from '../define.ts';
import { id, nothing } from '../schemas.ts';

export interface SyncState {
  readonly communityId: number;
  readonly phase: 'idle' | 'connecting' | 'new-reports' | 'open-list' | 'vanished' | 'threads' | 'measures';
  readonly done: number;
  readonly total: number | null;
  readonly lastSyncAt: Instant | null;
  readonly lastErrorCode: string | null;
  readonly retryAt: Instant | null;
  /** Items that this version of Hearth can't read. They are kept, and read when one can. */
  readonly unread: number;
}

/** How filling in members' activities stands, where a server lists them. Everything between the two times is here. */
export interface BackFill {
  readonly state: 'reading' | 'paused' | 'waiting' | 'caught-up';
  readonly firstAt: Instant | null;
  readonly reachedAt: Instant | null;
  /** The past is all here; from now on only what is new is read. */
  readonly isFilled: boolean;
}

/** Since when what is read from a community is fresh. */
export interface SourceFreshness {
  readonly id: SourceId;
  /** When it was last read to its end. */
  readonly readAt: Instant | null;
  readonly nextAt: Instant | null;
  /** A word of `WhyNotFresh`, or the code of the error that stood in the way; null when nothing does. */
  readonly why: string | null;
}

/** Items with the same problem that this version can't read. Never what stands in them. */
export interface UnreadItems {
  readonly list: 'reports' | 'open-reports' | 'activities';
  readonly problem: string;
  readonly count: number;
  readonly gone: number;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/** What is fresh, what is missing and why, in one connected community. */
export interface CommunityFreshness {
  readonly communityId: number;
  readonly name: string;
  readonly connection: ConnectionState;
  /** Minutes between readings; 0 reads only when asked. `ownInterval` null: as set for all communities. */
  readonly everyMinutes: number;
  readonly ownInterval: number | null;
  readonly sources: readonly SourceFreshness[];
  /** Null where the server lists no activities. */
  readonly backFill: BackFill | null;
  readonly unread: readonly UnreadItems[];
}

/** What the status line says. */
export interface Status {
  /** `offline` is a state, not an error: either the network is away or the person works offline on purpose. */
  readonly network: 'online' | 'offline' | 'working-offline';
  readonly syncs: readonly SyncState[];
  readonly lastSyncAt: Instant | null;
  /** Decisions with at least one action the platform has not confirmed. */
  readonly decisionsWaiting: number;
  readonly decisionsFailed: number;
  readonly conflicts: number;
  /** Notes for colleagues on their way, and those that wait for a person. */
  readonly notesWaiting: number;
  readonly notesNotSent: number;
  readonly nextSendAt: Instant | null;
}

export interface OutboxItem {
  readonly decisionId: number;
  readonly caseId: number;
  readonly communityId: number;
  readonly decidedAt: Instant;
  readonly state: 'waiting' | 'sending' | 'failed' | 'conflict';
  readonly errorCode: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly canUndo: boolean;
}

/** A note for colleagues that is not on its platform. `conflict`: nobody can say whether it arrived. */
export interface OutboxNote {
  readonly noteId: number;
  readonly caseId: number;
  readonly communityId: number;
  readonly writtenAt: Instant;
  readonly state: OutboxItem['state'];
  readonly errorCode: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
}

export const syncCalls = {
  'sync.status': call<Status>()(nothing),
  'sync.start': call<null>()(z.strictObject({ communityId: id.optional() })),
  'sync.cancel': call<null>()(z.strictObject({ communityId: id.optional() })),
  'sync.setWorkOffline': call<Status>()(z.strictObject({ workOffline: z.boolean() })),
  /** Every connected community, also those that no number is made of. */
  'sync.freshness': call<readonly CommunityFreshness[]>()(nothing),
  /** Minutes between readings of one community: 0 only when asked, null as for all. */
  'sync.setInterval': call<null>()(
    z.strictObject({ communityId: id, everyMinutes: z.number().int().min(0).max(1_440).nullable() }),
  ),
  /** Stops filling in activities, or lets it go on where it stopped. */
  'sync.pauseActivities': call<null>()(z.strictObject({ communityId: id, paused: z.boolean() })),
  'outbox.list': call<readonly OutboxItem[]>()(nothing),
  'outbox.notes': call<readonly OutboxNote[]>()(nothing),
  /** Sends what waits now, without waiting for the undo window. Resolves when the pass has ended. */
  'outbox.send': call<Status>()(nothing),
  'outbox.retry': call<null>()(z.strictObject({ decisionId: id })),
};
