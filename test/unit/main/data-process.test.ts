import { describe, expect, test } from 'vitest';
import { type ChildProcess, superviseDataProcess } from '../../../electron/main/data-process/data-process.ts';
import { restartDelay } from '../../../electron/main/data-process/restart-delay.ts';
import type { DataProcessStart } from '../../../shared/ipc/process-calls.ts';

interface FakeChild extends ChildProcess {
  readonly received: { kind: string; id: number; name: string; input: unknown }[];
  readonly answer: (id: number, value: unknown) => void;
  readonly die: (code: number) => void;
}

function fakeChild(): FakeChild {
  const onMessage: ((message: unknown) => void)[] = [];
  const onExit: ((code: number) => void)[] = [];
  const received: FakeChild['received'] = [];
  const child: FakeChild = {
    received,
    postMessage: (message) => void received.push(message as FakeChild['received'][number]),
    onMessage: (listener) => void onMessage.push(listener),
    onExit: (listener) => void onExit.push(listener),
    kill: () => child.die(0),
    answer: (id, value) => {
      for (const listener of onMessage) listener({ kind: 'reply', id, reply: { ok: true, value } });
    },
    die: (code) => {
      for (const listener of onExit.splice(0)) listener(code);
    },
  };
  return child;
}

function supervise() {
  const children: FakeChild[] = [];
  const waits: { milliseconds: number; then: () => void }[] = [];
  const restarted: number[] = [];
  const died: number[] = [];
  let time = 0;
  const supervised = superviseDataProcess(
    {
      fork() {
        const child = fakeChild();
        children.push(child);
        return child;
      },
      start: () => ({ directory: 'x' }) as DataProcessStart,
      answer: {
        'keychain.wrap': (key) => key,
        'keychain.unwrap': (blob) => blob,
        'proxy.resolve': () => 'DIRECT',
        'pdf.render': () => new Uint8Array(),
      },
      onEvent() {},
      toErrorData: () => ({ code: 'internal' }),
      onRestarted: (times) => void restarted.push(times),
      onDied: (code) => void died.push(code),
      wait: (milliseconds, then) => void waits.push({ milliseconds, then }),
    },
    () => time,
  );
  const pass = (ms: number) => {
    time += ms;
  };
  return { supervised, children, waits, restarted, died, pass };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the supervisor of the data process', () => {
  test('starts it before any call, and passes calls on when it is ready', async () => {
    const { supervised, children } = supervise();
    const [child] = children;
    const called = supervised.call('vault.call', { channel: 'vault.state', input: {} });
    await settle();
    expect(child?.received.map(({ name }) => name)).toEqual(['process.start']);
    child?.answer(1, { sqlite: '3' });
    await settle();
    expect(child?.received.map(({ name }) => name)).toEqual(['process.start', 'vault.call']);
    child?.answer(2, 'state');
    expect(await called).toBe('state');
    expect(await supervised.ready()).toEqual({ sqlite: '3' });
  });

  test('answers what waited when it died, starts it again after a pause and says so', async () => {
    const { supervised, children, waits, restarted, died } = supervise();
    children[0]?.answer(1, { sqlite: '3' });
    const waiting = supervised.call('vault.call', { channel: 'vault.state', input: {} });
    await settle();
    children[0]?.die(9);
    await expect(waiting).rejects.toMatchObject({ code: 'data-process-gone' });
    await expect(supervised.call('process.setOnline', { online: true })).rejects.toMatchObject({
      code: 'data-process-gone',
    });
    expect(died).toEqual([9]);
    waits[0]?.then();
    expect(restarted).toEqual([]);
    children[1]?.answer(1, { sqlite: '3' });
    await settle();
    expect(restarted).toEqual([1]);
  });

  test('waits longer after every death in a row, and from the start again once it has lived a while', () => {
    const { children, waits, pass } = supervise();
    for (let death = 0; death < 4; death += 1) {
      children[death]?.die(1);
      waits[death]?.then();
    }
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([250, 500, 1_000, 2_000]);
    pass(61_000);
    children[4]?.die(1);
    expect(waits[4]?.milliseconds).toBe(250);
    expect(restartDelay(100)).toBe(30_000);
  });

  test('closes the store before it ends the process, and starts nothing afterwards', async () => {
    const { supervised, children, waits } = supervise();
    children[0]?.answer(1, { sqlite: '3' });
    const closed = supervised.close();
    await settle();
    expect(children[0]?.received.at(-1)?.name).toBe('process.close');
    children[0]?.answer(2, null);
    await closed;
    expect([children.length, waits.length]).toEqual([1, 0]);
  });

  test('closes also while the process is dead', async () => {
    const { supervised, children, waits } = supervise();
    children[0]?.die(1);
    await supervised.close();
    waits[0]?.then();
    expect(children).toHaveLength(1);
  });
});
