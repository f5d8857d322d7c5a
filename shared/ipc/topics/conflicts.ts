import { z } from 'zod';
import type { Finding, PersonEffect } from '../../domain/decision.ts';
import type { Instant } from '../../domain/ids.ts';
import { call } from '../define.ts';
import { id, longText, nothing } from '../schemas.ts';

/** What a report and its account looked like at one moment, for reading side by side. */
export interface RemoteStanding {
  readonly readAt: Instant;
  readonly gone: boolean;
  readonly reportState: 'open' | 'resolved' | 'gone';
  readonly assignedTo: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Instant | null;
  readonly accountState: string;
  readonly category: string;
}

export interface ConflictView {
  readonly conflictId: number;
  readonly caseId: number;
  readonly caseName: string;
  readonly communityId: number;
  readonly communityName: string;
  readonly authorName: string;
  readonly authorHandle: string;
  readonly detectedAt: Instant;
  readonly mine: {
    readonly decisionId: number;
    readonly finding: Finding;
    readonly personEffect: PersonEffect;
    readonly removePosts: boolean;
    readonly reasonInternal: string;
    readonly decidedBy: string;
    readonly decidedAt: Instant;
    readonly sent: number;
    readonly unsent: number;
    /** A request of it left and nobody knows whether it arrived: sending it again may do it twice. */
    readonly mayHaveArrived: boolean;
  };
  readonly seen: RemoteStanding;
  readonly now: RemoteStanding;
  readonly changed: readonly ('state' | 'assigned' | 'resolvedBy' | 'account' | 'category' | 'gone' | 'posts')[];
  /** Which ways out exist: sending anyway is not offered when the report is gone. */
  readonly settlements: readonly Settlement[];
}

/** keep-theirs: nothing more is sent. send-mine: the unsent actions go out on top of what is there now. decide-again: back to the case. */
export const settlements = ['keep-theirs', 'send-mine', 'decide-again'] as const;
export type Settlement = (typeof settlements)[number];

export const conflictCalls = {
  'conflicts.list': call<readonly ConflictView[]>()(nothing),
  'conflicts.settle': call<{ caseId: number }>()(
    z.strictObject({ conflictId: id, settlement: z.enum(settlements), note: longText.default('') }),
  ),
};
