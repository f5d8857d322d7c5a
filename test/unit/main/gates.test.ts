import { describe, expect, test, vi } from 'vitest';
import { answerCall } from '../../../electron/main/ipc/answer-call.ts';
import { createForwardHandlers } from '../../../electron/main/ipc/forward-handlers.ts';
import { createChosenPaths } from '../../../electron/main/security/chosen-paths.ts';
import { fitsSize } from '../../../electron/main/security/input-size.ts';
import { isTrustedSender } from '../../../electron/main/security/trusted-sender.ts';
import { safeWebPreferences } from '../../../electron/main/security/web-preferences.ts';
import { channels } from '../../../shared/ipc/channels.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';

const ours = { url: 'hearth://app/index.html', parent: null };
const report = vi.fn();
const options = { ourWindow: () => ({ webContentsId: 7 }), report };
const call = (handler: (input: unknown) => unknown, input: unknown, frame: typeof ours | null = ours, senderId = 7) =>
  answerCall('app.inspectLink', handler, options, { frame, senderId, input });
const good = { address: 'https://example.org/' };

describe('the gates before a handler', () => {
  test.each([
    ['our own top frame', ours, 7, { webContentsId: 7 }, true],
    ['a frame that is gone', null, 7, { webContentsId: 7 }, false],
    ['a frame inside ours', { ...ours, parent: {} }, 7, { webContentsId: 7 }, false],
    ['another origin', { ...ours, url: 'https://app/index.html' }, 7, { webContentsId: 7 }, false],
    ['a look-alike', { ...ours, url: 'hearth://app.evil/' }, 7, { webContentsId: 7 }, false],
    ['another window', ours, 8, { webContentsId: 7 }, false],
    ['no window of ours', ours, 7, null, false],
  ])('%s', (_who, frame, sender, window, trusted) => {
    expect(isTrustedSender(frame, sender, window)).toBe(trusted);
  });

  test('let a good call through, with what the schema made of it', async () => {
    expect(await call((input) => input, good)).toEqual({ ok: true, value: good });
  });

  test('stop a call before its handler sees anything', async () => {
    const handler = vi.fn();
    const codes = [
      await call(handler, good, null),
      await call(handler, good, ours, 9),
      await call(handler, { address: 7 }),
      await call(handler, { ...good, more: 1 }),
      await call(handler, undefined),
    ].map((reply) => (reply.ok ? 'none' : reply.error.code));
    expect(codes).toEqual(['sender-refused', 'sender-refused', 'invalid-input', 'invalid-input', 'invalid-input']);
    expect(handler).not.toHaveBeenCalled();
  });

  test('turn errors into data, and the unexpected into a reference alone', async () => {
    expect(
      await call(() => {
        throw new HearthError('claim-held', { until: 5 });
      }, good),
    ).toEqual({ ok: false, error: { code: 'claim-held', detail: { until: 5 } } });
    const reply = await call(() => Promise.reject(new Error('secret words of a report')), good);
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
    const reference = reply.ok ? '' : reply.error.detail?.reference;
    expect(report).toHaveBeenCalledWith(reference, expect.any(Error));
  });

  test('measure without walking through everything', () => {
    expect(fitsSize({ text: 'x'.repeat(20_000_000) })).toBe(true);
    expect(fitsSize({ text: 'x'.repeat(21_000_000) })).toBe(false);
    expect(fitsSize(Array.from({ length: 3 }, () => 'x'.repeat(8_000_000)))).toBe(false);
    let deep: unknown = 1;
    for (let level = 0; level < 30; level += 1) deep = { deep };
    expect(fitsSize(deep)).toBe(false);
    expect(fitsSize(undefined)).toBe(true);
    expect(fitsSize(null)).toBe(true);
    expect(fitsSize({ ['k'.repeat(21_000_001)]: 1 })).toBe(false);
  });
});

describe('passing on to the data process', () => {
  test('knows every call but those of main, and names its kind', async () => {
    const seen: unknown[] = [];
    const handlers = createForwardHandlers(
      { call: (name, input) => Promise.resolve(seen.push([name, input])) as never },
      createChosenPaths(),
    );
    expect(Object.keys(handlers).sort()).toEqual(channels.filter((one) => !one.startsWith('app.')).sort());
    await handlers['vault.lock'](undefined);
    await handlers['jobs.cancel']({ jobId: 'x' });
    expect(seen).toEqual([
      ['vault.call', { channel: 'vault.lock', input: undefined }],
      ['data.call', { channel: 'jobs.cancel', input: { jobId: 'x' } }],
    ]);
  });

  test('lets through only paths that a person chose', async () => {
    const chosen = createChosenPaths();
    const handlers = createForwardHandlers({ call: () => Promise.resolve('passed') as never }, chosen);
    const backUp = () => handlers['vault.backUp']({ file: '/chosen/x', passphrase: 'x' });
    expect(backUp).toThrow(new HearthError('not-permitted'));
    chosen.remember('/chosen/x');
    expect(await backUp()).toBe('passed');
  });
});

test('pages run with the safe value of every preference that has one', () => {
  expect(safeWebPreferences(null)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    plugins: false,
  });
});
