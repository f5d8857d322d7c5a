import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type LaunchOptions, launchHearth, type RunningHearth } from './launch-hearth.ts';

export interface HearthFixtures {
  /** A temporary profile folder, removed after a green test. */
  readonly profile: string;
  /** Starts the app; call it again to start it again on the same profile. Every start is closed after the test. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<RunningHearth>;
  /** The app, started once with default options. */
  readonly hearth: RunningHearth;
}

/**
 * `test` for specs that drive the real application. After each test the window must have shown no error: no console
 * error, no thrown error, no broken content policy. On failure a picture and the logs stay, and their place is printed.
 */
export const test = base.extend<HearthFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from this pattern.
  profile: async ({}, use, testInfo) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hearth-profile-'));
    await use(folder);
    if (testInfo.status === testInfo.expectedStatus) rmSync(folder, { recursive: true, force: true });
  },

  launch: async ({ profile }, use, testInfo) => {
    const started: RunningHearth[] = [];
    await use(async (options = {}) => {
      const output = testInfo.outputPath(`start-${started.length + 1}`);
      const running = await launchHearth({ profile, output, ...options });
      started.push(running);
      return running;
    });
    const wrong = testInfo.status !== testInfo.expectedStatus;
    for (const running of started) {
      if (wrong) await keepEvidence(running);
      await running.close();
    }
    const problems = started.flatMap((running) => running.problems);
    if (wrong || problems.length > 0) {
      process.stdout.write(`    logs: ${testInfo.outputDir}\n    profile: ${profile}\n`);
    }
    expect(problems, 'errors the window showed').toEqual([]);
  },

  hearth: async ({ launch }, use) => {
    await use(await launch());
  },
});

export { expect };

async function keepEvidence(running: RunningHearth): Promise<void> {
  await running.page.screenshot({ path: path.join(running.output, 'failure.png'), timeout: 5000 }).catch(() => {});
  const log = path.join(running.profile, 'logs', 'hearth.log');
  if (existsSync(log))
    process.stdout.write(`    hearth.log:\n${readFileSync(log, 'utf8').split('\n').slice(-20).join('\n')}\n`);
}
