import type { ReadDb } from '../db.ts';
import type { Json } from './canonical-json.ts';
import { type AuditEvent, auditHash, genesisHash } from './event.ts';

/** changed: an event's content; removed: an event is missing; reordered: it stands elsewhere; inserted: it never belonged. */
export type AuditProblem = 'changed' | 'removed' | 'reordered' | 'inserted';

export interface AuditVerdict {
  readonly intact: boolean;
  /** Events that were looked at. */
  readonly events: number;
  /** Number of the first place where the log is not as it was written; for a removed event, the number it had. */
  readonly firstBadSequence: number | null;
  readonly problem: AuditProblem | null;
}

/** The end of the log as noted outside the store, to notice a store that was wound back as a whole. */
export interface AuditAnchor {
  readonly sequence: number;
  readonly hash: string;
}

interface EventRow {
  sequence: number;
  at: number;
  logical: number;
  actor: string;
  device: string;
  tool: string;
  kind: string;
  communityId: AuditEvent['communityId'];
  caseId: AuditEvent['caseId'];
  payload: string;
  previousHash: string;
  hash: string;
}

const selectEvents = `
  SELECT sequence, at, logical, actor, device, tool, kind, community_id AS communityId, case_id AS caseId, payload,
         previous_hash AS previousHash, hash
  FROM audit_events ORDER BY sequence`;

/** The end of the log, to be noted outside the store; undefined while the log is empty. */
export function auditAnchor(db: ReadDb): AuditAnchor | undefined {
  return db.prepare('SELECT sequence, hash FROM audit_head WHERE id = 1').get() as AuditAnchor | undefined;
}

/**
 * Reads the whole log, one event at a time, and says where it first differs from what was written. Run it in a snapshot:
 * an event added meanwhile would look like one too many.
 */
export function verifyAuditChain(db: ReadDb, anchor?: AuditAnchor): AuditVerdict {
  const head = auditAnchor(db);
  const seen = { sequence: 0, logical: 0, hash: genesisHash };
  let events = 0;
  for (const row of db.prepare(selectEvents).iterate() as IterableIterator<EventRow>) {
    events += 1;
    const bad = problemAt(db, row, seen, head);
    if (bad) return { intact: false, events, ...bad };
    if (anchor?.sequence === row.sequence && anchor.hash !== row.hash) {
      return { intact: false, events, firstBadSequence: row.sequence, problem: 'changed' };
    }
    seen.sequence = row.sequence;
    seen.logical = row.logical;
    seen.hash = row.hash;
  }
  return { events, ...problemAtEnd(seen, head, anchor) };
}

interface Seen extends AuditAnchor {
  readonly logical: number;
}

type Bad = Pick<AuditVerdict, 'firstBadSequence' | 'problem'>;

function problemAt(db: ReadDb, row: EventRow, seen: Seen, head: AuditAnchor | undefined): Bad | null {
  const { sequence } = row;
  if (head && sequence > head.sequence) return { firstBadSequence: sequence, problem: 'inserted' };
  if (!isAsHashed(row)) return problemOfMoved(db, row);
  if (sequence !== seen.sequence + 1) return { firstBadSequence: seen.sequence + 1, problem: 'removed' };
  if (row.previousHash !== seen.hash) return { firstBadSequence: sequence, problem: 'inserted' };
  return row.logical > seen.logical ? null : { firstBadSequence: sequence, problem: 'changed' };
}

/** An event whose hash does not fit its number: was it altered, or is it whole but stands elsewhere than it did? */
function problemOfMoved(db: ReadDb, row: EventRow): Bad {
  const { sequence, previousHash } = row;
  const found = db.prepare('SELECT sequence FROM audit_events WHERE hash = ?').get(previousHash);
  const before = previousHash === genesisHash ? 0 : (found as { sequence: number } | undefined)?.sequence;
  const places = [before === undefined ? sequence : before + 1, sequence + 1, sequence - 1];
  const original = places.find((place) => isAsHashed({ ...row, sequence: place }));
  if (original === undefined) return { firstBadSequence: sequence, problem: 'changed' };
  if (before === undefined) return { firstBadSequence: sequence, problem: 'removed' };
  // The event before it is where it was, and this one moved up: something was put between them.
  if (before === original - 1 && original < sequence) return { firstBadSequence: original, problem: 'inserted' };
  return { firstBadSequence: sequence, problem: 'reordered' };
}

function isAsHashed(row: EventRow): boolean {
  const { hash, payload, ...rest } = row;
  try {
    return auditHash({ ...rest, payload: JSON.parse(payload) as Json }) === hash;
  } catch {
    return false;
  }
}

function problemAtEnd(
  seen: AuditAnchor,
  head: AuditAnchor | undefined,
  anchor: AuditAnchor | undefined,
): Omit<AuditVerdict, 'events'> {
  // With events but no head nothing tells whether the end was cut off.
  if (!head && seen.sequence > 0) return { intact: false, firstBadSequence: seen.sequence + 1, problem: 'removed' };
  const expected = Math.max(head?.sequence ?? 0, anchor?.sequence ?? 0);
  if (seen.sequence < expected) return { intact: false, firstBadSequence: seen.sequence + 1, problem: 'removed' };
  if (head && head.hash !== seen.hash) return { intact: false, firstBadSequence: seen.sequence, problem: 'changed' };
  return { intact: true, firstBadSequence: null, problem: null };
}
