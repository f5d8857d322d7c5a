import type { Finding, PersonEffect } from '../../../shared/domain/decision.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import type { CaseMember, EarlierCase } from '../../../shared/ipc/topics/case.ts';
import type { CaseRow } from '../store/cases/row.ts';
import type { ReadDb } from '../store/db.ts';
import { findMember } from '../store/members/queries.ts';
import type { MemberFacts } from '../store/members/row.ts';
import { statement } from '../store/statement.ts';

const mostEarlier = 20;

/** The member a case is about, with what is known from before. Throws when the row is missing: a case always has one. */
export function readCaseMember(db: ReadDb, row: CaseRow): CaseMember {
  const member = findMember(db, row.author_member_id);
  if (!member) throw new Error('a case without its author');
  const facts = JSON.parse(member.facts) as MemberFacts;
  return {
    memberId: member.id,
    name: member.display_name,
    handle: member.handle,
    server: member.server,
    isBot: member.is_bot === 1,
    isStaff: member.is_staff === 1,
    accountState: member.account_state,
    joinedAt: member.joined_at,
    profileText: facts.profileText ?? '',
    counts: facts.counts ?? {},
    countsReadAt: member.fetched_at,
    ...countReportsAbout(db, row),
    earlier: listEarlier(db, row),
  };
}

function countReportsAbout(db: ReadDb, row: CaseRow): Pick<CaseMember, 'reportsAbout' | 'reportsAboutUpheld'> {
  const sql = `SELECT count(*) AS about, coalesce(sum(r.state <> 'linked' AND EXISTS (
      SELECT 1 FROM decisions d WHERE d.case_id = r.case_id AND d.finding = 'upheld'
        AND d.undone_at IS NULL AND d.superseded_at IS NULL)), 0) AS upheld
    FROM reports r WHERE r.target_member_id = ?`;
  const counts = statement<{ about: number; upheld: number }>(db, sql).get(row.author_member_id);
  return { reportsAbout: counts?.about ?? 0, reportsAboutUpheld: counts?.upheld ?? 0 };
}

interface EarlierRow {
  readonly id: number;
  readonly opened_at: number;
  readonly decided_at: number | null;
  readonly category: ReportCategory;
  readonly finding: Finding | null;
  readonly person_effect: PersonEffect | null;
}

function listEarlier(db: ReadDb, row: CaseRow): readonly EarlierCase[] {
  const sql = `SELECT c.id, c.opened_at, c.decided_at, c.category, d.finding, d.person_effect
    FROM cases c LEFT JOIN decisions d ON d.id = (SELECT id FROM decisions
      WHERE case_id = c.id AND undone_at IS NULL AND superseded_at IS NULL ORDER BY decided_at DESC LIMIT 1)
    WHERE c.author_member_id = ? AND c.id <> ? ORDER BY c.opened_at DESC LIMIT ?`;
  return statement<EarlierRow>(db, sql)
    .all(row.author_member_id, row.id, mostEarlier)
    .map((one) => ({
      caseId: one.id,
      openedAt: one.opened_at,
      decidedAt: one.decided_at,
      category: one.category,
      finding: one.finding,
      personEffect: one.person_effect,
    }));
}
