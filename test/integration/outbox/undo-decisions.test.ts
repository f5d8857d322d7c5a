import { describe, expect, it } from 'vitest';
import { undoDecision } from '../../../electron/data/cases/undo-decision.ts';
import { verifyAuditChain } from '../../../electron/data/store/audit/verify-chain.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { findReportByRemoteId } from '../../../electron/data/store/reports/queries.ts';
import { settleConflict } from '../../../electron/data/sync/outbox/settle-conflict.ts';
import { anOutboxDesk, crashAt, onlyCase, statesOf } from '../../builders/outbox-desk.ts';

describe('taking back', () => {
  it('brings the case and exactly its reports back', async () => {
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'warn' });
    const caseId = undoDecision(desk.context, decisionId);
    expect(desk.case(caseId).state).toBe('claimed');
    expect(findReportByRemoteId(desk.context.write, desk.communityId, '1000')?.state).toBe('linked');
    await desk.push();
    expect(platform.books).toEqual([]);
    expect(statesOf(desk, decisionId)).toEqual(['reversed', 'reversed']);
  });

  it('is refused once something left', async () => {
    const { desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    await desk.push();
    expect(() => undoDecision(desk.context, decisionId)).toThrow('already-sent');
  });

  it('is refused when it was sent again and may have arrived the first time', async () => {
    const { platform, desk } = await anOutboxDesk();
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
    const { platform, desk } = await anOutboxDesk();
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
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    platform.addReport('ada');
    await desk.pull();
    const caseId = undoDecision(desk.context, decisionId);
    expect(desk.openCases().map((one) => one.id)).toEqual([caseId]);
    expect(desk.case(caseId).report_count).toBe(2);
  });

  it('lifts a sanction once, also where the first request arrives late', async () => {
    const { platform, desk } = await anOutboxDesk();
    platform.elapsed = () => desk.elapsed;
    desk.decide(onlyCase(desk), { personEffect: 'silence' });
    await desk.push();
    platform.reopen(platform.report('1000'));
    await desk.pull();
    const { decisionId } = desk.decide(onlyCase(desk), { finding: 'not-upheld' });
    platform.callFaults.push('late');
    for (let pass = 0; pass < 12; pass += 1) {
      await desk.push();
      desk.advance(12_000);
    }
    platform.arrive();
    await desk.push();
    expect(platform.books.filter(({ kind }) => kind === 'account.undo-silence')).toHaveLength(1);
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
  });

  it('undoes a sanction only by a new decision', async () => {
    const { platform, desk } = await anOutboxDesk();
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
    const { desk } = await anOutboxDesk();
    desk.decide(onlyCase(desk));
    await desk.push();
    expect(verifyAuditChain(desk.context.read).intact).toBe(true);
  });
});
