import { describe, expect, it } from 'vitest';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { aDiscourse, aDiscourseCall, connectorWithRace, type DiscourseBench } from '../../builders/discourse.ts';
import { never } from '../../builders/practice.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import type { Reviewable, Settings } from '../../stand-ins/discourse/entities.ts';

/** One reviewable of that type, as the site makes them. */
function aReviewable({ site }: DiscourseBench, type: string): Reviewable {
  const { world } = site;
  if (type === 'ReviewableFlaggedPost' || type === 'hidden post') {
    const reviewable = site.found(site.addReport());
    if (type === 'hidden post') world.post(reviewable.target!.id)!.hidden = true;
    return reviewable;
  }
  const author = world.addUser('nova');
  const created = { type, createdById: author.id };
  if (type === 'ReviewableQueuedPost') {
    return world.addReviewable({ ...created, targetCreatedById: author.id, payload: { raw: 'Hello', title: 'First' } });
  }
  if (type === 'ReviewableUser') return world.addReviewable({ ...created, target: { type: 'User', id: author.id } });
  return world.addReviewable({ ...created, targetCreatedById: author.id });
}

async function aDesk(connector: PlatformConnector, { site }: DiscourseBench): Promise<SyncDesk> {
  const facts = await connector.readFacts(never);
  const { capabilities, accountHandle: handle } = facts;
  const desk = new SyncDesk({ connector, platform: 'discourse', capabilities, handle, baseUrl: site.server.origin });
  desk.clock.at = Date.now();
  expect(await desk.pull()).toBe('complete');
  return desk;
}

const putOf = (what: string) => (request: { method: string; path: string }) =>
  request.method !== 'GET' && request.path.includes(what) && !request.path.includes('/review/0/');

describe('closing reports on Discourse', () => {
  it.each<[type: string, actions: Settings['actions'], upheld: boolean | null, status: string]>([
    ['ReviewableFlaggedPost', 'combined', true, 'approved'],
    ['ReviewableFlaggedPost', 'combined', false, 'rejected'],
    ['ReviewableFlaggedPost', 'combined', null, 'ignored'],
    ['hidden post', 'combined', true, 'approved'],
    ['hidden post', 'combined', false, 'rejected'],
    ['ReviewableQueuedPost', 'combined', true, 'rejected'],
    ['ReviewableQueuedPost', 'combined', false, 'approved'],
    ['ReviewableUser', 'combined', false, 'approved'],
    ['ReviewableFlaggedPost', 'apart', true, 'ignored'],
    ['ReviewableFlaggedPost', 'apart', false, 'ignored'],
    ['ReviewableFlaggedPost', 'apart', null, 'ignored'],
    ['ReviewableQueuedPost', 'apart', true, 'ignored'],
    ['ReviewableQueuedPost', 'apart', false, 'approved'],
    ['ReviewableUser', 'apart', false, 'approved'],
  ])('%s, %s, upheld %s: %s', async (type, actions, upheld, status) => {
    const bench = await aDiscourse({ actions });
    const reviewable = aReviewable(bench, type);
    const posts = bench.site.world.posts.length;
    await bench.connector.perform(aDiscourseCall(reviewable, { upheld }), never);
    expect(reviewable.status).toBe(status);
    expect(bench.site.carriedOut()).toEqual([{ kind: 'report.resolve', target: String(reviewable.id) }]);
    expect(bench.site.world.posts.every(({ deletedAt }) => deletedAt === null)).toBe(true);
    expect(bench.site.world.posts.length - posts).toBe(type === 'ReviewableQueuedPost' && upheld === false ? 1 : 0);
    expect(bench.site.world.users.every(({ deleted }) => !deleted)).toBe(true);
  });

  it.each<[type: string, actions: Settings['actions'], upheld: boolean | null]>([
    ['ReviewableUser', 'combined', true],
    ['ReviewableUser', 'combined', null],
    ['ReviewableUser', 'apart', true],
    ['hidden post', 'combined', null],
    ['ReviewableAkismetPost', 'combined', true],
  ])('refuses before anything leaves where nothing fits: %s, %s, upheld %s', async (type, actions, upheld) => {
    const bench = await aDiscourse({ actions });
    const reviewable = aReviewable(bench, type);
    const refused = { code: 'refused', reason: 'no-fitting-action', mayHaveArrived: false };
    await expect(bench.connector.perform(aDiscourseCall(reviewable, { upheld }), never)).rejects.toMatchObject(refused);
    expect(bench.site.server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(reviewable).toMatchObject({ status: 'pending', version: 0 });
  });

  it('refuses what was read before somebody else changed it', async () => {
    const { site, connector } = await aDiscourse();
    const reviewable = site.found(site.addReport());
    const seen = await connector.readReport(String(reviewable.id), never);
    reviewable.version += 1;
    const call = aDiscourseCall(reviewable, { upheld: true, expectedVersion: seen?.version ?? null });
    const movedOn = { code: 'refused', status: 409, reason: 'moved-on', mayHaveArrived: false };
    await expect(connector.perform(call, never)).rejects.toMatchObject(movedOn);
    expect(reviewable.status).toBe('pending');
  });

  it.each<[what: string, act: (reviewable: Reviewable, bench: DiscourseBench) => void]>([
    ['edits it (409)', (reviewable) => Object.assign(reviewable, { version: 7 })],
    ['closes it (403)', (reviewable, { site }) => site.closeByColleague(String(reviewable.id))],
    ['claims it (422)', ({ topicId }, { site }) => site.world.claims.set(topicId ?? 0, site.colleague.id)],
    ['moves it away (404)', (reviewable) => Object.assign(reviewable, { hiddenFromModerators: true })],
  ])('loses the race against a colleague who %s, and says so', async (what, act) => {
    const bench = await aDiscourse();
    const reviewable = bench.site.found(bench.site.addReport());
    const connector = connectorWithRace(bench.site, putOf('/perform/'), () => act(reviewable, bench));
    const error = what.includes('404') ? { code: 'not-found' } : { code: 'refused', status: 409, reason: 'moved-on' };
    await expect(connector.perform(aDiscourseCall(reviewable, { upheld: true }), never)).rejects.toMatchObject(error);
    expect(bench.site.carriedOut()).toEqual([]);
  });

  it('says that it may not where it really may not', async () => {
    const bench = await aDiscourse();
    const reviewable = bench.site.found(bench.site.addReport());
    const { me } = bench.site;
    bench.site.server.faults.add({ kind: 'forbidden', match: 'PUT /review', times: 1 });
    await expect(bench.connector.perform(aDiscourseCall(reviewable, { upheld: true }), never)).rejects.toMatchObject({
      code: 'forbidden',
      status: 403,
    });
    expect(me.moderator).toBe(true);
  });

  it('claims the topic where claiming is on, once, and never over a colleague', async () => {
    const bench = await aDiscourse({ claiming: 'required' });
    const { site, connector } = bench;
    const reviewable = site.found(site.addReport());
    const claim = aDiscourseCall(reviewable, { kind: 'report.assign' });
    await connector.perform(claim, never);
    await connector.perform(claim, never);
    expect(site.carriedOut()).toEqual([{ kind: 'report.assign', target: String(reviewable.id) }]);
    expect(await connector.readReport(String(reviewable.id), never)).toMatchObject({ assignedTo: 'morgan' });
    await connector.perform(aDiscourseCall(reviewable, { upheld: true }), never);
    expect(await connector.readReport(String(reviewable.id), never)).toMatchObject({
      resolvedBy: 'morgan',
      assignedTo: null,
    });
    const other = site.found(site.addReport());
    site.world.claims.set(other.topicId!, site.colleague.id);
    const late = connector.perform(aDiscourseCall(other, { kind: 'report.assign' }), never);
    await expect(late).rejects.toMatchObject({ status: 409, reason: 'moved-on' });
  });

  it.each([
    ['together', {}, true],
    ['apart', { actions: 'apart', shape: 'claim' }, true],
    ['apart', { actions: 'apart', shape: 'claim' }, false],
  ] as const)('claims first where nobody may act otherwise, with post and user %s', async (_form, settings, upheld) => {
    const { site, connector } = await aDiscourse({ claiming: 'required', ...settings });
    const reviewable = site.found(site.addReport());
    await connector.perform(aDiscourseCall(reviewable, { upheld }), never);
    expect((await connector.readReport(String(reviewable.id), never))?.state).toBe('resolved');
    expect(site.world.claims.size).toBe(0);

    const theirs = site.found(site.addReport());
    site.world.claims.set(theirs.topicId!, site.colleague.id);
    const refused = connector.perform(aDiscourseCall(theirs, { upheld }), never);
    await expect(refused).rejects.toMatchObject({ code: 'refused', status: 422 });
    expect(site.world.claims.get(theirs.topicId!)).toBe(site.colleague.id);
    expect((await connector.readReport(String(theirs.id), never))?.state).toBe('open');
  });

  it('gives back what is ours, and nothing of a colleague’s', async () => {
    const { site, connector } = await aDiscourse();
    const reviewable = site.found(site.addReport());
    const call = (kind: 'report.assign' | 'report.unassign') => aDiscourseCall(reviewable, { kind });
    await connector.perform(call('report.assign'), never);
    await connector.perform(call('report.unassign'), never);
    expect(site.world.claims.size).toBe(0);
    site.world.claims.set(reviewable.topicId!, site.colleague.id);
    await connector.perform(call('report.unassign'), never);
    expect(site.world.claims.get(reviewable.topicId!)).toBe(site.colleague.id);
  });

  it('can’t claim what stands in no topic', async () => {
    const bench = await aDiscourse();
    const reviewable = aReviewable(bench, 'ReviewableUser');
    const call = bench.connector.perform(aDiscourseCall(reviewable, { kind: 'report.assign' }), never);
    await expect(call).rejects.toMatchObject({ code: 'refused', reason: 'no-topic' });
  });

  it.each(['report.reopen', 'account.warn', 'account.sensitive', 'account.disable', 'account.undo-disable'] as const)(
    'refuses %s before anything leaves',
    async (kind) => {
      const { site, connector } = await aDiscourse();
      const reviewable = site.found(site.addReport());
      await expect(connector.perform(aDiscourseCall(reviewable, { kind }), never)).rejects.toMatchObject({
        code: 'refused',
      });
      expect(site.server.requests).toEqual([]);
    },
  );

  it('says that nobody knows when the answer to an action is lost', async () => {
    const { site, connector } = await aDiscourse();
    const reviewable = site.found(site.addReport());
    site.server.faults.add({ kind: 'reset-after', match: 'PUT /review/', times: 1 });
    await expect(connector.perform(aDiscourseCall(reviewable, { upheld: true }), never)).rejects.toMatchObject({
      mayHaveArrived: true,
    });
    expect(reviewable.status).toBe('approved');
  });

  it('leaves nothing half done where it takes two calls and is stopped in between', async () => {
    const { site, connector } = await aDiscourse({ actions: 'apart' });
    const reviewable = site.found(site.addReport());
    site.server.faults.add({ kind: 'reset-before', match: 'no_action_user', times: 1 });
    await expect(connector.perform(aDiscourseCall(reviewable, { upheld: true }), never)).rejects.toMatchObject({
      mayHaveArrived: true,
    });
    expect(reviewable).toMatchObject({ status: 'pending', version: 1 });
    expect(site.carriedOut()).toEqual([]);
    await connector.perform(aDiscourseCall(reviewable, { upheld: true }), never);
    expect(reviewable.status).toBe('ignored');
  });
});

describe('accounts and posts on Discourse', () => {
  it.each(['silence', 'suspend'] as const)('can %s an account and take it back', async (verb) => {
    const { site, connector } = await aDiscourse();
    const reviewable = site.found(site.addReport());
    const id = String(reviewable.targetCreatedById);
    const until = verb === 'silence' ? 'silenced_till' : 'suspend_until';
    const text = 'Please be kind. '.repeat(30);
    await connector.perform(aDiscourseCall(reviewable, { kind: `account.${verb}`, text, notify: true }), never);
    expect(site.world.penalties).toEqual([
      { [until]: '3000-01-01T00:00:00.000Z', reason: text.trim().slice(0, 300), message: text.trim() },
    ]);
    const state = verb === 'silence' ? 'silenced' : 'suspended';
    expect((await connector.readAccount(id, never))?.state).toBe(state);
    // An account's penalty leaves its reports open.
    expect(await connector.readReport(String(reviewable.id), never)).toMatchObject({
      state: 'open',
      target: { state },
    });
    const again = connector.perform(aDiscourseCall(reviewable, { kind: `account.${verb}` }), never);
    await expect(again).rejects.toMatchObject({ status: 409, reason: 'moved-on' });
    await connector.perform(aDiscourseCall(reviewable, { kind: `account.undo-${verb}` }), never);
    expect((await connector.readAccount(id, never))?.state).toBe('active');
    expect(site.carriedOut().map(({ kind }) => kind)).toEqual([`account.${verb}`, `account.undo-${verb}`]);
  });

  it('sends neither mail nor words that others could read, unless it is wanted and says something', async () => {
    const { site, connector } = await aDiscourse();
    const call = (more: object) => aDiscourseCall(site.found(site.addReport()), { kind: 'account.suspend', ...more });
    await connector.perform(call({ text: 'quiet', notify: false }), never);
    await connector.perform(call({ text: ' ', notify: true }), never);
    expect(site.world.penalties).toEqual([
      { suspend_until: '3000-01-01T00:00:00.000Z', reason: '-' },
      { suspend_until: '3000-01-01T00:00:00.000Z', reason: '-' },
    ]);
  });

  it('takes a reply down and puts it back; a first post goes with its topic', async () => {
    const { site, connector } = await aDiscourse();
    const reviewable = site.found(site.addReport());
    const reply = site.world.post(reviewable.target!.id)!;
    const first = site.world.posts.find(({ topicId, number }) => topicId === reply.topicId && number === 1)!;
    const topic = site.world.topic(reply.topicId)!;
    const on = (kind: 'post.remove' | 'post.restore', id: number) =>
      connector.perform(aDiscourseCall(reviewable, { kind, targetRemoteId: String(id) }), never);
    await on('post.remove', reply.id);
    expect([reply.deletedAt !== null, topic.deletedAt]).toEqual([true, null]);
    await on('post.restore', reply.id);
    expect(reply.deletedAt).toBeNull();
    await on('post.remove', first.id);
    expect([first.deletedAt !== null, topic.deletedAt !== null, reply.deletedAt]).toEqual([true, true, null]);
    await on('post.restore', first.id);
    expect([first.deletedAt, topic.deletedAt]).toEqual([null, null]);
    const queued = aDiscourseCall(reviewable, { kind: 'post.remove', targetRemoteId: 'queued-7' });
    await expect(connector.perform(queued, never)).rejects.toMatchObject({ code: 'refused', reason: 'no-post-yet' });
  });
});

describe('decisions sent to Discourse', () => {
  it('carries out a sanction and closes the report, each once, and confirms both by reading', async () => {
    const bench = await aDiscourse();
    const report = bench.site.addReport();
    const desk = await aDesk(bench.connector, bench);
    const { decisionId } = desk.decide(desk.openCases()[0]!, { personEffect: 'silence', reasonPerson: 'Enough.' });
    expect(await desk.push()).toEqual({ ended: 'done' });
    expect(listActionsOfDecision(desk.context.write, decisionId).map(({ state }) => state)).toEqual([
      'applied',
      'applied',
    ]);
    expect(bench.site.carriedOut().map(({ kind }) => kind)).toEqual(['account.silence', 'report.resolve']);
    expect(bench.site.found(report)).toMatchObject({ status: 'approved', version: 1 });
    expect(await desk.pull()).toBe('complete');
    expect(desk.openCases()).toEqual([]);
  });

  it('asks a person when a colleague was faster between the reading and the call', async () => {
    const bench = await aDiscourse();
    const report = bench.site.addReport();
    const connector = connectorWithRace(bench.site, putOf('/perform/'), () => void bench.site.closeByColleague(report));
    const desk = await aDesk(connector, bench);
    const { decisionId } = desk.decide(desk.openCases()[0]!);
    await desk.push();
    expect(listActionsOfDecision(desk.context.write, decisionId).map(({ state }) => state)).toEqual(['confirmed']);
    desk.advance(60_000);
    await desk.push();
    expect(listActionsOfDecision(desk.context.write, decisionId).map(({ state }) => state)).toEqual(['conflict']);
    expect(listOpenConflicts(desk.context.write)).toHaveLength(1);
    expect(bench.site.carriedOut()).toEqual([]);
  });

  it('does not ask for ever for a penalty that the account has already', async () => {
    const bench = await aDiscourse();
    const id = bench.site.addReport();
    bench.site.world.user(bench.site.found(id).targetCreatedById)!.suspendedTill = Date.UTC(2999, 0);
    const desk = await aDesk(bench.connector, bench);
    const { decisionId } = desk.decide(desk.openCases()[0]!, { personEffect: 'suspend' });
    for (let pass = 0; pass < 4; pass += 1) {
      await desk.push();
      desk.advance(60 * 60_000);
    }
    const calls = bench.site.server.requests.filter(({ path }) => path.endsWith('/suspend.json'));
    expect(calls).toHaveLength(2);
    const states = listActionsOfDecision(desk.context.write, decisionId).map(({ state }) => state);
    expect(states[0]).toBe('failed');
  });

  it('brings a case back when a new flag brings its report back', async () => {
    const bench = await aDiscourse();
    const report = bench.site.addReport();
    const desk = await aDesk(bench.connector, bench);
    desk.decide(desk.openCases()[0]!);
    await desk.push();
    await desk.pull();
    expect(desk.openCases()).toEqual([]);
    bench.site.reportAgain(report);
    desk.advance(60_000);
    await desk.pull();
    expect(desk.openCases()).toHaveLength(1);
    desk.decide(desk.openCases()[0]!, { finding: 'not-upheld' });
    await desk.push();
    expect(bench.site.found(report)).toMatchObject({ status: 'rejected', version: 2 });
  });
});
