import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { RemoteReportState, ReportCategory, ReportState } from '../../../../shared/domain/report.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** A report with what became of its case, as moderation health counts it. No text, no name. */
export interface ReportTimesRow {
  readonly created_at: Instant;
  readonly category: ReportCategory;
  readonly target_member_id: number;
  readonly reporter_member_id: number | null;
  /** 1 where a moderator said whom it harmed by then; null of nobody in particular. */
  readonly harm_said: number;
  readonly harmed_member_id: number | null;
  readonly state: ReportState;
  readonly remote_state: RemoteReportState;
  /** When it was closed on its platform or gone from it, or where that is not told was first seen so; null while it is open there. */
  readonly ended_there_at: Instant | null;
  /** 1 where it was closed there without a decision made here, and the account is restricted or a reported post down. */
  readonly acted_there: number;
  /** Where it was closed there without a decision made here, and by whom is told: 1 by an automated account. */
  readonly closed_by_machine: number | null;
  readonly decided_at: Instant | null;
  readonly finding: string | null;
}

/** The first decision on the case of a report `r` after the report came, of those that stood at `@until`. */
const FIRST_DECISION = `(
  SELECT e.id FROM decisions e WHERE e.case_id = r.case_id AND e.decided_at BETWEEN r.created_at AND @until
    AND (e.undone_at IS NULL OR e.undone_at > @until) AND (e.superseded_at IS NULL OR e.superseded_at > @until)
  ORDER BY e.decided_at, e.id LIMIT 1)`;

/**
 * Every report of a community that had come by an instant, oldest first, with the first decision on its case after the report
 * came of those that stood then. What was taken back or replaced later still stood.
 */
export function readReportTimes(db: ReadDb, communityId: CommunityId, until: Instant): readonly ReportTimesRow[] {
  return statement<ReportTimesRow>(
    db,
    `SELECT r.created_at, coalesce(r.category_corrected, r.category_received) AS category, r.target_member_id,
       r.reporter_member_id, h.report_id IS NOT NULL AS harm_said, h.member_id AS harmed_member_id, r.state, r.remote_state,
       d.decided_at, d.finding,
       CASE WHEN r.remote_state = 'open' THEN NULL WHEN r.remote_state = 'gone' THEN r.gone_at
         WHEN d.id IS NULL THEN coalesce(r.remote_facts ->> '$.resolvedAt', r.remote_updated_at, r.remote_facts ->> '$.readAt')
         ELSE r.remote_updated_at END AS ended_there_at,
       CASE WHEN d.id IS NOT NULL OR r.remote_state <> 'resolved' THEN 0
         ELSE coalesce(r.remote_facts ->> '$.accountState', 'active') NOT IN ('active', 'pending') OR EXISTS (
           SELECT 1 FROM report_subjects l JOIN subjects s ON s.id = l.subject_id
           WHERE l.report_id = r.id AND s.kind = 'post' AND s.presence = 'deleted') END AS acted_there,
       CASE WHEN d.id IS NULL AND r.remote_state = 'resolved' AND r.remote_resolved_by <> '' THEN EXISTS (
         SELECT 1 FROM members b WHERE b.community_id = r.community_id AND b.handle = r.remote_resolved_by
           AND b.handle <> '' AND b.is_bot = 1) END AS closed_by_machine
     FROM reports r LEFT JOIN report_harm h ON h.report_id = r.id AND h.said_at <= @until
       LEFT JOIN decisions d ON d.id = ${FIRST_DECISION}
     WHERE r.community_id = @communityId AND r.created_at <= @until AND r.state <> 'invalid'
     ORDER BY r.created_at, r.id`,
  ).all({ communityId, until });
}

export interface DecisionTimesRow {
  readonly decided_at: Instant;
  readonly decided_by: string;
  readonly finding: string;
  readonly person_effect: string;
  readonly content_effect: string;
  readonly category: string;
  readonly author_member_id: number;
  /** 1 where a later decision had taken its place. */
  readonly reversed: number;
}

/** Every decision of a community made by an instant and not taken back by then, oldest first. */
export function readDecisionTimes(db: ReadDb, communityId: CommunityId, until: Instant): readonly DecisionTimesRow[] {
  return statement<DecisionTimesRow>(
    db,
    `SELECT d.decided_at, d.decided_by, d.finding, d.person_effect, d.content_effect, c.category,
       c.author_member_id, coalesce(d.superseded_at <= @until, 0) AS reversed
     FROM decisions d JOIN cases c ON c.id = d.case_id
     WHERE d.community_id = @communityId AND d.decided_at <= @until AND (d.undone_at IS NULL OR d.undone_at > @until)
     ORDER BY d.decided_at, d.id`,
  ).all({ communityId, until });
}

/**
 * The posts and messages of reports that were upheld by an instant, by the first decision as in `readReportTimes`; each once, with its id on the platform.
 */
export function readUpheldPosts(
  db: ReadDb,
  communityId: CommunityId,
  until: Instant,
): readonly { readonly kind: 'post' | 'message'; readonly remote_id: string }[] {
  return statement<{ kind: 'post' | 'message'; remote_id: string }>(
    db,
    `SELECT DISTINCT s.kind, s.remote_id
     FROM reports r JOIN decisions d ON d.id = ${FIRST_DECISION}
     JOIN report_subjects l ON l.report_id = r.id JOIN subjects s ON s.id = l.subject_id
     WHERE r.community_id = @communityId AND r.created_at <= @until AND r.state <> 'invalid' AND d.finding = 'upheld'
       AND s.kind IN ('post', 'message')`,
  ).all({ communityId, until });
}

/**
 * From when on it is known that there were no reports where there are none: since the community is looked after here, or its
 * first report came; and no decisions: since the former. Null where there is no such community.
 */
export function readKnownFrom(
  db: ReadDb,
  communityId: CommunityId,
): { readonly reports: Instant; readonly decisions: Instant } | null {
  const row = statement<{ here: Instant; first: Instant | null }>(
    db,
    `SELECT created_at AS here, (SELECT min(r.created_at) FROM reports r WHERE r.community_id = c.id) AS first
     FROM communities c WHERE c.id = ?`,
  ).get(communityId);
  return row ? { reports: Math.min(row.here, row.first ?? row.here), decisions: row.here } : null;
}
