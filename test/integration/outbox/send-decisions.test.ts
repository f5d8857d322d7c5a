import { describe, expect, it } from 'vitest';
import type { ActionCall } from '../../../electron/data/platforms/platform.ts';
import { testSettlingMs } from '../../builders/bare-desk.ts';
import { FakePlatform, ourHandle } from '../../builders/fake-platform.ts';
import { goToSocialLike } from '../../builders/like-platforms.ts';
import { anOutboxDesk, onlyCase, statesOf } from '../../builders/outbox-desk.ts';

describe('sending decisions', () => {
  it('resolves every report of the case once and confirms it by reading', async () => {
    const { platform, desk } = await anOutboxDesk(undefined, ['ada', 'ada', 'ada']);
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
    const { desk } = await anOutboxDesk(undefined, ['ada']);
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
    const { platform, desk } = await anOutboxDesk(undefined, ['ada', 'ada']);
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
    const { platform, desk } = await anOutboxDesk(undefined, ['ada', 'ada']);
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied', 'applied']);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.silence']);
  });

  it('closes the reports itself where a sanction leaves them open', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(goToSocialLike), ['ada', 'ada']);
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'suspend' });
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied', 'applied']);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.suspend', 'report.resolve', 'report.resolve']);
  });

  it('does not warn twice when the answer to a warning is lost', async () => {
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'warn' });
    platform.callFaults.push('lost-answer');
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
    expect(platform.books.map((one) => one.kind)).toEqual(['account.warn']);
  });

  it('sends a sanction again only when the first request can no longer arrive', async () => {
    const { platform, desk } = await anOutboxDesk();
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
    const { platform, desk } = await anOutboxDesk();
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
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk), { personEffect: 'silence' });
    platform.callFaults.push('time-out');
    await desk.push();
    desk.clock.advance(24 * 60 * 60_000);
    await desk.push();
    expect(statesOf(desk, decisionId)[0]).toBe('sending');
  });

  it('stays waiting while offline and goes out afterwards', async () => {
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    platform.readFaults.push('offline');
    expect((await desk.push()).ended).toBe('stopped');
    expect(statesOf(desk, decisionId)).toEqual(['confirmed']);
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
  });

  it('says that the sign-in has expired and keeps the decision', async () => {
    const { platform, desk } = await anOutboxDesk();
    const { decisionId } = desk.decide(onlyCase(desk));
    platform.readFaults.push('unauthorized');
    expect((await desk.push()).ended).toBe('stopped');
    const row = desk.context.write.prepare('SELECT connection FROM communities').get();
    expect(row).toEqual({ connection: 'expired' });
    expect(statesOf(desk, decisionId)).toEqual(['confirmed']);
  });

  it('waits as long as a limit says', async () => {
    const { platform, desk } = await anOutboxDesk();
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
