import { answerOf } from './harness/call-hearth.ts';
import { openRoom } from './harness/community-of-activities.ts';
import { expect, test } from './harness/hearth-test.ts';
import { openPracticeQueue } from './harness/practice-queue.ts';

test.describe('what is fresh', () => {
  test('is told for a connected server, with why something is missing, and how often it is read can be chosen', async ({
    hearth,
  }) => {
    const { page } = hearth;
    await openPracticeQueue(page, { language: 'en' });
    await answerOf(page, 'sync.setWorkOffline', { workOffline: false });
    await openRoom(page, 'communities');
    await page.getByRole('button', { name: /What it offers/ }).click();
    const table = page.getByRole('region', { name: /^What is fresh in/ });
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(table.getByRole('row', { name: /Members’ activities/ })).toContainText('Hearth does not read it yet');
    await expect(table.getByRole('row', { name: /^New reports/ })).not.toContainText('Never yet');

    await page.getByRole('button', { name: /Read this server/ }).click();
    await page.getByRole('option', { name: 'Only when I ask for it' }).click();
    await expect(table.getByRole('row', { name: /^New reports/ })).toContainText('Read only when you ask for it');
    const [freshness] = await answerOf(page, 'sync.freshness', {});
    expect(freshness).toMatchObject({ ownInterval: 0, everyMinutes: 0 });
  });

  test('stands on the data status screen in Arabic, too', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, { language: 'ar' });
    await openRoom(page, 'health/status');
    const table = page.getByRole('region', { name: /^حداثة البيانات في/ });
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(table.getByRole('row', { name: /^البلاغات الجديدة/ })).toContainText('تعملون دون اتصال');
  });
});
