import { utilityProcess } from 'electron';
import type { ChildProcess } from './data-process.ts';

/**
 * Starts the bundled data process. It gets the few environment variables a process needs to run at all, none of the
 * person's own: names of accounts and tokens live there.
 */
export function forkDataProcess(script: string, onOutput: (bytes: number) => void): ChildProcess {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Hearth data',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: pickEnvironment(process.env),
  });
  // What a library prints may quote content. Its size is all that is kept.
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => onOutput(chunk.length));
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}

const passedOn = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TEMP', 'TMP', 'TMPDIR', 'SystemRoot', 'NODE_EXTRA_CA_CERTS'];
const proxySettings = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

function pickEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = [...passedOn, ...proxySettings].map((name) => [name, environment[name]] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
