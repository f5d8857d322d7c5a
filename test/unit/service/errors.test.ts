import { expect, test, vi } from 'vitest';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import { toErrorData } from '../../../electron/data/service/error-data.ts';
import { StoreError } from '../../../electron/data/store/store-error.ts';
import { ForbiddenTransition } from '../../../shared/domain/state-machine.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';

test.each([
  [new HearthError('stale'), { code: 'stale' }],
  [new StoreError('disk-full'), { code: 'disk-full' }],
  [new PlatformError('malformed', { status: 200 }), { code: 'malformed-answer', detail: {} }],
  [new PlatformError('too-large'), { code: 'answer-too-large', detail: {} }],
  [new PlatformError('rate-limited', { retryAt: 99 }), { code: 'rate-limited', detail: { retryAt: 99 } }],
  [
    new ForbiddenTransition('case', 'void', 'claimed'),
    { code: 'forbidden-transition', detail: { machine: 'case', from: 'void', to: 'claimed' } },
  ],
  [Object.assign(new Error('x'), { code: 'SQLITE_FULL' }), { code: 'disk-full' }],
])('%s becomes an error of the contract', (error, data) => {
  const report = vi.fn();
  expect(toErrorData(error, report)).toEqual(data);
  expect(report).not.toHaveBeenCalled();
});

test('what nobody expected becomes a reference, and its words stay here', () => {
  const report = vi.fn();
  const error = new Error('text of a report');
  const data = toErrorData(error, report);
  expect(data).toEqual({ code: 'internal', detail: { reference: expect.stringMatching(/^[0-9a-f]{8}$/) } });
  expect(report).toHaveBeenCalledWith(data.detail?.reference, error);
});
