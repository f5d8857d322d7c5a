import { resolve } from 'node:path';
import type { BenchProfile } from './bench-run.ts';
import { type LaunchedWindow, launchWindow } from './launch-window.ts';
import { armKeyPress } from './page-clock.ts';

/** Starts the built app on the filled profile. */
export function launchHearth(profile: BenchProfile): Promise<LaunchedWindow> {
  return launchWindow(resolve('.'), { HEARTH_PROFILE: profile.directory });
}

/** Types the passphrase and answers how long it took from the last key until a line of the queue was painted. */
export async function unlock({ page }: LaunchedWindow, profile: BenchProfile): Promise<number> {
  const field = page.locator('input[type=password]');
  await field.fill(profile.passphrase, { timeout: 60_000 });
  const timed = await armKeyPress(page, { selector: '.queue-row .queue-cell-reports' });
  await field.press('Enter');
  return timed();
}
