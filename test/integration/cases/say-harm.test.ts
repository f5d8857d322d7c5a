import { beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../electron/data/case/handlers.ts';
import { personPositions } from '../../../electron/data/health/facts/person-positions.ts';
import { readModerationFacts } from '../../../electron/data/health/facts/read-moderation-facts.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import type { CaseId, CommunityId, MemberId, ReportId } from '../../../shared/domain/ids.ts';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import { aCase, aReport, aSubject } from '../../builders/case-work.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { insertRow, testNow } from '../../builders/insert-row.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

let context: DataContext;
let clock: TestClock;
let community: CommunityId;
let caseId: CaseId;
let report: ReportId;
let people: { author: MemberId; reporter: MemberId; near: MemberId; elsewhere: MemberId };

/** A post of the author, reported by one member, with another one and a stranger around it. */
beforeEach(() => {
  const store = aStore();
  clock = aClock(testNow);
  context = aDataContext(store, { clock });
  community = aCommunity(store.write);
  const member = (handle: string) => aMember(store.write, community, { handle, display_name: '' });
  people = { author: member('author'), reporter: member('reporter'), near: member('near'), elsewhere: member('far') };
  caseId = aCase(store.write, community, { author_member_id: people.author });
  report = aReport(store.write, community, {
    case_id: caseId,
    state: 'linked',
    target_member_id: people.author,
    reporter_member_id: people.reporter,
  });
  const subject = aSubject(store.write, community, people.author);
  insertRow(store.write, 'report_subjects', { report_id: report, subject_id: subject });
  const posts = ['near', 'author', 'stranger'].map((authorHandle) => ({ authorHandle, authorName: '', text: '' }));
  insertRow(store.write, 'threads', { subject_id: subject, posts: JSON.stringify(posts) });
});

const say = (harmed: number | 'nobody' | null, reportId: number = report) =>
  caseHandlers['case.sayHarm'](context, { caseId, reportId, harmed });
const view = () => caseHandlers['case.get'](context, { caseId }) as CaseView;
const inHealth = (until: number) =>
  readModerationFacts(
    context.read,
    community,
    personPositions([people.author, people.reporter, people.near]),
    until,
    [],
  ).reports[0]?.harmed;

describe('whom a report harmed', () => {
  it('may be anybody around it who is a member, and nobody else', () => {
    expect(view().reports[0]).toMatchObject({ harmed: null });
    expect(
      view()
        .reports[0]?.nearby.map(({ handle }) => handle)
        .sort(),
    ).toEqual(['author', 'near', 'reporter']);
    expect(() => say(people.elsewhere)).toThrow(expect.objectContaining({ code: 'not-found' }));
    const other = aReport(context.write, community, { case_id: aCase(context.write, community) });
    expect(() => say(people.near, other)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(view().reports[0]?.harmed).toBeNull();
  });

  it('is said, changed and taken back, and counted as of when it was said', () => {
    say(people.near);
    expect(view().reports[0]?.harmed).toBe(people.near);
    expect([inHealth(testNow - 1), inHealth(testNow)]).toEqual([undefined, 2]);
    clock.advance(5_000);
    say('nobody');
    expect(view().reports[0]?.harmed).toBe('nobody');
    // Said anew later: by then nobody had said what counts now.
    expect([inHealth(testNow), inHealth(testNow + 5_000)]).toEqual([null, -1]);
    say(null);
    expect([view().reports[0]?.harmed, inHealth(testNow + 5_000)]).toEqual([null, null]);
    expect(view().events.map(({ kind }) => kind)).toContain('case.harm-said');
    expect(JSON.stringify(view().events)).not.toContain('near');
  });

  it('goes with the community', () => {
    say(people.near);
    eraseCommunity(context.write, community);
    expect(context.write.prepare('SELECT count(*) FROM report_harm').pluck().get()).toBe(0);
  });
});
