import { hash } from 'node:crypto';
import type { CaseId, CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { canonicalJson, type Json } from './canonical-json.ts';

/** What happened, before the log gives it a place. Payloads hold ids, codes and states, never text of a report. */
export interface NewAuditEvent {
  readonly at: Instant;
  readonly actor: string;
  readonly device: string;
  readonly tool: string;
  readonly kind: string;
  readonly communityId?: CommunityId | null;
  readonly caseId?: CaseId | null;
  readonly payload?: Json;
}

export interface AuditEvent {
  readonly sequence: number;
  readonly at: Instant;
  /** Orders events even when the wall clock jumps back: at least `at`, and always more than the event before. */
  readonly logical: number;
  readonly actor: string;
  readonly device: string;
  readonly tool: string;
  readonly kind: string;
  readonly communityId: CommunityId | null;
  readonly caseId: CaseId | null;
  readonly payload: Json;
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash that the first event carries as the one before. */
export const genesisHash = '0'.repeat(64);

/** sha256, in hexadecimal, of the hash before and the canonical JSON of every other field. */
export function auditHash(event: Omit<AuditEvent, 'hash'>): string {
  const { previousHash, ...fields } = event;
  return hash('sha256', `${previousHash}\n${canonicalJson(fields)}`);
}
