import { misskeyStandIn } from '../stand-ins/misskey/misskey-stand-in.ts';
import { expectAccessible } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { openNewStore, openRoom } from './harness/community-of-activities.ts';
import { expect, test } from './harness/hearth-test.ts';

/** On a platform where posts that are taken down are gone for good. */
test.describe('taking reported posts down', () => {
  for (const [language, words] of [
    [
      'en',
      {
        take: 'Take the reported posts down',
        upheld: 'Upheld',
        reason: 'Reason, for the team',
        sure: 'Submit all the same',
      },
    ],
    ['ar', { take: 'إزالة المنشورات المبلَّغ عنها', upheld: 'محقة', reason: 'السبب، للفريق', sure: 'الحفظ مع ذلك' }],
  ] as const) {
    test(`is asked twice and then done, with the report (${language})`, async ({ hearth }) => {
      const { page } = hearth;
      const standIn = await misskeyStandIn();
      try {
        standIn.addReport();
        const [note] = standIn.server.world.notes;
        await openNewStore(page, { language, theme: 'light' });
        const { origin } = standIn.server;
        const { accessToken } = standIn.credentials;
        await answerOf(page, 'communities.connectWithToken', { address: origin, token: accessToken });
        const waiting = async () => (await answerOf(page, 'queue.page', { filter: {} })).rows.length;
        await expect.poll(waiting, { timeout: 30_000 }).toBe(1);
        await page.reload();
        await openRoom(page, 'queue');
        await expect(page.locator('#queue-line-0')).toBeVisible();
        await page.keyboard.press('j');
        await expect(page.getByRole('heading', { level: 2, name: /H-\d+/ })).toBeVisible();

        const take = page.getByRole('checkbox', { name: words.take });
        // The words are what a person clicks; the box itself is drawn.
        await page.getByText(words.take).click();
        await expect(take).toBeChecked();
        await expect(page.locator('.case-preview-list li').first()).toContainText(
          language === 'en' ? 'Can’t be undone' : 'لا رجعة فيه',
        );
        await page.getByLabel(words.reason).fill('Told somebody that nobody wants them.');
        await expectAccessible(page);
        const { policies } = await answerOf(page, 'case.get', { caseId: 1 });
        expect(policies).toHaveLength(2);
        await page.keyboard.press('Control+Enter');
        const sure = page.getByRole('button', { name: words.sure });
        await expect(sure).toBeVisible();
        await expectAccessible(page);
        await sure.click();
        // A rule is needed where the server has rules.
        await page.locator('.case-decision-scroll button[aria-haspopup="listbox"]').first().click();
        await page.getByRole('option').nth(1).click();
        await page.keyboard.press('Control+Enter');
        await sure.click();
        await expect
          .poll(() => standIn.carriedOut().map(({ kind }) => kind), { timeout: 60_000 })
          .toEqual(['post.remove', 'report.resolve']);
        expect(standIn.server.world.note(note?.id)).toBeUndefined();
        const view = await answerOf(page, 'case.get', { caseId: 1 });
        expect(view.decisions[0]).toMatchObject({ removePosts: true, personEffect: 'none' });
        expect(view.subjects[0]?.versions[0]?.text).toBe('Nobody wants you here.');
      } finally {
        await standIn.server.stop();
      }
    });
  }
});
