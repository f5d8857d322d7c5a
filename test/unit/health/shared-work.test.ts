import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedWork } from '../../../electron/data/health/dashboard/shared-work.ts';
import type { JobHandle } from '../../../electron/data/service/jobs.ts';

function anAsker(): JobHandle & { readonly leave: () => void; readonly told: string[] } {
  const controller = new AbortController();
  const told: string[] = [];
  return {
    signal: controller.signal,
    progress: (step, done, total) => void told.push(`${step} ${done}/${total}`),
    leave: () => controller.abort(),
    told,
  };
}

/** Work that a test moves on by hand. */
function aWork() {
  let resolve: (value: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const done = new Promise<string>((...parts) => {
    [resolve, reject] = parts;
  });
  let job: JobHandle | undefined;
  const work = new SharedWork<string>((handle) => {
    job = handle;
    return done;
  });
  return { work, resolve, reject, job: job as unknown as JobHandle };
}

describe('work that several ask for', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is done once, and tells everybody how far it is, also who comes later', async () => {
    const { work, resolve, job } = aWork();
    const [first, second] = [anAsker(), anAsker()];
    const answers = [work.ask(first)];
    job.progress('messages', 1, 4);
    answers.push(work.ask(second), work.ask(null));
    job.progress('messages', 2, 4);
    resolve('counted');
    expect(await Promise.all(answers)).toEqual(['counted', 'counted', 'counted']);
    expect(first.told).toEqual(['messages 1/4', 'messages 2/4']);
    expect(second.told).toEqual(['messages 1/4', 'messages 2/4']);
  });

  it('goes on for those who stay when one leaves', async () => {
    const { work, resolve, job } = aWork();
    const [leaving, staying] = [anAsker(), anAsker()];
    const left = work.ask(leaving);
    const stayed = work.ask(staying);
    leaving.leave();
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
    await vi.runAllTimersAsync();
    expect(job.signal.aborted).toBe(false);
    resolve('counted');
    expect(await stayed).toBe('counted');
    job.progress('late', 1, 1);
    expect(leaving.told).toEqual([]);
  });

  it('stops when the last one has left and nobody comes back', async () => {
    const { work, job } = aWork();
    const asker = anAsker();
    const answer = work.ask(asker);
    asker.leave();
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
    expect(work.isGivenUp).toBe(false);
    await vi.runAllTimersAsync();
    expect(job.signal.aborted).toBe(true);
    expect(work.isGivenUp).toBe(true);
  });

  it('is found going on by who comes back in a moment', async () => {
    const { work, resolve, job } = aWork();
    const [before, after] = [anAsker(), anAsker()];
    const left = work.ask(before);
    before.leave();
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
    const answer = work.ask(after);
    await vi.runAllTimersAsync();
    expect(job.signal.aborted).toBe(false);
    resolve('counted');
    expect(await answer).toBe('counted');
  });

  it('goes on to its end for somebody who cannot leave', async () => {
    const { work, job } = aWork();
    void work.ask(null);
    const asker = anAsker();
    const answer = work.ask(asker);
    asker.leave();
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
    await vi.runAllTimersAsync();
    expect(job.signal.aborted).toBe(false);
  });

  it('refuses who has left before asking, and fails for everybody alike', async () => {
    const { work, reject } = aWork();
    const gone = anAsker();
    gone.leave();
    await expect(work.ask(gone)).rejects.toMatchObject({ code: 'cancelled' });
    let forgotten = 0;
    work.whenFailed(() => {
      forgotten += 1;
    });
    const answers = [work.ask(anAsker()), work.ask(null)];
    reject(new RangeError('no'));
    for (const answer of answers) await expect(answer).rejects.toThrow('no');
    expect(forgotten).toBe(1);
  });
});
