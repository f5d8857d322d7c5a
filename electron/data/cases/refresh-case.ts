import type { CaseId } from '../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import { type CaseSummary, summarizeCase } from '../store/cases/commands.ts';
import { findCase } from '../store/cases/queries.ts';
import type { CaseRow } from '../store/cases/row.ts';
import type { ReadDb, WriteDb } from '../store/db.ts';
import { countUpheld } from '../store/decisions/queries.ts';
import { statement } from '../store/statement.ts';
import { categoryRank, prioritize } from './priority.ts';

export interface RefreshCase {
  /** At once: what follows changes the case itself, and its summary tells how it stood before. */
  readonly now: (id: CaseId, options: { movedOn: boolean }) => void;
  /** When many reports may join an open case: once for all of them. */
  readonly later: (id: CaseId, options: { movedOn: boolean }) => void;
}

/** Refreshes at once in any case. */
export function refreshingAlways(db: WriteDb): RefreshCase {
  return {
    now: (id, options) => refreshCase(db, id, options),
    later: (id, options) => refreshCase(db, id, options),
  };
}

/**
 * Refreshes once, at the end of `work`, each case that it asks for later: a hundred reports about one author would read all of
 * them a hundred times. For work whose rows nobody sees before it ends. One that is closed by then was refreshed when that
 * happened, and keeps its face although its reports may have gone on to another.
 */
export function refreshingOnce<T>(db: WriteDb, work: (refresh: RefreshCase) => T): T {
  const asked = new Map<CaseId, boolean>();
  const result = work({
    now: (id, options) => {
      const movedOn = options.movedOn || asked.get(id) === true;
      asked.delete(id);
      refreshCase(db, id, { movedOn });
    },
    later: (id, { movedOn }) => void asked.set(id, movedOn || asked.get(id) === true),
  });
  for (const [id, movedOn] of asked) {
    if (findCase(db, id)?.is_open === 1) refreshCase(db, id, { movedOn });
  }
  return result;
}

/** Works out anew what follows from a case's reports: category, language, excerpt, counts and place in the queue. */
export function refreshCase(db: WriteDb, id: CaseId, options: { movedOn: boolean }): void {
  const row = findCase(db, id);
  if (row) summarizeCase(db, row, summaryOf(db, row), options.movedOn);
}

interface ReportFactsRow {
  category: ReportCategory;
  language: string | null;
  comment: string;
  reporter: number | null;
  reporter_server: string | null;
  bad_faith: number;
  created_at: number;
}

/**
 * The most urgent lane among the rules a report names. What a moderator corrected goes before it. A cross join keeps the
 * order: most communities have no lanes, and then no report's rules are taken apart.
 */
const laneByRule = `(SELECT lane FROM rule_lanes l CROSS JOIN json_each(r.rule_ids) rule
    WHERE l.community_id = r.community_id AND l.rule_remote_id = rule.value
    ORDER BY lane = 'crisis' DESC LIMIT 1)`;

/** Reports still to be answered count; when there are none, all of them do, so that a decided case keeps its face. */
function relevantReports(db: ReadDb, id: CaseId): readonly ReportFactsRow[] {
  const sql = (
    linkedOnly: string,
  ) => `SELECT coalesce(category_corrected, ${laneByRule}, category_received) AS category, language, comment,
      reporter_member_id AS reporter, reporter_server, created_at,
      EXISTS (SELECT 1 FROM reports b WHERE b.reporter_member_id = r.reporter_member_id AND b.state = 'invalid') AS bad_faith
    FROM reports r WHERE case_id = ? ${linkedOnly} ORDER BY created_at, id`;
  const linked = statement<ReportFactsRow>(db, sql("AND state = 'linked'")).all(id);
  return linked.length > 0 ? linked : statement<ReportFactsRow>(db, sql('')).all(id);
}

function summaryOf(db: ReadDb, row: CaseRow): CaseSummary {
  const reports = relevantReports(db, row.id);
  const worst = reports.reduce<ReportCategory | null>(
    (found, one) => (found && categoryRank(found) >= categoryRank(one.category) ? found : one.category),
    null,
  );
  const category = worst ?? row.category;
  const openedAt = reports[0]?.created_at ?? row.opened_at;
  const content = contentOf(db, row.id);
  const { order, reasons } = prioritize({
    category,
    reports: reports.length,
    reporters: countReporters(reports),
    earlierUpheld: countUpheld(db, row.author_member_id),
    escalated: row.state === 'escalated',
    reopened: wasDecidedBefore(db, row),
    openedAt,
  });
  return {
    category,
    categoryRank: categoryRank(category),
    language: content?.language ?? reports.find((one) => one.language !== null)?.language ?? null,
    priority: order,
    reasons,
    excerpt: excerptOf(content?.text || reports.find((one) => one.comment !== '')?.comment || ''),
    reportCount: reports.length,
    openedAt,
    lastReportAt: reports.at(-1)?.created_at ?? row.last_report_at,
  };
}

/** People we don't know count as one per server: a hostile server can make as many as it likes. */
function countReporters(reports: readonly ReportFactsRow[]): number {
  const known = reports.filter((one) => one.bad_faith === 0);
  return new Set(known.map((one) => one.reporter ?? `server:${one.reporter_server ?? ''}`)).size;
}

function wasDecidedBefore(db: ReadDb, row: CaseRow): boolean {
  if (row.state === 'reopened') return true;
  if (row.is_open === 0) return false;
  const sql = 'SELECT 1 FROM decisions WHERE case_id = ? AND undone_at IS NULL LIMIT 1';
  return statement(db, sql).get(row.id) !== undefined;
}

function contentOf(db: ReadDb, id: CaseId): { text: string; language: string | null } | undefined {
  const sql = `SELECT CASE WHEN s.text = '' THEN s.spoiler ELSE s.text END AS text, s.language
    FROM reports r JOIN report_subjects l ON l.report_id = r.id JOIN snapshots s ON s.subject_id = l.subject_id
    WHERE r.case_id = ? ORDER BY (r.state = 'linked') DESC, s.id DESC LIMIT 1`;
  return statement<{ text: string; language: string | null }>(db, sql).get(id);
}

/** Longest excerpt in UTF-16 units: two lines of a wide queue. */
const excerptLength = 200;

function excerptOf(text: string): string {
  const line = text
    .slice(0, excerptLength * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= excerptLength) return line;
  // Not through the middle of a pair of surrogates.
  return `${line.slice(0, excerptLength - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
