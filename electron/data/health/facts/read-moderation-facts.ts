import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import {
  type DecisionTimesRow,
  type ReportTimesRow,
  readDecisionTimes,
  readReportTimes,
} from '../../store/cases/moderation-queries.ts';
import type { ReadDb } from '../../store/db.ts';
import type { AppealFact, DecisionFact, ModerationFacts, ReportFact } from './moderation-facts.ts';
import type { PersonPositions } from './person-positions.ts';

/** What moderation health counts, as it stood at an instant: what came later has not happened yet. */
export function readModerationFacts(
  db: ReadDb,
  communityId: CommunityId,
  people: PersonPositions,
  until: Instant,
  appeals: readonly AppealFact[],
): ModerationFacts {
  const moderators = new Map<string, number>();
  return {
    reports: readReportTimes(db, communityId, until).map((row) => reportFact(row, people, until)),
    decisions: readDecisionTimes(db, communityId, until).map((row) => decisionFact(row, people, moderators)),
    appeals: appeals.filter((appeal) => appeal.receivedAt <= until),
  };
}

function reportFact(row: ReportTimesRow, people: PersonPositions, until: Instant): ReportFact {
  const known = (at: Instant | null) => (at === null || at > until ? null : Math.max(at, row.created_at));
  const decidedAt = known(row.decided_at);
  const endedThereAt = known(row.ended_there_at);
  // One that was opened again waits, whatever was decided on it before.
  const isOpen = row.remote_state === 'open' && (row.state === 'linked' || row.state === 'new');
  const upheld = row.finding === null ? null : row.finding === 'upheld';
  return {
    openedAt: row.created_at,
    firstActionAt: decidedAt ?? (row.acted_there === 1 ? endedThereAt : null),
    closedAt: isOpen ? null : earlier(decidedAt, endedThereAt),
    closedThereBy: row.closed_by_machine === null ? null : closers[row.closed_by_machine === 1 ? 1 : 0],
    category: row.category,
    about: people.of(row.target_member_id),
    reporter: people.of(row.reporter_member_id),
    harmed: row.harm_said === 1 ? people.of(row.harmed_member_id) : null,
    upheld: decidedAt === null ? null : upheld,
  };
}

const closers = ['person', 'machine'] as const;

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

function decisionFact(row: DecisionTimesRow, people: PersonPositions, moderators: Map<string, number>): DecisionFact {
  const by = moderators.get(row.decided_by) ?? moderators.size;
  moderators.set(row.decided_by, by);
  return {
    at: row.decided_at,
    by,
    finding: row.finding,
    isSanction: row.person_effect !== 'none' || row.content_effect !== 'none',
    about: people.of(row.author_member_id),
    category: row.category,
    reversed: row.reversed === 1,
  };
}
