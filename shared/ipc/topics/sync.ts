import { z } from 'zod';
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

export const syncCalls = {
  'sync.status': call<Status>()(nothing),
  'sync.start': call<null>()(z.strictObject({ communityId: id.optional() })),
  'sync.cancel': call<null>()(z.strictObject({ communityId: id.optional() })),
  'sync.setWorkOffline': call<Status>()(z.strictObject({ workOffline: z.boolean() })),
  'outbox.list': call<readonly OutboxItem[]>()(nothing),
  /** Sends what waits now, without waiting for the undo window. Resolves when the pass has ended. */
  'outbox.send': call<Status>()(nothing),
  'outbox.retry': call<null>()(z.strictObject({ decisionId: id })),
};
