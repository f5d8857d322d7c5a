import { describe, expect, it } from 'vitest';
import { conflictHandlers } from '../../../electron/data/conflicts/handlers.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { settleConflict } from '../../../electron/data/sync/outbox/settle-conflict.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { goToSocialLike, mastodonLike } from '../../builders/like-platforms.ts';
import { anOutboxDesk, crashAt, onlyCase, pushToTheEnd, statesOf } from '../../builders/outbox-desk.ts';

describe('when what arrived was taken back before anybody noted it', () => {
  it('asks before warning again when a colleague opened the report again', async () => {
    const { platform, desk } = await anOutboxDesk();
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
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    await crashAt(desk, 'answered');
    platform.lift('ada');
    platform.reopen(platform.report('1000'));
    await pushToTheEnd(desk);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.silence']);
    expect(statesOf(desk, decisionId)).toEqual(['conflict', 'conflict']);
  });

  it('asks before a sanction is repeated where no report would show that it was lifted', async () => {
    const { platform, desk } = await anOutboxDesk();
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
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    await crashAt(desk, 'answered');
    platform.reopen(platform.report('1000'));
    await pushToTheEnd(desk);
    expect(platform.books.map((one) => one.kind)).toEqual(['report.resolve']);
    expect(statesOf(desk, decisionId)).toEqual(['conflict']);
  });

  it.each(['warn', 'silence'] as const)(
    'asks before it closes what a %s closed and a colleague opened again in between',
    async (personEffect) => {
      const { platform, desk } = await anOutboxDesk();
      const { decisionId } = desk.decide(onlyCase(desk), { personEffect });
      desk.advance(60_000);
      desk.reached = (point) => {
        if (point === 'applied') platform.reopen(platform.report('1000'));
      };
      await desk.push();
      desk.reached = () => undefined;
      expect(platform.books.map((one) => one.kind)).toEqual([`account.${personEffect}`]);
      expect(statesOf(desk, decisionId)).toEqual(['applied', 'conflict']);
      const [conflict] = listOpenConflicts(desk.context.write);
      settleConflict(desk.context, { conflictId: conflict!.id, settlement: 'send-mine', note: '' });
      await pushToTheEnd(desk);
      expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
      expect(platform.report('1000')).toMatchObject({ state: 'resolved', resolvedBy: 'moderator' });
    },
  );

  it.each([
    ['warn', mastodonLike],
    ['silence', mastodonLike],
    ['suspend', goToSocialLike],
    ['none', mastodonLike],
  ] as const)('sends a %s without a question when nobody touched the report', async (personEffect, capabilities) => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(capabilities));
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect });
    await crashAt(desk, 'marked');
    await pushToTheEnd(desk);
    expect(new Set(statesOf(desk, decisionId))).toEqual(new Set(['applied']));
    expect(new Set(platform.books.map((one) => one.key)).size).toBe(platform.books.length);
  });

  it('waits, then asks, where what was noted by an earlier version can’t tell', async () => {
    const { platform, desk } = await anOutboxDesk();
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
