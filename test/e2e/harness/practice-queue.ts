import { expect, type Page } from '@playwright/test';
import type { SettingKey, SettingValueOf } from '../../../shared/settings/settings.ts';
import { answerOf } from './call-hearth.ts';

export const practicePassphrase = 'a quiet room with good light';

/**
 * From a new profile to the queue of the practice community: the store is made, its first reports are read, and nothing is
 * sent before the test says so.
 */
export async function openPracticeQueue(
  page: Page,
  looks: { [Key in SettingKey]?: SettingValueOf<Key> } = {},
): Promise<void> {
  await answerOf(page, 'vault.create', { protection: 'passphrase', passphrase: practicePassphrase });
  for (const [key, value] of Object.entries(looks)) await answerOf(page, 'settings.set', { key, value });
  await answerOf(page, 'practice.start', {});
  await expect
    .poll(
      async () => {
        const { lastSyncAt, syncs } = await answerOf(page, 'sync.status', {});
        return lastSyncAt !== null && syncs.every(({ phase }) => phase === 'idle');
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await answerOf(page, 'sync.setWorkOffline', { workOffline: true });
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
}
