import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { canonicalJson } from './canonical-json.ts';
import { type AuditEvent, auditHash, genesisHash, type NewAuditEvent } from './event.ts';

interface HeadRow {
  sequence: number;
  logical: number;
  hash: string;
}

/**
 * Adds one event to the audit log and moves its head. Must run inside the transaction that makes the change it tells of:
 * either both are written or neither.
 */
export function appendAuditEvent(db: WriteDb, event: NewAuditEvent): AuditEvent {
  if (!db.inTransaction) throw new Error('an audit event belongs to the transaction of the change it tells of');
  const head = statement<HeadRow>(db, 'SELECT sequence, logical, hash FROM audit_head WHERE id = 1').get();
  const unhashed = {
    sequence: (head?.sequence ?? 0) + 1,
    at: event.at,
    logical: Math.max((head?.logical ?? 0) + 1, event.at),
    actor: event.actor,
    device: event.device,
    tool: event.tool,
    kind: event.kind,
    communityId: event.communityId ?? null,
    caseId: event.caseId ?? null,
    payload: event.payload ?? null,
    previousHash: head?.hash ?? genesisHash,
  };
  const whole: AuditEvent = { ...unhashed, hash: auditHash(unhashed) };
  insertEvent(db, whole);
  statement(
    db,
    `INSERT INTO audit_head (id, sequence, logical, hash) VALUES (1, @sequence, @logical, @hash)
     ON CONFLICT (id) DO UPDATE SET sequence = @sequence, logical = @logical, hash = @hash`,
  ).run({ sequence: whole.sequence, logical: whole.logical, hash: whole.hash });
  return whole;
}

function insertEvent(db: WriteDb, event: AuditEvent): void {
  statement(
    db,
    `INSERT INTO audit_events
       (sequence, at, logical, actor, device, tool, kind, community_id, case_id, payload, previous_hash, hash)
     VALUES
       (@sequence, @at, @logical, @actor, @device, @tool, @kind, @communityId, @caseId, @payload, @previousHash, @hash)`,
  ).run({ ...event, payload: canonicalJson(event.payload) });
}
