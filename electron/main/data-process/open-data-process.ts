import { app, net, session } from 'electron';
import type { DataProcessStart } from '../../../shared/ipc/process-calls.ts';
import { toErrorData } from '../ipc/answer-call.ts';
import { isKeychainAvailable, unwrapKey, wrapKey } from '../keychain/keychain.ts';
import { logFact, logUnexpected } from '../log/log.ts';
import { renderPdf } from '../windows/render-pdf.ts';
import { type DataProcess, superviseDataProcess } from './data-process.ts';
import { forkDataProcess } from './fork-data-process.ts';

export interface OpenDataProcessOptions {
  readonly directory: string;
  readonly script: string;
  readonly demo: boolean;
  readonly onEvent: (name: string, payload: unknown) => void;
  readonly onRestarted: (times: number) => void;
}

/** Starts the data process with what only main has: the keychain and a window to print from. */
export function openDataProcess(options: OpenDataProcessOptions): DataProcess {
  const start = (): DataProcessStart => ({
    directory: options.directory,
    appVersion: app.getVersion(),
    tool: options.demo ? 'demo' : 'app',
    nativeBinding: process.env.HEARTH_SQLITE_BINDING ?? null,
    online: net.isOnline(),
    keychainAvailable: isKeychainAvailable(),
  });
  return superviseDataProcess({
    fork: () => forkDataProcess(options.script, (bytes) => logFact('warn', 'data-process-printed', { bytes })),
    start,
    answer: {
      'keychain.wrap': wrapKey,
      'keychain.unwrap': unwrapKey,
      'pdf.render': renderPdf,
      // A question about settings: no connection is made by it.
      'proxy.resolve': (origin) => session.defaultSession.resolveProxy(origin),
    },
    onEvent(name, payload) {
      if (name === 'log.unexpected') logDataError(payload);
      else options.onEvent(name, payload);
    },
    toErrorData: (error) => toErrorData(error, logUnexpected),
    onRestarted: options.onRestarted,
    onDied: (code, times) => logFact('error', 'data-process-died', { code, times }),
    wait: (milliseconds, then) => void setTimeout(then, milliseconds),
  });
}

/** The data process has no log of its own: it says where an unexpected error came from, already without content. */
function logDataError(payload: unknown): void {
  const { reference, where } = payload as { reference: string; where: string };
  logFact('error', 'data-error', { reference, where });
}
