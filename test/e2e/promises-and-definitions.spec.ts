import type { Page } from '@playwright/test';
import { violationsOf } from './harness/axe.ts';
import { openRoom } from './harness/community-of-activities.ts';
import { openFilledPractice } from './harness/filled-practice.ts';
import { expect, test } from './harness/hearth-test.ts';

const words = {
  en: {
    promise: /Promised time for an answer/,
    hours: 'Within 12 hours',
    answered: 'Answered as promised',
    none: 'The community has no promise of its own in force, so one day and two days are told.',
    night: 'Time to a first reply, by night and by day',
    atNight: 'Asked at night, 22:00 to 6:00',
    weeks: 'Sign-ups by week',
    definitions: 'Which definition of coming back is which',
  },
  ar: {
    promise: /الوقت الموعود للجواب/,
    hours: 'خلال 12 ساعة',
    answered: 'ردود في الوقت الموعود',
    none: 'لا وعد خاصًا للمجتمع ساريًا، فيُحكى عن يوم وعن يومين.',
    night: 'الوقت حتى أول ردّ، ليلًا ونهارًا',
    atNight: 'طُرحت ليلًا، من 22:00 إلى 6:00',
    weeks: 'التسجيلات أسبوعًا بأسبوع',
    definitions: 'أيّ تعريف للعودة هو أيّ',
  },
} as const;

const settled = (page: Page) => expect(page.locator('main .ui-skeleton')).toHaveCount(0, { timeout: 60_000 });

for (const language of ['en', 'ar'] as const) {
  test(`a promise counts from the next quarter on, and the charts say what they tell, in ${language}`, async ({
    hearth,
  }) => {
    test.setTimeout(300_000);
    const { page } = hearth;
    const said = words[language];
    await openFilledPractice(page, language);

    await openRoom(page, 'communities');
    await page.locator('main .ui-disclosure').first().click();
    const choice = page.getByRole('button', { name: said.promise });
    await choice.click();
    await page.getByRole('option', { name: said.hours, exact: true }).click();
    await expect(choice).toContainText(said.hours);
    expect(await violationsOf(page)).toEqual([]);

    await openRoom(page, 'health/connection');
    await settled(page);
    await page
      .locator('main label')
      .filter({ has: page.getByRole('switch') })
      .click();
    // What was promised today says nothing of the quarter that is over.
    await expect(page.getByRole('region', { name: said.answered, exact: true })).toContainText(said.none);
    await expect(page.getByRole('region', { name: said.night, exact: true })).toContainText(said.atNight);

    await openRoom(page, 'health/resilience');
    await settled(page);
    const weeks = page.getByRole('region', { name: said.weeks, exact: true });
    await expect(weeks.locator('.ui-metric-finding')).not.toBeEmpty();
    await page.getByRole('button', { name: said.definitions }).click();
    await expect(page.locator('.health-definitions tbody tr')).toHaveCount(8);
    expect(await violationsOf(page)).toEqual([]);
  });
}
