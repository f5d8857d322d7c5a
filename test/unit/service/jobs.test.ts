import { describe, expect, it } from 'vitest';
import { createJobRunner } from '../../../electron/data/service/jobs.ts';

const busy = expect.objectContaining({ code: 'busy' });
const nothing = async () => ({});

describe('work of which only one may run', () => {
  it('takes its place before anything is awaited', async () => {
    const jobs = createJobRunner(() => undefined);
    const makeReady = () =>
      jobs.alone('import', async (start) => {
        await new Promise((resolve) => setImmediate(resolve));
        return start(nothing);
      });
    const [first, second] = await Promise.allSettled([makeReady(), makeReady()]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: busy });
    expect(jobs.list()).toHaveLength(1);
  });

  it('keeps it while it runs, and leaves it to other kinds', async () => {
    const jobs = createJobRunner(() => undefined);
    let finish: () => void = () => undefined;
    const work = () => new Promise<Record<string, never>>((resolve) => (finish = () => resolve({})));
    const jobId = await jobs.alone('import', async (start) => start(work));
    expect(jobs.isBusy('import')).toBe(true);
    expect(jobs.isBusy('identity')).toBe(false);
    await expect(jobs.alone('import', async (start) => start(nothing))).rejects.toEqual(busy);
    await jobs.alone('identity', async (start) => start(nothing));
    finish();
    await jobs.wait(jobId);
    expect(jobs.isBusy('import')).toBe(false);
    await jobs.alone('import', async (start) => start(nothing));
  });

  it('gives it back where something is said against it', async () => {
    const jobs = createJobRunner(() => undefined);
    const refused = jobs.alone('import', async () => {
      throw new Error('no such file');
    });
    expect(jobs.isBusy('import')).toBe(true);
    await expect(refused).rejects.toThrow('no such file');
    expect(jobs.isBusy('import')).toBe(false);
  });

  it('is not begun any more when everything has ended meanwhile', async () => {
    const jobs = createJobRunner(() => undefined);
    const late = jobs.alone('import', async (start) => {
      await new Promise((resolve) => setImmediate(resolve));
      return start(nothing);
    });
    await jobs.stop();
    await expect(late).rejects.toMatchObject({ code: 'vault-locked' });
  });
});
