import { onTestFinished } from 'vitest';
import { createDataService, type DataService } from '../../electron/data/service/data-service.ts';
import type { KeyWrapper } from '../../electron/data/store/key/key-wrapper.ts';
import type { DataChannel } from '../../shared/ipc/contract.ts';
import { dataContract, type Input, type Output } from '../../shared/ipc/contract.ts';
import { aTempFolder } from './temp-folder.ts';

export interface RunningService extends Omit<DataService, 'call'> {
  /** As a caller passes it; parsed here, as whoever lets a call in does. */
  readonly call: <Name extends DataChannel>(channel: Name, input: Input<Name>) => Promise<Output<Name>>;
  readonly directory: string;
  /** Everything the service said without being asked: name and payload. */
  readonly heard: (readonly [string, unknown])[];
}

/** The whole data service on a real folder, as the command line runs it. Closed when the test is over. */
export function aDataService(
  options: { readonly directory?: string; readonly keychain?: KeyWrapper | null; readonly background?: boolean } = {},
): RunningService {
  const directory = options.directory ?? aTempFolder();
  const heard: (readonly [string, unknown])[] = [];
  const service = createDataService({
    directory,
    appVersion: '0.0.0',
    tool: 'cli',
    keychain: options.keychain ?? null,
    renderPdf: null,
    background: options.background ?? false,
    emit: (name, payload) => void heard.push([name, payload]),
  });
  onTestFinished(service.close);
  return {
    ...service,
    directory,
    heard,
    call: async (channel, input) => service.call(channel, dataContract[channel].input.parse(input) as never),
  };
}

export const testPassphrase = 'a quiet room with good light';

/** The same, with a new vault open. */
export async function anOpenService(options: Parameters<typeof aDataService>[0] = {}): Promise<RunningService> {
  const service = aDataService(options);
  const create = options.keychain
    ? ({ protection: 'keychain' } as const)
    : ({ protection: 'passphrase', passphrase: testPassphrase } as const);
  await service.vault['vault.create'](create);
  return service;
}
