import { describe, expect, test } from 'vitest';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { createPeer } from '../../../shared/ipc/peer.ts';

interface Left {
  double: { readonly input: number; readonly output: number };
  fail: { readonly input: null; readonly output: null };
}
interface Right {
  greet: { readonly input: string; readonly output: string };
}

/** Two ends joined by structured clone, as a real port does it. */
function joined() {
  const heard: unknown[] = [];
  const toErrorData = (error: unknown) =>
    error instanceof HearthError
      ? { code: error.code, ...(error.detail ? { detail: error.detail } : {}) }
      : { code: 'internal' as const };
  const left = createPeer<Right, Left>({
    post: (message) => queueMicrotask(() => right.receive(structuredClone(message))),
    answer: {
      double: (input) => Promise.resolve(input * 2),
      fail: () => {
        throw new HearthError('disk-full', { bytes: 5 });
      },
    },
    toErrorData,
  });
  const right = createPeer<Left, Right>({
    post: (message) => queueMicrotask(() => left.receive(structuredClone(message))),
    answer: { greet: (name) => `hello ${name}` },
    onEvent: (name, payload) => void heard.push([name, payload]),
    toErrorData,
  });
  return { left, right, heard };
}

describe('the port between two processes', () => {
  test('carries calls both ways at once, and matches answers to calls', async () => {
    const { left, right } = joined();
    const answers = await Promise.all([right.call('double', 1), right.call('double', 2), left.call('greet', 'you')]);
    expect(answers).toEqual([2, 4, 'hello you']);
  });

  test('carries an error with its code, and nothing of what was not expected', async () => {
    const { right } = joined();
    await expect(right.call('fail', null)).rejects.toMatchObject({ code: 'disk-full', detail: { bytes: 5 } });
    await expect(right.call('double', {} as never)).resolves.toBeNaN();
  });

  test('answers "not found" to a call that nobody answers, also to names of every object', async () => {
    const { right } = joined();
    for (const name of ['unknown', 'toString', 'constructor', '__proto__'])
      await expect(right.call(name as 'double', 1)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('tells events', async () => {
    const { left, heard } = joined();
    left.announce('vault.changed', { state: 'open' });
    await Promise.resolve();
    expect(heard).toEqual([['vault.changed', { state: 'open' }]]);
  });

  test('rejects what waits when the other end is gone, and everything afterwards', async () => {
    const { right } = joined();
    const waiting = right.call('double', 1);
    right.end('data-process-gone');
    await expect(waiting).rejects.toMatchObject({ code: 'data-process-gone' });
    await expect(right.call('double', 1)).rejects.toMatchObject({ code: 'data-process-gone' });
  });
});
