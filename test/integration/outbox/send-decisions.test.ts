import { describe, expect, it } from 'vitest';
import { undoDecision } from '../../../electron/data/cases/undo-decision.ts';
import { conflictHandlers } from '../../../electron/data/conflicts/handlers.ts';
import type { ActionCall } from '../../../electron/data/platforms/platform.ts';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import { verifyAuditChain } from '../../../electron/data/store/audit/verify-chain.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { findReportByRemoteId } from '../../../electron/data/store/reports/queries.ts';
import { settleConflict } from '../../../electron/data/sync/outbox/settle-conflict.ts';
import type { SendPoint } from '../../../electron/data/sync/tools.ts';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import { testSettlingMs } from '../../builders/bare-desk.ts';
import { FakePlatform, goToSocialLike, mastodonLike, ourHandle } from '../../builders/fake-platform.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

async function aDesk(platform = new FakePlatform(), authors: readonly string[] = ['ada']) {
  for (const author of authors) platform.addReport(author);
  const desk = new SyncDesk({ connector: platform.connector(), capabilities: platform.capabilities });
  expect(await desk.pull()).toBe('complete');
  return { platform, desk };
}

function statesOf(desk: SyncDesk, id: DecisionId): readonly string[] {
  return listActionsOfDecision(desk.context.write, id).map((one) => one.state);
}

function onlyCase(desk: SyncDesk) {
  const [row] = desk.openCases();
  if (!row) throw new Error('no open case');
  return row;
}

describe('sending decisions', () => {
  it('resolves every report of the case once and confirms it by reading', async () => {
    const { platform, desk } = await aDesk(undefined, ['ada', 'ada', 'ada']);
    const { decisionId } = desk.decide(onlyCase(desk), { finding: 'not-upheld' });
    expect(await desk.push()).toEqual({ ended: 'done' });
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied', 'applied']);
    expect(platform.books.map((one) => one.kind)).toEqual(['report.resolve', 'report.resolve', 'report.resolve']);
    expect(platform.reports.every((one) => one.resolvedBy === ourHandle)).toBe(true);
  });

  it.each([
    ['upheld', true],
    ['not-upheld', false],
    ['bad-faith', false],
    // These say nothing of the report: a platform that hears "rejected" would approve what is waiting there.
    ['not-enough', null],
    ['duplicate', null],
  ] as const)('tells a platform that keeps it what was found: %s', async (finding, upheld) => {
    const { desk } = await aDesk(undefined, ['ada']);
    const told: (boolean | null)[] = [];
    const perform = desk.connector.perform;
    Object.assign(desk.connector, {
      perform: (call: ActionCall, signal: AbortSignal) => {
        told.push(call.upheld);
        return perform(call, signal);
      },
    });
    desk.decide(onlyCase(desk), { finding });
    await desk.push();
    expect(told).toEqual([upheld]);
  });

  it('brings a case back when a report is opened again that what waits to be sent is not about', async () => {
    const { platform, desk } = await aDesk(undefined, ['ada', 'ada']);
    const [first, second] = platform.reports;
    platform.resolve(first!, 'colleague');
    await desk.pull();
    const row = onlyCase(desk);
    const { decisionId } = desk.decide(row, { finding: 'not-upheld' });
    platform.reopen(first!);
    await desk.pull();
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
    expect([first?.state, second?.state]).toEqual(['open', 'resolved']);
    expect(desk.case(row.id).is_open).toBe(1);
  });

  it('leaves to the platform what a sanction closes by itself', async () => {
    const { platform, desk } = await aDesk(undefined, ['ada', 'ada']);
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied', 'applied']);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.silence']);
  });

  it('closes the reports itself where a sanction leaves them open', async () => {
    const { platform, desk } = await aDesk(new FakePlatform(goToSocialLike), ['ada', 'ada']);
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'suspend' });
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied', 'applied']);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.suspend', 'report.resolve', 'report.resolve']);
  });

  it('does not warn twice when the answer to a warning is lost', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'warn' });
    platform.callFaults.push('lost-answer');
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.warn']);
  });

  it('sends a sanction again only when the first request can no longer arrive', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    platform.callFaults.push('time-out');
    await desk.push();
    expect(statesOf(desk, decisionId)[0]).toBe('sending');
    desk.advance(testSettlingMs - 1);
    await desk.push();
    expect(statesOf(desk, decisionId)[0]).toBe('sending');
    desk.advance(1);
    await desk.push();
    expect(statesOf(desk, decisionId)[0]).toBe('confirmed');
    desk.advance(60 * 60_000);
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
    expect(platform.books.filter((one) => one.kind === 'account.silence')).toHaveLength(1);
  });

  it.each(['warn', 'silence'] as const)('does not repeat a %s that arrives late', async (personEffect) => {
    const { platform, desk } = await aDesk();
    platform.elapsed = () => desk.elapsed;
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect });
    platform.callFaults.push('late');
    for (let pass = 0; pass < 12; pass += 1) {
      await desk.push();
      desk.advance(12_000);
    }
    platform.arrive();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
    expect(platform.books.filter((one) => one.kind === `account.${personEffect}`)).toHaveLength(1);
  });

  it('does not let a clock that jumps ahead shorten that wait', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    platform.callFaults.push('time-out');
    await desk.push();
    desk.clock.advance(24 * 60 * 60_000);
    await desk.push();
    expect(statesOf(desk, decisionId)[0]).toBe('sending');
  });

  it('stays waiting while offline and goes out afterwards', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    platform.readFaults.push('offline');
    expect((await desk.push()).ended).toBe('stopped');
    expect(statesOf(desk, decisionId)).toEqual(['confirmed']);
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
  });

  it('says that the sign-in has expired and keeps the decision', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    platform.readFaults.push('unauthorized');
    expect((await desk.push()).ended).toBe('stopped');
    const row = desk.context.write.prepare('SELECT connection FROM communities').get();
    expect(row).toEqual({ connection: 'expired' });
    expect(statesOf(desk, decisionId)).toEqual(['confirmed']);
  });

  it('waits as long as a limit says', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    platform.callFaults.push('rate-limited');
    await desk.push();
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['confirmed']);
    desk.advance(60_000);
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
    expect(platform.books).toHaveLength(1);
  });
});

/** Sends until the process is gone: at that point of the first call, nothing left but the file. */
async function crashAt(desk: SyncDesk, point: SendPoint): Promise<void> {
  desk.reached = (reached) => {
    if (reached === point) throw new Error('gone');
  };
  await expect(desk.push()).rejects.toThrow('gone');
  desk.reached = () => undefined;
  desk.restart();
}

/** Every pass that could still send something by itself. */
async function pushToTheEnd(desk: SyncDesk): Promise<void> {
  for (let pass = 0; pass < 6; pass += 1) {
    await desk.push();
    desk.advance(testSettlingMs + 60 * 60_000);
  }
}

describe('when what arrived was taken back before anybody noted it', () => {
  it('asks before warning again when a colleague opened the report again', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'warn' });
    await crashAt(desk, 'answered');
    platform.reopen(platform.report('1000'));
    await pushToTheEnd(desk);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.warn']);
    expect(statesOf(desk, decisionId)).toEqual(['conflict', 'conflict']);
    const asked = await conflictHandlers['conflicts.list'](desk.context, null);
    expect(asked).toMatchObject([{ changed: [], mine: { mayHaveArrived: true } }]);
  });

  it('asks before a sanction is repeated over a colleague who lifted it and opened the report again', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    await crashAt(desk, 'answered');
    platform.lift('ada');
    platform.reopen(platform.report('1000'));
    await pushToTheEnd(desk);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.silence']);
    expect(statesOf(desk, decisionId)).toEqual(['conflict', 'conflict']);
  });

  it('asks before a sanction is repeated where no report would show that it was lifted', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    platform.resolve(platform.report('1000'), 'colleague');
    await desk.push();
    const [conflict] = listOpenConflicts(desk.context.write);
    settleConflict(desk.context, { conflictId: conflict!.id, settlement: 'send-mine', note: '' });
    await crashAt(desk, 'answered');
    platform.lift('ada');
    await pushToTheEnd(desk);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.silence']);
    expect(statesOf(desk, decisionId)).toEqual(['conflict', 'conflict']);
  });

  it('asks before it closes again what a colleague opened again', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    await crashAt(desk, 'answered');
    platform.reopen(platform.report('1000'));
    await pushToTheEnd(desk);
    expect(platform.books.map((one) => one.kind)).toEqual(['report.resolve']);
    expect(statesOf(desk, decisionId)).toEqual(['conflict']);
  });

  it.each([
    ['warn', mastodonLike],
    ['silence', mastodonLike],
    ['suspend', goToSocialLike],
    ['none', mastodonLike],
  ] as const)('sends a %s without a question when nobody touched the report', async (personEffect, capabilities) => {
    const { platform, desk } = await aDesk(new FakePlatform(capabilities));
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect });
    await crashAt(desk, 'marked');
    await pushToTheEnd(desk);
    expect(new Set(statesOf(desk, decisionId))).toEqual(new Set(['applied']));
    expect(new Set(platform.books.map((one) => one.key)).size).toBe(platform.books.length);
  });

  it('waits, then asks, where what was noted by an earlier version can’t tell', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'warn' });
    await crashAt(desk, 'answered');
    platform.reopen(platform.report('1000'));
    desk.context.write.exec("UPDATE actions SET before = json_remove(before, '$.updatedAt')");
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['sending', 'confirmed']);
    await pushToTheEnd(desk);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.warn']);
    expect(statesOf(desk, decisionId)).toEqual(['conflict', 'conflict']);
  });
});

describe('when the platform moved on', () => {
  it('takes a note of a colleague for no reason to ask', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'warn' });
    platform.note(platform.report('1000'));
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
    expect(listOpenConflicts(desk.context.write)).toEqual([]);
  });

  it('sends nothing over a colleague, and shows both sides', async () => {
    const { platform, desk } = await aDesk(undefined, ['ada', 'ada']);
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'suspend' });
    platform.resolve(platform.report('1001'), 'colleague');
    await desk.push();
    expect(platform.books).toEqual([]);
    expect(statesOf(desk, decisionId)).toEqual(['conflict', 'conflict', 'conflict']);
    expect(await conflictHandlers['conflicts.list'](desk.context, null)).toMatchObject([
      { changed: ['state', 'resolvedBy'], mine: { mayHaveArrived: false } },
    ]);
    expect(desk.context.write.prepare('SELECT has_conflict FROM cases').get()).toEqual({ has_conflict: 1 });
  });

  it.each(['keep-theirs', 'send-mine', 'decide-again'] as const)('is settled by %s', async (settlement) => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    platform.resolve(platform.report('1000'), 'colleague');
    await desk.push();
    const [conflict] = listOpenConflicts(desk.context.write);
    const caseId = settleConflict(desk.context, { conflictId: conflict!.id, settlement, note: 'talked about it' });
    await desk.push();
    expect(listOpenConflicts(desk.context.write)).toEqual([]);
    const after = {
      'keep-theirs': { states: ['reversed', 'reversed'], calls: [], state: 'decided' },
      'send-mine': { states: ['applied', 'applied'], calls: ['account.silence', 'report.resolve'], state: 'decided' },
      'decide-again': { states: ['reversed', 'reversed'], calls: [], state: 'claimed' },
    }[settlement];
    expect(statesOf(desk, decisionId)).toEqual(after.states);
    expect(platform.books.map((one) => one.kind)).toEqual(after.calls);
    expect(desk.case(caseId).state).toBe(after.state);
  });

  it('does not offer to send on top of a report that is gone', async () => {
    const { platform, desk } = await aDesk();
    desk.decide(onlyCase(desk));
    platform.report('1000').gone = true;
    await desk.push();
    const [conflict] = listOpenConflicts(desk.context.write);
    expect(() => settleConflict(desk.context, { conflictId: conflict!.id, settlement: 'send-mine', note: '' })).toThrow(
      'not-supported',
    );
  });

  it('does not take its own earlier decision for a colleague', async () => {
    const { platform, desk } = await aDesk();
    const first = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    platform.addReport('ada');
    await desk.pull();
    const second = desk.decide(onlyCase(desk), { personEffect: 'suspend' });
    await desk.push();
    await desk.push();
    expect(statesOf(desk, first.decisionId)).toEqual(['applied', 'applied']);
    expect(statesOf(desk, second.decisionId)).toEqual(['applied', 'applied']);
    expect(platform.accountStates.get('ada')).toBe('suspended');
  });
});

describe('taking back', () => {
  it('brings the case and exactly its reports back', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'warn' });
    const caseId = undoDecision(desk.context, decisionId);
    expect(desk.case(caseId).state).toBe('claimed');
    expect(findReportByRemoteId(desk.context.write, desk.communityId, '1000')?.state).toBe('linked');
    await desk.push();
    expect(platform.books).toEqual([]);
    expect(statesOf(desk, decisionId)).toEqual(['reversed', 'reversed']);
  });

  it('is refused once something left', async () => {
    const { desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    await desk.push();
    expect(() => undoDecision(desk.context, decisionId)).toThrow('already-sent');
  });

  it('is refused when it was sent again and may have arrived the first time', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    await crashAt(desk, 'answered');
    platform.resolve(platform.report('1000'), 'colleague');
    await desk.push();
    const settle = () => {
      const [conflict] = listOpenConflicts(desk.context.write);
      settleConflict(desk.context, { conflictId: conflict!.id, settlement: 'send-mine', note: '' });
    };
    settle();
    expect(statesOf(desk, decisionId)).toEqual(['confirmed']);
    expect(() => undoDecision(desk.context, decisionId)).toThrow('already-sent');
    // Nor does a second try that surely did not arrive make it so.
    platform.callFaults.push('rate-limited');
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['confirmed']);
    expect(() => undoDecision(desk.context, decisionId)).toThrow('already-sent');
  });

  it('is possible when a conflict was found before anything left, and was sent on top of', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    platform.resolve(platform.report('1000'), 'colleague');
    await desk.push();
    const [conflict] = listOpenConflicts(desk.context.write);
    settleConflict(desk.context, { conflictId: conflict!.id, settlement: 'send-mine', note: '' });
    undoDecision(desk.context, decisionId);
    await desk.push();
    expect(platform.books).toEqual([]);
  });

  it('takes in the case that was opened meanwhile', async () => {
    const { platform, desk } = await aDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    platform.addReport('ada');
    await desk.pull();
    const caseId = undoDecision(desk.context, decisionId);
    expect(desk.openCases().map((one) => one.id)).toEqual([caseId]);
    expect(desk.case(caseId).report_count).toBe(2);
  });

  it('undoes a sanction only by a new decision', async () => {
    const { platform, desk } = await aDesk();
    const first = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    await desk.push();
    platform.reopen(platform.report('1000'));
    await desk.pull();
    const reopened = onlyCase(desk);
    expect(reopened.state).toBe('reopened');
    const second = desk.decide(reopened, { finding: 'not-upheld' });
    await desk.push();
    expect(statesOf(desk, second.decisionId)).toEqual(['applied', 'applied']);
    expect(platform.accountStates.get('ada')).toBe('active');
    expect(statesOf(desk, first.decisionId)[0]).toBe('reversed');
  });

  it('keeps the audit log whole', async () => {
    const { desk } = await aDesk();
    desk.decide(onlyCase(desk));
    await desk.push();
    expect(verifyAuditChain(desk.context.read).intact).toBe(true);
  });
});
