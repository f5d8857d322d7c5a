import type { CaseId, Instant } from '../../../shared/domain/ids.ts';
import type { QueueRow } from '../../../shared/ipc/topics/queue.ts';
import { priorityAt } from '../cases/priority.ts';
import { type CaseRow, storedReasons } from '../store/cases/row.ts';
import type { ReadDb } from '../store/db.ts';
import { statement } from '../store/statement.ts';

type JoinedRow = CaseRow & {
  readonly community_name: string;
  readonly author_name: string;
  readonly author_handle: string;
  readonly holder: string | null;
  readonly holder_device: string | null;
  readonly sending: string | null;
};

/** The newest decision that was not taken back decides what the line says about sending. */
const sql = `
  SELECT c.*, co.name AS community_name, m.display_name AS author_name, m.handle AS author_handle,
    cl.holder, cl.device AS holder_device,
    (SELECT group_concat(DISTINCT a.state) FROM actions a WHERE a.decision_id = (
      SELECT d.id FROM decisions d WHERE d.case_id = c.id AND d.undone_at IS NULL ORDER BY d.decided_at DESC LIMIT 1)
    ) AS sending
  FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value
    JOIN communities co ON co.id = c.community_id JOIN members m ON m.id = c.author_member_id
    LEFT JOIN claims cl ON cl.case_id = c.id AND cl.released_at IS NULL AND cl.lease_until > ?
  ORDER BY j.key`;

/** The lines of the queue for some cases, in their order. */
export function queueRows(
  db: ReadDb,
  ids: readonly CaseId[],
  at: { now: Instant; device: string },
): readonly QueueRow[] {
  return statement<JoinedRow>(db, sql)
    .all(JSON.stringify(ids), at.now)
    .map((row) => toQueueRow(row, at));
}

function toQueueRow(row: JoinedRow, at: { now: Instant; device: string }): QueueRow {
  const { points, reasons } = priorityAt(storedReasons(row), row.opened_at, at.now);
  return {
    caseId: row.id,
    communityId: row.community_id,
    communityName: row.community_name,
    authorName: row.author_name,
    authorHandle: row.author_handle,
    state: row.state,
    category: row.category,
    language: row.language,
    excerpt: row.excerpt,
    reportCount: row.report_count,
    openedAt: row.opened_at,
    lastReportAt: row.last_report_at,
    priority: points,
    priorityReasons: reasons,
    claimedBy: row.holder,
    claimedByMe: row.holder_device === at.device,
    waitingUntil: row.waiting_until,
    hasConflict: row.has_conflict === 1,
    sending: sendingOf(row.sending),
  };
}

/** What needs a person's attention most comes first. */
const sendingOrder = [
  ['conflict', 'conflict'],
  ['failed', 'failed'],
  ['sending', 'sending'],
  ['confirmed', 'waiting'],
  ['applied', 'applied'],
] as const;

function sendingOf(states: string | null): QueueRow['sending'] {
  const present = states?.split(',') ?? [];
  return sendingOrder.find(([state]) => present.includes(state))?.[1] ?? null;
}
