import { HearthError } from '../../../shared/ipc/errors.ts';
import { createPeer, type Peer, type PeerOptions } from '../../../shared/ipc/peer.ts';
import type { DataProcessCalls, DataProcessStart, HostCalls } from '../../../shared/ipc/process-calls.ts';
import { restartDelay } from './restart-delay.ts';

/** The child process as far as this file needs it, so that tests can kill one without Electron. */
export interface ChildProcess {
  readonly postMessage: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (code: number) => void) => void;
  readonly kill: () => void;
}

export interface DataProcessOptions {
  readonly fork: () => ChildProcess;
  readonly start: () => DataProcessStart;
  readonly answer: PeerOptions<HostCalls>['answer'];
  readonly onEvent: (name: string, payload: unknown) => void;
  readonly toErrorData: PeerOptions<HostCalls>['toErrorData'];
  /** Told after every unexpected death, once the next process is up: how many deaths there were so far. */
  readonly onRestarted: (times: number, sqlite: string) => void;
  readonly onDied: (code: number, times: number) => void;
  readonly wait: (milliseconds: number, then: () => void) => void;
}

export interface DataProcess {
  readonly call: Peer<DataProcessCalls>['call'];
  /** Starts the process and answers the version of its database. Also after it was given up for dead. */
  readonly ready: () => Promise<{ sqlite: string }>;
  /** Closes the store and ends the process. Nothing is restarted afterwards. */
  readonly close: () => Promise<void>;
}

/** How long a process must have lived for its death to count as the first again, in milliseconds. */
const settled = 60_000;

/**
 * Keeps one data process alive. When it dies, every call that waits is answered 'data-process-gone' at once, and a new
 * process is started after a pause that doubles with every death in a row.
 */
export function superviseDataProcess(options: DataProcessOptions, now: () => number = Date.now): DataProcess {
  let current: { peer: Peer<DataProcessCalls>; ready: Promise<{ sqlite: string }>; child: ChildProcess } | null = null;
  let deaths = 0;
  let deathsInRow = 0;
  let closing = false;

  function launch(): NonNullable<typeof current> {
    const child = options.fork();
    const startedAt = now();
    const peer = createPeer<DataProcessCalls, HostCalls>({
      post: child.postMessage,
      answer: options.answer,
      onEvent: options.onEvent,
      toErrorData: options.toErrorData,
    });
    child.onMessage(peer.receive);
    child.onExit((code) => {
      peer.end('data-process-gone');
      current = null;
      if (closing) return;
      deaths += 1;
      deathsInRow = now() - startedAt > settled ? 1 : deathsInRow + 1;
      options.onDied(code, deaths);
      options.wait(restartDelay(deathsInRow), relaunch);
    });
    const ready = peer.call('process.start', options.start());
    // Whoever calls sees the failure; without a caller the exit above is what tells of it.
    ready.catch(() => {});
    current = { peer, ready, child };
    return current;
  }

  function relaunch(): void {
    if (closing || current !== null) return;
    const times = deaths;
    launch().ready.then(
      ({ sqlite }) => options.onRestarted(times, sqlite),
      () => {},
    );
  }

  launch();
  return {
    async call(name, input) {
      if (current === null) throw new HearthError('data-process-gone');
      const { peer, ready } = current;
      await ready;
      return peer.call(name, input);
    },
    ready: () => (current === null ? Promise.reject(new HearthError('data-process-gone')) : current.ready),
    async close() {
      closing = true;
      if (current === null) return;
      const { peer, child } = current;
      const ended = new Promise<void>((resolve) => child.onExit(() => resolve()));
      await peer.call('process.close', null).catch(() => {});
      child.kill();
      await ended;
    },
  };
}
