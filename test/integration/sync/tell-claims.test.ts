import { describe, expect, it, onTestFinished } from 'vitest';
import { readCase } from '../../../electron/data/case/read-case.ts';
import { addNote } from '../../../electron/data/cases/add-note.ts';
import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import { findCommunity } from '../../../electron/data/store/communities/queries.ts';
import { listLinkedReports } from '../../../electron/data/store/reports/queries.ts';
import { nextClaimAt } from '../../../electron/data/sync/claims/tell-claims.ts';
import { claimLeaseMs } from '../../../shared/domain/claim.ts';
import { FakePlatform, ourHandle } from '../../builders/fake-platform.ts';
import { goToSocialLike, mastodonLike } from '../../builders/like-platforms.ts';
import { anOutboxDesk, crashAt, onlyCase, pushToTheEnd, statesOf } from '../../builders/outbox-desk.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import { aFaultBench } from '../../faults/every-platform/fault-bench.ts';
import { standIns } from '../../stand-ins/all.ts';

const justAfter = 6_000;

function hold(desk: SyncDesk) {
  const row = onlyCase(desk);
  desk.claim(row);
  return row.id;
}

function letGo(desk: SyncDesk): void {
  desk.release(onlyCase(desk));
}

function said(desk: SyncDesk) {
  return readCase(desk.context, onlyCase(desk).id).claim;
}

async function holdAndTell(desk: SyncDesk): Promise<void> {
  hold(desk);
  desk.advance(justAfter);
  await desk.push();
}

function communityOf({ context, communityId }: SyncDesk) {
  const found = findCommunity(context.read, communityId);
  if (!found) throw new RangeError('no such community');
  return found;
}

const kindsOf = (platform: FakePlatform) => platform.books.map((one) => one.kind);

describe('a case that is held here', () => {
  it('is taken on the server, where colleagues see it, and given back when it is let go', async () => {
    const { platform, desk } = await anOutboxDesk();
    hold(desk);
    expect(said(desk)).toMatchObject({ mine: true, onServer: 'waiting' });
    desk.advance(justAfter);
    await desk.push();
    expect(platform.report('1000').assignedTo).toBe(ourHandle);
    expect(said(desk)).toMatchObject({ mine: true, onServer: 'shown' });
    await desk.push();
    await desk.pull();
    expect(said(desk)?.mine).toBe(true);

    letGo(desk);
    await desk.push();
    expect(platform.report('1000').assignedTo).toBeNull();
    expect(kindsOf(platform)).toEqual(['report.assign', 'report.unassign']);
    expect(onlyCase(desk).state).toBe('queued');
    await pushToTheEnd(desk);
    expect(platform.books).toHaveLength(2);
  });

  it('is not told of at once: one that is let go or decided within seconds leaves nothing in the server’s log', async () => {
    const { platform, desk } = await anOutboxDesk();
    hold(desk);
    await desk.push();
    letGo(desk);
    desk.advance(justAfter);
    await desk.push();
    expect(platform.books).toEqual([]);
    expect(nextClaimAt(desk.context, communityOf(desk))).toBeNull();
  });

  it('is told of at once where somebody has everything sent now, as on the command line', async () => {
    const { platform, desk } = await anOutboxDesk();
    hold(desk);
    await desk.push({ atOnce: true });
    expect(platform.report('1000').assignedTo).toBe(ourHandle);
  });

  it('says when the server has to be told', async () => {
    const { desk } = await anOutboxDesk();
    expect(nextClaimAt(desk.context, communityOf(desk))).toBeNull();
    hold(desk);
    expect(nextClaimAt(desk.context, communityOf(desk))).toBe(desk.clock.now() + 5_000);
  });

  it('can be decided all the while: our own taking is no news to a decision in the making, nor a conflict when it is sent', async () => {
    const { platform, desk } = await anOutboxDesk();
    const before = onlyCase(desk);
    hold(desk);
    const held = onlyCase(desk);
    desk.advance(justAfter);
    await desk.push();
    await desk.pull();
    expect(onlyCase(desk).version).toBe(held.version);
    const { decisionId } = desk.decide({ ...before, version: held.version }, { personEffect: 'silence' });
    await pushToTheEnd(desk);
    expect(new Set(statesOf(desk, decisionId))).toEqual(new Set(['applied']));
    // Who decided it is what colleagues should see.
    expect(platform.report('1000')).toMatchObject({ state: 'resolved', assignedTo: ourHandle });
    expect(kindsOf(platform)).not.toContain('report.unassign');
  });

  it('ends when a colleague was faster, and nothing is taken from them', async () => {
    const { platform, desk } = await anOutboxDesk();
    hold(desk);
    platform.assign(platform.report('1000'), 'colleague');
    desk.advance(justAfter);
    await desk.push();
    expect(platform.books).toEqual([]);
    expect(said(desk)).toMatchObject({ mine: false, holder: 'colleague', onServer: null });
  });

  it('is not given back over a colleague who took it over', async () => {
    const { platform, desk } = await anOutboxDesk();
    await holdAndTell(desk);
    letGo(desk);
    platform.assign(platform.report('1000'), 'colleague');
    await pushToTheEnd(desk);
    expect(kindsOf(platform)).toEqual(['report.assign']);
    expect(platform.report('1000').assignedTo).toBe('colleague');
  });

  it('leaves alone what the person took by other means', async () => {
    const { platform, desk } = await anOutboxDesk();
    platform.assign(platform.report('1000'), ourHandle);
    await desk.pull();
    await holdAndTell(desk);
    expect(said(desk)?.onServer).toBe('shown');
    letGo(desk);
    await pushToTheEnd(desk);
    expect(platform.books).toEqual([]);
    expect(platform.report('1000').assignedTo).toBe(ourHandle);
  });

  it('is given back when its time has run out', async () => {
    const { platform, desk } = await anOutboxDesk();
    await holdAndTell(desk);
    desk.advance(claimLeaseMs);
    letTimePass(desk.context);
    await desk.push();
    expect(platform.report('1000').assignedTo).toBeNull();
  });

  it('is taken for each of its reports, those too that come later', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(), ['ada', 'ada']);
    await holdAndTell(desk);
    const third = platform.addReport('ada');
    await desk.pull();
    expect(said(desk)?.onServer).toBe('waiting');
    await desk.push();
    expect(platform.report(third).assignedTo).toBe(ourHandle);
    expect(said(desk)?.onServer).toBe('shown');
    letGo(desk);
    await desk.push();
    expect(platform.reports.map((one) => one.assignedTo)).toEqual([null, null, null]);
  });

  it('stays between us where the server has no way to show it', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(goToSocialLike));
    await holdAndTell(desk);
    expect(said(desk)?.onServer).toBe('impossible');
    expect(platform.books).toEqual([]);
  });
});

describe('in trouble', () => {
  it.each(['offline', 'server-error', 'time-out', 'rate-limited'] as const)('%s: it is told later', async (fault) => {
    const { platform, desk } = await anOutboxDesk();
    platform.callFaults.push(fault);
    await holdAndTell(desk);
    expect(said(desk)?.onServer).toBe('waiting');
    await desk.push();
    expect(platform.books).toEqual([]);
    desk.advance(10 * 60_000);
    await desk.push();
    expect(kindsOf(platform)).toEqual(['report.assign']);
    expect(said(desk)?.onServer).toBe('shown');
  });

  it('an answer that is lost makes no second call', async () => {
    const { platform, desk } = await anOutboxDesk();
    platform.callFaults.push('lost-answer');
    await holdAndTell(desk);
    desk.advance(10 * 60_000);
    await desk.push();
    expect(kindsOf(platform)).toEqual(['report.assign']);
    expect(said(desk)?.onServer).toBe('shown');
  });

  it('gives back what arrived after it was let go, also when the process was gone in between', async () => {
    const { platform, desk } = await anOutboxDesk();
    platform.elapsed = () => desk.elapsed;
    platform.callFaults.push('late');
    await holdAndTell(desk);
    letGo(desk);
    desk.restart();
    desk.advance(10 * 60_000);
    platform.arrive();
    expect(platform.report('1000').assignedTo).toBe(ourHandle);
    await desk.pull();
    await desk.push();
    expect(platform.report('1000').assignedTo).toBeNull();
  });

  it('a no is told, and asked again with the next claim alone', async () => {
    const { platform, desk } = await anOutboxDesk();
    const { perform } = desk.connector;
    let asked = 0;
    desk.connector.perform = async () => {
      asked += 1;
      throw new PlatformError('refused', { status: 422 });
    };
    await holdAndTell(desk);
    await pushToTheEnd(desk);
    expect(asked).toBe(1);
    desk.connector.perform = perform;
    letTimePass(desk.context);
    hold(desk);
    expect(said(desk)?.onServer).toBe('waiting');
    desk.advance(10 * 60_000);
    await desk.push();
    expect(platform.report('1000').assignedTo).toBe(ourHandle);
  });

  it('a no is shown while the case is held', async () => {
    const { desk } = await anOutboxDesk();
    desk.connector.perform = async () => {
      throw new PlatformError('forbidden', { status: 403 });
    };
    await holdAndTell(desk);
    expect(said(desk)).toMatchObject({ mine: true, onServer: 'refused' });
  });

  it('never holds up a decision', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(mastodonLike), ['ada', 'ben']);
    const [ada, ben] = desk.openCases();
    desk.claim(ada!);
    const { decisionId } = desk.decide(ben!);
    const { perform } = desk.connector;
    desk.connector.perform = async (call, signal) => {
      if (call.kind === 'report.assign') throw new PlatformError('server-error', { status: 500, mayHaveArrived: true });
      await perform(call, signal);
    };
    desk.advance(60_000);
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
    expect(platform.books).toHaveLength(1);
  });

  it('waits while nobody knows what became of a note: taking would move the time by which that is judged', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform({ ...mastodonLike, notes: true }));
    const row = onlyCase(desk);
    const onReport = listLinkedReports(desk.context.read, row.id)[0]!.id;
    addNote(desk.context, row, { about: 'case', audience: 'team', kind: 'note', body: 'seen before', onReport });
    desk.advance(60_000);
    await crashAt(desk, 'marked');
    hold(desk);
    desk.advance(justAfter);
    await desk.push();
    expect(platform.books).toEqual([]);
    expect(nextClaimAt(desk.context, communityOf(desk))).toBeNull();
    await pushToTheEnd(desk);
    expect(kindsOf(platform)).toEqual(['report.note']);
  });

  it('a crash in the middle of sending leaves claims as they are', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(), ['ada', 'ben']);
    const [ada, ben] = desk.openCases();
    desk.claim(ada!);
    desk.advance(justAfter);
    await desk.push();
    desk.decide(ben!);
    await crashAt(desk, 'answered');
    await pushToTheEnd(desk);
    expect(kindsOf(platform)).toEqual(['report.assign', 'report.resolve', 'report.unassign']);
  });
});

describe.each(Object.keys(standIns))('over HTTP, %s', (platform) => {
  it('shows colleagues what is held, or says that it can’t', async () => {
    const standIn = await standIns[platform]!();
    onTestFinished(() => standIn.server.stop());
    const desk = (await aFaultBench(standIn, 1, (options) => new SyncDesk(options))).desk as SyncDesk;
    await desk.pull();
    const [id = ''] = standIn.openReports();
    await holdAndTell(desk);
    const signal = new AbortController().signal;
    const own = communityOf(desk).accountHandle;
    const isShown = communityOf(desk).capabilities?.assign === true;
    expect(said(desk)?.onServer).toBe(isShown ? 'shown' : 'impossible');
    expect((await desk.connector.readReport(id, signal))?.assignedTo).toBe(isShown ? own : null);
    letGo(desk);
    await desk.push();
    expect((await desk.connector.readReport(id, signal))?.assignedTo).toBeNull();
    expect(standIn.carriedOut().map((one) => one.kind)).not.toContain('report.resolve');
  });
});
