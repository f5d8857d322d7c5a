import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { watchWindow } from './watch-window.ts';

export interface LaunchOptions {
  /** The profile folder. Give the same one twice to start the app again on its own data. */
  readonly profile: string;
  /** Where logs and pictures of this run go. */
  readonly output: string;
  /** Language and region the system reports, as in "ar-EG". */
  readonly locale?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

export interface RunningHearth {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  readonly output: string;
  /** What went wrong in the window so far; empty in a healthy run. A test that provokes an error takes it out. */
  readonly problems: string[];
  /** Closes the app and waits for its end. Safe to call twice. */
  readonly close: () => Promise<void>;
  /** Ends every process of the app at once, as a power cut would. */
  readonly kill: () => Promise<void>;
}

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Starts the built application in real Electron and waits for its window. The command line of `npm run e2e` has prepared
 * runtime, database addon and display. HEARTH_PACKAGED names a packaged executable to test instead.
 */
export async function launchHearth(options: LaunchOptions): Promise<RunningHearth> {
  const packaged = process.env.HEARTH_PACKAGED;
  const runtime = packaged ?? process.env.HEARTH_ELECTRON;
  if (!runtime) throw new Error('No Electron was prepared. Run: npm run e2e');
  if (!(packaged || existsSync(path.join(repository, 'dist/main/start.js'))))
    throw new Error('Run first: npm run build');
  mkdirSync(options.output, { recursive: true });
  const start = () =>
    _electron.launch({
      executablePath: runtime,
      args: [
        ...(packaged ? [] : [repository]),
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        // A virtual display has no graphics card; asking for one only costs time.
        '--disable-gpu',
        ...(options.locale ? [`--lang=${options.locale}`] : []),
        ...(options.args ?? []),
      ],
      env: {
        ...definedOnly(process.env),
        LANG: `${(options.locale ?? 'en-GB').replace('-', '_')}.UTF-8`,
        HEARTH_PROFILE: options.profile,
        ...options.env,
      },
      // The first start of a run reads all of Electron from a cold disk.
      timeout: 70_000,
    });
  // Now and then Electron stands still before its first window on a busy machine, and is gone after the time-out.
  const app = await start().catch((error: unknown) => {
    console.warn('Electron did not start; it is started once more.', error instanceof Error ? error.name : '');
    return start();
  });
  const processLog = path.join(options.output, 'process.log');
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => appendFileSync(processLog, chunk));
  }
  const page = await app.firstWindow();
  const watch = watchWindow(page);
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const writeLog = () => writeFileSync(path.join(options.output, 'window.log'), watch.lines.join('\n'));
  return {
    app,
    page,
    profile: options.profile,
    output: options.output,
    problems: watch.problems,
    async close() {
      writeLog();
      await app.close().catch(() => {});
      await ended;
    },
    async kill() {
      writeLog();
      for (const pid of processTree(child.pid)) tryToKill(pid);
      await ended;
    },
  };
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...rest } = environment;
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A process and all that came from it, parents last. Linux only, like the virtual display. */
function processTree(root: number | undefined): number[] {
  if (root === undefined) return [];
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we were reading.
    }
  }
  const childrenOf = (pid: number): number[] => [...parents].filter(([, parent]) => parent === pid).map(([id]) => id);
  return [...childrenOf(root).flatMap(processTree), root];
}

function tryToKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
