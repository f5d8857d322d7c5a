import { channels } from '../../../shared/ipc/channels.ts';
import { type DataChannel, dataContract } from '../../../shared/ipc/contract.ts';
import type { VaultChannel } from '../../../shared/ipc/vault-channels.ts';
import type { DataProcess } from '../data-process/data-process.ts';
import { type ChosenPaths, requireChosenPaths } from '../security/chosen-paths.ts';
import type { WindowHandlers } from './register.ts';

type Forwarded = Omit<WindowHandlers, Extract<keyof WindowHandlers, `app.${string}`>>;

/** Handlers that pass an input, already parsed, to the data process: everything but what main does itself. */
export function createForwardHandlers(dataProcess: Pick<DataProcess, 'call'>, chosen: ChosenPaths): Forwarded {
  const entries = channels
    .filter((channel) => !channel.startsWith('app.'))
    .map((channel) => [
      channel,
      (input: unknown) => {
        requireChosenPaths(chosen, input);
        return isDataChannel(channel)
          ? dataProcess.call('data.call', { channel, input })
          : dataProcess.call('vault.call', { channel: channel as VaultChannel, input });
      },
    ]);
  // Built from the list of names, so none can be missing; the compiler can't see that through fromEntries.
  return Object.fromEntries(entries) as unknown as Forwarded;
}

function isDataChannel(channel: string): channel is DataChannel {
  return Object.hasOwn(dataContract, channel);
}
