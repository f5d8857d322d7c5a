import { describe, expect, it } from 'vitest';
import { conflictHandlers } from '../../../electron/data/conflicts/handlers.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { settleConflict } from '../../../electron/data/sync/outbox/settle-conflict.ts';
import { anOutboxDesk, onlyCase, statesOf } from '../../builders/outbox-desk.ts';

describe('when the platform moved on', () => {
  it('takes a note of a colleague for no reason to ask', async () => {
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'warn' });
    platform.note(platform.report('1000'));
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
    expect(listOpenConflicts(desk.context.write)).toEqual([]);
  });

  it('sends nothing over a colleague, and shows both sides', async () => {
    const { platform, desk } = await anOutboxDesk(undefined, ['ada', 'ada']);
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
    const { platform, desk } = await anOutboxDesk();
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
    const { platform, desk } = await anOutboxDesk();
    desk.decide(onlyCase(desk));
    platform.report('1000').gone = true;
    await desk.push();
    const [conflict] = listOpenConflicts(desk.context.write);
    expect(() => settleConflict(desk.context, { conflictId: conflict!.id, settlement: 'send-mine', note: '' })).toThrow(
      'not-supported',
    );
  });

  it('does not take its own earlier decision for a colleague', async () => {
    const { platform, desk } = await anOutboxDesk();
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
