import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';

export interface LaunchedWindow {
  readonly page: Page;
  /** When the process was started, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Memory of all its processes in MiB. */
  readonly memory: () => Memory;
  readonly close: () => Promise<void>;
}

export interface Memory {
  /** Pages that several processes share are counted once, in parts. */
  readonly proportional: number;
  /** Pages that several processes share are counted once for each of them. */
  readonly resident: number;
}

/**
 * Starts Electron on an app folder and connects to its window. Not through Playwright's own launcher: that holds the app
 * back until it has connected, which would add the same wait to both sides of a ratio and so flatter it.
 */
export async function launchWindow(appFolder: string, env: Readonly<Record<string, string>>): Promise<LaunchedWindow> {
  const runtime = process.env.HEARTH_ELECTRON;
  if (!runtime) throw new Error('No Electron was prepared. Run: npm run bench');
  const flags = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--remote-debugging-port=0'];
  const startedAt = Date.now();
  const child = spawn(runtime, [appFolder, ...flags], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const browser = await chromium.connectOverCDP(await readDebuggingAddress(child));
    const page = await firstPage(browser);
    return {
      page,
      startedAt,
      memory: () => readMemory(child.pid ?? 0),
      close: () => end(child, browser),
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function readDebuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) =>
      reject(new Error(`Electron ended with ${code} before its window opened:\n${printed}`)),
    );
  });
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('Electron has no browser context');
  return context.pages()[0] ?? (await context.waitForEvent('page', { timeout: 60_000 }));
}

async function end(child: ChildProcess, browser: Browser): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  await browser.close().catch(() => {});
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(patience);
}

function readMemory(root: number): Memory {
  let proportional = 0;
  let resident = 0;
  for (const pid of processTree(root)) {
    const [first, second] = [/^Pss:\s+(\d+)/m, /^Rss:\s+(\d+)/m].map((pattern) => readRollup(pid, pattern));
    proportional += first ?? 0;
    resident += second ?? 0;
  }
  return { proportional: proportional / 1024, resident: resident / 1024 };
}

function readRollup(pid: number, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    // It ended while we were reading.
    return 0;
  }
}

/** A process and all that came from it. Linux only, like the virtual display. */
function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we were reading.
    }
  }
  const withChildren = (pid: number): number[] => [
    pid,
    ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => withChildren(child)),
  ];
  return withChildren(root);
}
