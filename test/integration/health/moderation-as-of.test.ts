import { describe, expect, it } from 'vitest';
import { personPositions } from '../../../electron/data/health/facts/person-positions.ts';
import { readModerationFacts } from '../../../electron/data/health/facts/read-moderation-facts.ts';
import { readUpheldThreads } from '../../../electron/data/health/facts/read-upheld-threads.ts';
import { sourceIdKey } from '../../../electron/data/platforms/files/activity-key.ts';
import { Turns } from '../../../electron/data/service/turns.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { aCase, aReport, aSubject } from '../../builders/case-work.ts';
import { insertRow, type Row, testNow } from '../../builders/insert-row.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

const HOUR = 3_600_000;
const decidedAt = testNow + HOUR;
const quarterEnd = testNow + 2 * HOUR;
const later = testNow + 3 * HOUR;

/** One report, decided an hour later, and what moderation health knows of it at an instant. */
function oneDecision(overrides: Row) {
  const { write, read } = aStore();
  const community = aCommunity(write);
  const caseId = aCase(write, community);
  aReport(write, community, { case_id: caseId });
  const decide = (row: Row) =>
    insertRow(write, 'decisions', {
      case_id: caseId,
      community_id: community,
      finding: 'upheld',
      person_effect: 'limit',
      decided_by: 'ann',
      decided_at: decidedAt,
      ...row,
    });
  decide(overrides);
  const asOf = (until: Instant) => readModerationFacts(read, community, personPositions([]), until, []);
  return { asOf, decide };
}

describe('moderation as it stood at an instant', () => {
  it('does not know of a decision replaced later', () => {
    const { asOf } = oneDecision({ superseded_at: later });
    expect(asOf(quarterEnd).decisions).toMatchObject([{ finding: 'upheld', reversed: false }]);
    expect(asOf(quarterEnd).reports).toMatchObject([{ firstActionAt: decidedAt, upheld: true }]);
    expect(asOf(later).decisions).toMatchObject([{ finding: 'upheld', reversed: true }]);
    expect(asOf(later).reports).toMatchObject([{ firstActionAt: null, upheld: null }]);
  });

  it('does not know of a decision taken back later', () => {
    const { asOf } = oneDecision({ undone_at: later });
    expect(asOf(quarterEnd).decisions).toMatchObject([{ at: decidedAt, reversed: false }]);
    expect(asOf(quarterEnd).reports).toMatchObject([{ firstActionAt: decidedAt, upheld: true }]);
    expect(asOf(later)).toMatchObject({ decisions: [], reports: [{ firstActionAt: null, upheld: null }] });
  });

  it('answers with the decision that stood then, whatever came in its place', () => {
    const { asOf, decide } = oneDecision({ superseded_at: later });
    decide({ decided_at: later, finding: 'not_upheld' });
    expect(asOf(quarterEnd).reports).toMatchObject([{ firstActionAt: decidedAt, upheld: true }]);
    expect(asOf(later).reports).toMatchObject([{ firstActionAt: later, upheld: false }]);
  });
});

describe('a report closed on its platform by somebody else', () => {
  const closedAt = testNow + HOUR;
  function closedThere(overrides: Row, accountState = 'active') {
    const { write, read } = aStore();
    const community = aCommunity(write);
    const caseId = aCase(write, community);
    const reportId = aReport(write, community, {
      case_id: caseId,
      state: 'answered',
      remote_state: 'resolved',
      remote_updated_at: closedAt + 5,
      remote_facts: JSON.stringify({ accountState, resolvedAt: closedAt }),
      ...overrides,
    });
    const asOf = (until: Instant) => readModerationFacts(read, community, personPositions([]), until, []).reports;
    return { write, community, reportId, asOf };
  }

  it('is resolved without an action where nothing was done', () => {
    const { asOf } = closedThere({});
    expect(asOf(later)).toMatchObject([{ firstActionAt: null, closedAt }]);
    expect(asOf(closedAt - 1)).toMatchObject([{ firstActionAt: null, closedAt: null }]);
  });

  it('was acted on where the account is restricted', () => {
    expect(closedThere({}, 'silenced').asOf(later)).toMatchObject([{ firstActionAt: closedAt, closedAt }]);
  });

  it('was acted on where a reported post is down', () => {
    const { write, community, reportId, asOf } = closedThere({});
    const author = write.prepare('SELECT target_member_id FROM reports WHERE id = ?').pluck().get(reportId);
    const subject = insertRow(write, 'subjects', {
      community_id: community,
      kind: 'post',
      remote_id: 'p1',
      author_member_id: author as number,
      presence: 'deleted',
      first_seen_at: testNow,
    });
    write.prepare('INSERT INTO report_subjects (report_id, subject_id) VALUES (?, ?)').run(reportId, subject);
    expect(asOf(later)).toMatchObject([{ firstActionAt: closedAt, closedAt }]);
  });

  it('is closed where it is gone, and open where it was opened again', () => {
    const gone = closedThere({ remote_state: 'gone', gone_at: closedAt, state: 'linked' });
    expect(gone.asOf(later)).toMatchObject([{ firstActionAt: null, closedAt }]);
    const again = oneDecision({}).asOf(later).reports;
    expect(again).toMatchObject([{ firstActionAt: decidedAt, closedAt: null }]);
  });

  it('was closed by a machine where an account that is marked as one did it, and by a person where another is named', () => {
    const by = (handle: string | null) => {
      const { write, community, asOf } = closedThere({ remote_resolved_by: handle });
      aMember(write, community, { handle: 'automod', is_bot: 1 });
      return asOf(later)[0]?.closedThereBy;
    };
    expect([by('automod'), by('colleague'), by(null)]).toEqual(['machine', 'person', null]);
    expect(oneDecision({}).asOf(later).reports[0]?.closedThereBy).toBeNull();
  });

  it('was closed when that was first seen where the platform says no time', () => {
    const facts = JSON.stringify({ accountState: 'active', resolvedAt: null, readAt: closedAt });
    const { asOf } = closedThere({ remote_updated_at: null, remote_facts: facts });
    expect(asOf(later)).toMatchObject([{ closedAt }]);
  });
});

describe('threads with an upheld report', () => {
  it('are found by the reported message, as things stood at an instant', async () => {
    const { write, read } = aStore();
    const community = aCommunity(write);
    const said = (member: string, id: string, thread: string | null) =>
      aPost(member, testNow - 5 * HOUR, { key: sourceIdKey('post', id), thread });
    const acts = [said('ana', 'p-1', 'quarrel'), said('ben', 'post-2', 'second'), said('cem', 'p-3', 'calm')];
    addActivities(write, community, [...acts, said('dee', 'p-4', null), said('eve', 'post-6', 'chat')], testNow);
    const author = aMember(write, community);
    const reported = (remoteId: string, finding: string, overrides: Row = {}, kind = 'post') => {
      const caseId = aCase(write, community, { is_open: 0 });
      const report = aReport(write, community, { case_id: caseId });
      const subject = aSubject(write, community, author, { remote_id: remoteId, kind });
      insertRow(write, 'report_subjects', { report_id: report, subject_id: subject });
      const decision = { case_id: caseId, community_id: community, finding, person_effect: 'none', decided_by: 'ann' };
      insertRow(write, 'decisions', { ...decision, decided_at: decidedAt, ...overrides });
    };
    reported('p-1', 'upheld');
    // A platform that numbers posts apart from other acts; its chat messages have numbers of their own.
    reported('2', 'upheld', { undone_at: later });
    reported('6', 'upheld', {}, 'message');
    reported('p-3', 'not_upheld');
    reported('p-4', 'upheld');
    reported('p-5', 'upheld');
    const threadsAt = async (until: Instant) =>
      [...(await readUpheldThreads(read, community, until, new Turns()))].sort();
    expect(await threadsAt(decidedAt - 1)).toEqual([]);
    expect(await threadsAt(quarterEnd)).toEqual(['quarrel', 'second']);
    expect(await threadsAt(later)).toEqual(['quarrel']);
  });
});
