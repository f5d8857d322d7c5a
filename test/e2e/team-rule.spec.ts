import path from 'node:path';
import { expectAccessible } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { importCommunity, openNewStore, openRoom } from './harness/community-of-activities.ts';
import { expect, test } from './harness/hearth-test.ts';

for (const [language, words] of [
  [
    'en',
    {
      details: 'Details',
      label: /Count the team among members/,
      no: 'No',
      yes: 'Yes',
      next: /your team is not counted/,
      meaning: 'What this means',
      counted: 'Your team is counted among members',
    },
  ],
  [
    'ar',
    {
      details: 'التفاصيل',
      label: /عدّ الفريق بين الأعضاء/,
      no: 'لا',
      yes: 'نعم',
      next: /لا يُعدّ فريقك/,
      meaning: 'ماذا يعني هذا',
      counted: 'يُعدّ فريقك بين الأعضاء',
    },
  ],
] as const) {
  test(`whether the team counts is chosen for a community, from the next quarter on, in ${language}`, async ({
    hearth,
  }) => {
    const { page, output } = hearth;
    await openNewStore(page, { language });
    const communityId = await importCommunity(hearth);
    await openRoom(page, 'communities');
    await page.getByRole('main').locator('.ui-disclosure').first().click();
    const choice = page.getByRole('button', { name: words.label });
    await expect(choice).toContainText(words.yes);
    await choice.click();
    await page.getByRole('option', { name: words.no, exact: true }).click();
    await expect(page.getByText(words.next)).toBeVisible();
    const { changesFrom } = await answerOf(page, 'communities.teamRule', { communityId });
    expect(await answerOf(page, 'communities.teamRule', { communityId })).toMatchObject({
      isCounted: true,
      next: { from: changesFrom, isCounted: false },
    });
    await choice.scrollIntoViewIfNeeded();
    await page.screenshot({ path: path.join(output, `team-rule-${language}.png`), animations: 'disabled' });
    await expectAccessible(page);

    // Until then everything is counted as it was, and says so.
    await openRoom(page, 'health/resilience');
    await page.getByRole('button', { name: words.meaning }).first().click();
    await expect(page.getByText(words.counted).first()).toBeVisible();
    await page.screenshot({ path: path.join(output, `team-counted-${language}.png`), animations: 'disabled' });

    await openRoom(page, 'communities');
    await page.getByRole('main').locator('.ui-disclosure').first().click();
    await page.getByRole('button', { name: words.label }).click();
    await page.getByRole('option', { name: words.yes, exact: true }).click();
    await expect(page.getByText(words.next)).toHaveCount(0);
    expect(await answerOf(page, 'communities.teamRule', { communityId })).toMatchObject({ next: null });
  });
}
