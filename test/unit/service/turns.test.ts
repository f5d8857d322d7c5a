import { describe, expect, it } from 'vitest';
import { Turns } from '../../../electron/data/service/turns.ts';
import type { Steps } from '../../../shared/domain/steps.ts';

/** Busy until something else has had its turn; without any turn given up it would never end. */
function* untilOthersRan(others: { ran: boolean }): Steps<string> {
  while (!others.ran) yield;
  return 'done';
}

describe('turns', () => {
  it('let others go first once they are used up', async () => {
    const others = { ran: false };
    setImmediate(() => {
      others.ran = true;
    });
    expect(await new Turns().run(untilOthersRan(others))).toBe('done');
  });

  it('end work that nobody wants any more, and let it clean up', async () => {
    const controller = new AbortController();
    let cleaned = false;
    function* endless(): Steps<never> {
      try {
        for (;;) yield;
      } finally {
        cleaned = true;
      }
    }
    setImmediate(() => controller.abort());
    const turns = new Turns({ signal: controller.signal, progress: () => undefined });
    await expect(turns.run(endless())).rejects.toMatchObject({ code: 'cancelled' });
    expect(cleaned).toBe(true);
  });

  it('pass on what fails', async () => {
    function* failing(): Steps<never> {
      yield;
      throw new RangeError('no');
    }
    await expect(new Turns().run(failing())).rejects.toThrow('no');
  });
});
