import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { SettingKey, SettingValueOf } from '../../../shared/settings/settings.ts';
import { activityFile } from '../../builders/activity-file.ts';
import { answerOf } from './call-hearth.ts';
import { answerDialogs } from './file-dialogs.ts';
import type { RunningHearth } from './launch-hearth.ts';

export type Looks = { readonly [Key in SettingKey]?: SettingValueOf<Key> };

/** A new store under a passphrase, with settings, and the window loaded anew so that it shows them. */
export async function openNewStore(page: Page, looks: Looks = {}): Promise<void> {
  await answerOf(page, 'vault.create', { protection: 'passphrase', passphrase: 'a quiet room with good light' });
  for (const [key, value] of Object.entries(looks)) await answerOf(page, 'settings.set', { key, value });
}

/** A community made for imports, and the activities of a file in it. */
export async function importCommunity(
  hearth: RunningHearth,
  { name = 'Rainbow Harbour', text = activityFile(), holdsPersonalData = true } = {},
): Promise<number> {
  const { app, page, output } = hearth;
  const file = path.join(output, 'activities.csv');
  writeFileSync(file, text);
  await answerDialogs(app, { open: file });
  await answerOf(page, 'app.chooseFile', { purpose: 'import' });
  const community = await answerOf(page, 'communities.createForImport', { name, timeZone: 'UTC', holdsPersonalData });
  const { suggested: mapping } = await answerOf(page, 'imports.inspect', { file });
  const { jobId } = await answerOf(page, 'imports.start', {
    file,
    mapping,
    timeZone: 'UTC',
    communityId: community.id,
  });
  await expectJob(page, jobId);
  return community.id;
}

/** Waits until a job has finished; any other end is an error. */
export async function expectJob(page: Page, jobId: string): Promise<void> {
  const stateOf = async () => (await answerOf(page, 'jobs.list', null)).find((job) => job.jobId === jobId);
  await expect.poll(async () => (await stateOf())?.state, { timeout: 60_000 }).not.toBe('running');
  const job = await stateOf();
  expect(job).toMatchObject({ state: 'finished', errorCode: null });
}

/** Opens a room by its address, as a link would. */
export async function openRoom(page: Page, room: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${room}`);
}
