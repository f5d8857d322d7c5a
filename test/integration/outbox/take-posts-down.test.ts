import { describe, expect, it } from 'vitest';
import { readCase } from '../../../electron/data/case/read-case.ts';
import { reopenCase } from '../../../electron/data/cases/change-case.ts';
import { planEffects } from '../../../electron/data/cases/plan-effects.ts';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import type { CaseRow } from '../../../electron/data/store/cases/row.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { saveDraft } from '../../../electron/data/store/notes/commands.ts';
import { inTransaction } from '../../../electron/data/store/transaction.ts';
import type { Capabilities } from '../../../shared/domain/community.ts';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import { caseCalls } from '../../../shared/ipc/topics/case.ts';
import { testSettlingMs } from '../../builders/bare-desk.ts';
import { FakePlatform, ourHandle } from '../../builders/fake-platform.ts';
import { goToSocialLike, mastodonLike, removingAndRestoring, removingForGood } from '../../builders/like-platforms.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

const hour = 60 * 60_000;

async function aDesk(capabilities: Capabilities = removingForGood, reports = 1) {
  const platform = new FakePlatform(capabilities);
  for (let at = 0; at < reports; at += 1) platform.addReport('ada');
  const desk = new SyncDesk({ connector: platform.connector(), capabilities });
  platform.elapsed = () => desk.elapsed;
  expect(await desk.pull()).toBe('complete');
  const [row] = desk.openCases();
  if (!row) throw new Error('no open case');
  return { platform, desk, row };
}

const kindsOf = (platform: FakePlatform) => platform.books.map(({ kind }) => kind);
const statesOf = (desk: SyncDesk, id: DecisionId) =>
  listActionsOfDecision(desk.context.write, id).map(({ kind, state }) => `${kind} ${state}`);
const preview = (desk: SyncDesk, row: CaseRow) =>
  planEffects(desk.context.read, row, {
    finding: 'upheld',
    personEffect: 'silence',
    notifyPerson: false,
    removePosts: true,
  }).map(({ effect }) => effect);

describe('planning to take posts down', () => {
  it('comes before the account and the reports, once for each post, and says when it is for good', async () => {
    const { platform, desk, row } = await aDesk(removingForGood, 2);
    platform.report('1001').postIds.push('p1000');
    await desk.pull();
    const effects = preview(desk, desk.case(row.id));
    expect(effects.map(({ kind, remoteId }) => `${kind} ${remoteId}`)).toEqual([
      'post.remove p1000',
      'post.remove p1001',
      'account.silence a-ada',
      'report.resolve 1000',
      'report.resolve 1001',
    ]);
    expect(effects.map(({ irreversible }) => irreversible)).toEqual([true, true, false, false, false]);
    const other = await aDesk(removingAndRestoring);
    expect(preview(other.desk, other.row)[0]).toMatchObject({
      kind: 'post.remove',
      target: 'post',
      irreversible: false,
    });
  });

  it('leaves out what is down already, and what somebody else wrote', async () => {
    const { platform, desk, row } = await aDesk(removingForGood, 2);
    platform.postsDown.add('p1000');
    await desk.pull();
    const { write } = desk.context;
    expect(readCase(desk.context, row.id).canRemovePosts).toBe(true);
    const stranger = Number(write.prepare('SELECT id FROM members WHERE handle <> ?').pluck().get('ada'));
    write.prepare("UPDATE subjects SET author_member_id = ? WHERE remote_id = 'p1001'").run(stranger);
    expect(preview(desk, desk.case(row.id)).map(({ kind }) => kind)).not.toContain('post.remove');
    expect(readCase(desk.context, row.id).canRemovePosts).toBe(false);
  });

  it('is offered where the plan would have it, and nowhere else', async () => {
    for (const capabilities of [removingForGood, removingAndRestoring, mastodonLike, goToSocialLike]) {
      const { platform, desk, row } = await aDesk(capabilities);
      const plans = () => preview(desk, desk.case(row.id)).some(({ kind }) => kind === 'post.remove');
      expect(plans()).toBe(capabilities.removePost === true);
      expect(readCase(desk.context, row.id).canRemovePosts).toBe(plans());
      platform.postsDown.add('p1000');
      await desk.pull();
      expect(plans()).toBe(false);
      expect(readCase(desk.context, row.id).canRemovePosts).toBe(false);
    }
  });

  it.each([
    ['is not wanted where nothing was upheld', removingForGood, { finding: 'not-upheld' }, 'invalid-input'],
    ['needs a reason', removingForGood, { reasonInternal: ' ' }, 'reason-required'],
    ['is not supported everywhere', mastodonLike, {}, 'not-supported'],
    ['is not supported on GoToSocial', goToSocialLike, {}, 'not-supported'],
  ] as const)('%s', async (_name, capabilities, overrides, code) => {
    const { desk, row } = await aDesk(capabilities);
    expect(() => desk.decide(row, { removePosts: true, ...overrides })).toThrowError(expect.objectContaining({ code }));
    expect(desk.case(row.id).is_open).toBe(1);
  });
});

describe('sending it', () => {
  it('takes the posts down, then closes the reports, and reads both back', async () => {
    const { platform, desk, row } = await aDesk(removingForGood, 2);
    const { decisionId } = desk.decide(row, { removePosts: true });
    expect(readCase(desk.context, row.id).decisions[0]).toMatchObject({ removePosts: true, personEffect: 'none' });
    expect(await desk.push()).toEqual({ ended: 'done' });
    expect(kindsOf(platform)).toEqual(['post.remove', 'post.remove', 'report.resolve', 'report.resolve']);
    expect(statesOf(desk, decisionId).every((state) => state.endsWith(' applied'))).toBe(true);
    const view = readCase(desk.context, row.id);
    expect(view.subjects.map(({ presence }) => presence)).toEqual(['deleted', 'deleted']);
    // What was kept stays.
    expect(view.subjects.every(({ versions }) => versions[0]?.text.startsWith('What ada wrote'))).toBe(true);
  });

  it('goes on to the account, whose state and reports are then not taken for a colleague’s doing', async () => {
    const { platform, desk, row } = await aDesk(removingForGood, 2);
    const { decisionId } = desk.decide(row, { removePosts: true, personEffect: 'silence' });
    await desk.push();
    expect(kindsOf(platform)).toEqual(['post.remove', 'post.remove', 'account.silence']);
    expect(statesOf(desk, decisionId)).toEqual([
      'post.remove applied',
      'post.remove applied',
      'account.silence applied',
      'report.resolve applied',
      'report.resolve applied',
    ]);
  });

  it('is done where the post went by itself meanwhile, and goes on', async () => {
    const { platform, desk, row } = await aDesk();
    const { decisionId } = desk.decide(row, { removePosts: true });
    platform.postsDown.add('p1000');
    await desk.push();
    expect(kindsOf(platform)).toEqual(['report.resolve']);
    expect(statesOf(desk, decisionId)).toEqual(['post.remove applied', 'report.resolve applied']);
  });

  it('does nothing when a colleague acted on the case meanwhile', async () => {
    const { platform, desk, row } = await aDesk();
    const { decisionId } = desk.decide(row, { removePosts: true });
    platform.resolve(platform.report('1000'), 'colleague');
    await desk.push();
    expect(platform.books).toEqual([]);
    expect(statesOf(desk, decisionId)).toEqual(['post.remove conflict', 'report.resolve conflict']);
  });

  it('does not take a post that went of its own for a decision that does not want it down', async () => {
    const { platform, desk, row } = await aDesk();
    desk.decide(row, { personEffect: 'silence' });
    platform.postsDown.add('p1000');
    await desk.push();
    expect(platform.books).toEqual([]);
    expect(listOpenConflicts(desk.context.write)).toHaveLength(1);
  });

  it('finds out by the posts of the report what became of a lost answer', async () => {
    const { platform, desk, row } = await aDesk();
    const { decisionId } = desk.decide(row, { removePosts: true });
    platform.callFaults.push('lost-answer');
    await desk.push();
    expect(kindsOf(platform)).toEqual(['post.remove', 'report.resolve']);
    expect(statesOf(desk, decisionId)).toEqual(['post.remove applied', 'report.resolve applied']);
  });

  it('sends again where posts go for good, and takes "no such post" for what a late request did', async () => {
    const { platform, desk, row } = await aDesk();
    const { decisionId } = desk.decide(row, { removePosts: true });
    platform.callFaults.push('time-out');
    await desk.push();
    expect(statesOf(desk, decisionId)[0]).toBe('post.remove confirmed');
    desk.advance(hour);
    // Goes between the reading and the call.
    const { perform } = desk.connector;
    desk.connector.perform = async (call, signal) => {
      platform.postsDown.add('p1000');
      desk.connector.perform = perform;
      return perform(call, signal);
    };
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['post.remove applied', 'report.resolve applied']);
    expect(kindsOf(platform)).toEqual(['report.resolve']);
  });

  it.each([
    ['nobody heard of it', ['lost-answer']],
    ['the platform said yes', []],
  ] as const)('asks a person where a colleague may have put the post back, when %s', async (_name, faults) => {
    const { platform, desk, row } = await aDesk(removingAndRestoring);
    const { decisionId } = desk.decide(row, { removePosts: true });
    platform.callFaults.push(...faults);
    const { readReport } = desk.connector;
    let reads = 0;
    desk.connector.readReport = (id, signal) => {
      reads += 1;
      if (reads === 2) platform.postsDown.delete('p1000');
      return readReport(id, signal);
    };
    await desk.push();
    expect(statesOf(desk, decisionId)[0]).toBe('post.remove sending');
    desk.advance(testSettlingMs);
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['post.remove conflict', 'report.resolve conflict']);
    expect(kindsOf(platform)).toEqual(['post.remove']);
  });
});

describe('coming to another finding', () => {
  it('puts the posts back where that can be done, and calls the removal taken back', async () => {
    const { platform, desk, row } = await aDesk(removingAndRestoring, 2);
    const first = desk.decide(row, { removePosts: true });
    await desk.push();
    reopenCase(desk.context, row.id, '');
    const second = desk.decide(desk.case(row.id), { finding: 'not-upheld' });
    await desk.push();
    expect(statesOf(desk, second.decisionId)).toEqual(['post.restore applied', 'post.restore applied']);
    expect(statesOf(desk, first.decisionId).slice(0, 2)).toEqual(['post.remove reversed', 'post.remove reversed']);
    expect([...platform.postsDown]).toEqual([]);
    await desk.pull();
    expect(platform.reports.every((report) => report.resolvedBy === ourHandle)).toBe(true);
  });

  it('plans no putting back where posts are gone for good, nor of what it did not take down itself', async () => {
    const forGood = await aDesk(removingForGood);
    forGood.desk.decide(forGood.row, { removePosts: true });
    await forGood.desk.push();
    reopenCase(forGood.desk.context, forGood.row.id, '');
    const again = forGood.desk.decide(forGood.desk.case(forGood.row.id), { finding: 'not-upheld' });
    expect(statesOf(forGood.desk, again.decisionId)).toEqual([]);

    const byAuthor = await aDesk(removingAndRestoring);
    byAuthor.desk.decide(byAuthor.row, { removePosts: true });
    byAuthor.platform.postsDown.add('p1000');
    await byAuthor.desk.push();
    reopenCase(byAuthor.desk.context, byAuthor.row.id, '');
    const second = byAuthor.desk.decide(byAuthor.desk.case(byAuthor.row.id), { finding: 'not-upheld' });
    expect(statesOf(byAuthor.desk, second.decisionId)).toEqual([]);
  });
});

describe('what earlier versions of Hearth stored', () => {
  it('is a draft, a decision and a plan without posts to take down', async () => {
    const { desk, row } = await aDesk();
    const draft = { finding: 'upheld', policyId: null, severity: null, personEffect: 'none' } as const;
    const words = { reasonInternal: 'half a thought', reasonPerson: '', notifyPerson: false, note: '' };
    const { write } = desk.context;
    inTransaction(write, () => saveDraft(write, row.id, JSON.stringify({ ...draft, ...words }), 1));
    expect(readCase(desk.context, row.id).draft).toEqual({ ...draft, ...words, removePosts: false });
    write
      .prepare(
        `INSERT INTO decisions (case_id, community_id, finding, person_effect, decided_by, decided_at)
         VALUES (?, ?, 'upheld', 'none', 'sam', 1)`,
      )
      .run(row.id, desk.communityId);
    expect(readCase(desk.context, row.id).decisions[0]).toMatchObject({ finding: 'upheld', removePosts: false });
    const asked = { caseId: row.id, finding: 'upheld', personEffect: 'none', notifyPerson: false };
    expect(caseCalls['case.previewDecision'].input.parse(asked)).toEqual({ ...asked, removePosts: false });
  });
});
