import { describeError } from '../../shared/domain/describe-error.ts';
import { HearthError } from '../../shared/ipc/errors.ts';
import type { EventName, Events } from '../../shared/ipc/events.ts';
import { createPeer } from '../../shared/ipc/peer.ts';
import type { DataProcessCalls, DataProcessStart, HostCalls } from '../../shared/ipc/process-calls.ts';
import { followSystemProxy } from './platforms/http/proxy.ts';
import { createDataService, type DataService } from './service/data-service.ts';
import { toErrorData } from './service/error-data.ts';
import { sqliteVersion } from './store/sqlite-version.ts';

/** The port to main, as Electron gives it to a utility process. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
}
const parentPort = (process as unknown as { readonly parentPort: ParentPort }).parentPort;

let service: DataService | null = null;

function running(): DataService {
  if (service === null) throw new HearthError('data-process-gone');
  return service;
}

const report = (reference: string, error: unknown) =>
  main.announce('log.unexpected', { reference, where: describeError(error) });

const main = createPeer<HostCalls, DataProcessCalls>({
  post: (message) => parentPort.postMessage(message),
  toErrorData: (error) => toErrorData(error, report),
  answer: {
    'process.start': start,
    'data.call': ({ channel, input }) => running().call(channel, input as never),
    'vault.call': ({ channel, input }) => (running().vault[channel] as (input: unknown) => unknown)(input),
    'process.setOnline': ({ online }) => {
      running().setOnline(online);
      return null;
    },
    'process.setAsleep': ({ asleep }) => {
      running().setAsleep(asleep);
      return null;
    },
    'process.close': async () => {
      await service?.close();
      return null;
    },
  },
});

async function start(options: DataProcessStart): Promise<{ sqlite: string }> {
  followSystemProxy((origin) => main.call('proxy.resolve', origin));
  const sqlite = sqliteVersion(options.nativeBinding ?? undefined);
  service = createDataService({
    directory: options.directory,
    appVersion: options.appVersion,
    tool: options.tool,
    nativeBinding: options.nativeBinding ?? undefined,
    online: options.online,
    background: true,
    keychain: options.keychainAvailable
      ? {
          wrap: (key) => main.call('keychain.wrap', key),
          unwrap: (blob) => main.call('keychain.unwrap', blob),
        }
      : null,
    renderPdf: (html) => main.call('pdf.render', html),
    emit: <Name extends EventName>(name: Name, payload: Events[Name]) => main.announce(name, payload),
  });
  // A keychain that says no shows as the state of the vault, not as a process that can't start.
  await service.openUnasked().catch((error: unknown) => report('open-unasked', error));
  return { sqlite };
}

process.on('unhandledRejection', (error) => report('unhandled', error));
parentPort.on('message', ({ data }) => main.receive(data));
