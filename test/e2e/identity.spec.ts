import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { importCommunity, openNewStore, openRoom } from './harness/community-of-activities.ts';
import { answerDialogs } from './harness/file-dialogs.ts';
import { expect, test } from './harness/hearth-test.ts';
import type { RunningHearth } from './harness/launch-hearth.ts';

const people = Array.from({ length: 30 }, (_, at) => `p${at}`);
const activities = ['member,at', ...people.map((name, at) => `${name},2026-03-${10 + (at % 20)}T10:00:00Z`), ''].join(
  '\n',
);

/** Thirty people: two too young, three who did not agree, one whom nobody knows, one with words of their own. */
const survey = [
  'Member,I agree,Submitted,Age,gender',
  ...people.map((name, at) => {
    const age = at < 2 ? 16 : 20 + at;
    const gender = ['woman', 'man', 'non-binary;woman', 'prefer not to say'][at % 4];
    return `${name},${at > 26 ? 'no' : 'yes'},2026-04-01,${age},${at === 10 ? 'starlit' : gender}`;
  }),
  'stranger,yes,2026-04-01,40,man',
  '',
].join('\n');

/** A picture of the whole room, kept beside the logs for people to look at. */
async function picture({ page, output }: RunningHearth, name: string): Promise<void> {
  const height = await page.evaluate(() => document.querySelector('.ui-page')?.scrollHeight ?? 800);
  await page.setViewportSize({ width: 1280, height: Math.min(6000, height + 160) });
  await page.screenshot({ path: path.join(output, `identity-${name}.png`), animations: 'disabled' });
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function choose({ app, page, output }: RunningHearth, button: string): Promise<void> {
  const file = path.join(output, 'survey.csv');
  writeFileSync(file, survey);
  await answerDialogs(app, { open: file });
  await page.getByRole('button', { name: button }).click();
}

/** The question in the middle of the screen; notices in the corner have the same role. */
const dialog = (page: Page) => page.locator('.ui-dialog');

const expectNothingOf = async (page: Page, words: readonly string[]) => {
  for (const word of words) await expect(page.locator('main')).not.toContainText(word);
};

test('identity answers come in with consent, leave with a withdrawal, and are nowhere to be seen', async ({
  hearth,
}) => {
  const { app, page, output } = hearth;
  await openNewStore(page, { language: 'en' });
  const communityId = await importCommunity(hearth, { text: activities });
  await openRoom(page, 'identity');
  await expect(page.getByText('Nobody sees what a person answered.')).toBeVisible();
  await expect(page.getByText('Add the questions of your survey first.')).toBeVisible();
  await expectAccessible(page);

  // What may not be asked is refused with a reason; the template is taken once its use is named.
  await page.getByRole('button', { name: 'Add a question' }).click();
  const wording = page.getByRole('textbox', { name: 'The question, in the words people are asked with' });
  await page.getByRole('button', { name: 'Save question' }).click();
  await expect(page.getByText('Say what the answers will be used for.')).toBeVisible();
  await page.getByRole('textbox', { name: 'What the answers will be used for' }).fill('To see who finds a welcome');
  await wording.fill('What sex were you assigned at birth?');
  await page.getByRole('button', { name: 'Save question' }).click();
  await expect(page.getByText('Hearth does not ask for sex assigned at birth')).toBeVisible();
  await wording.fill('Which of these describe your gender?');
  await picture(hearth, 'form-en');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save question' }).click();
  await expect(page.getByRole('heading', { name: 'Which of these describe your gender?' })).toBeVisible();

  await choose(hearth, 'Choose a survey file');
  await expect(page.getByText('25 lines can be read in.')).toBeVisible();
  await expect(page.getByRole('row', { name: /The person is too young.\s*2/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /There is no consent.\s*3/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read in' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Which consent text they agreed to' }).fill('Spring 2026');
  await picture(hearth, 'survey-en');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Read in' }).click();
  await expect(page.getByText('Lines read: 31. Taken: 25.')).toBeVisible({ timeout: 30_000 });
  await expectNothingOf(page, ['starlit', 'stranger', 'p10']);
  await page.getByRole('button', { name: 'Done' }).click();

  // How many were asked is corrected afterwards, by keyboard, and what was noted is nowhere to be read.
  const asks = page.getByRole('button', { name: 'How many were asked: Which of these describe your gender?' });
  await asks.press('Enter');
  const number = page.getByRole('textbox', { name: 'How many people got this question so far' });
  await expect(number).toBeFocused();
  await number.fill('none');
  await expect(page.getByText('Write a whole number, or leave it empty.')).toBeVisible();
  await number.fill('4321');
  await picture(hearth, 'asked-en');
  await expectAccessible(page);
  await number.press('Enter');
  await expect(page.getByText('Noted how many were asked')).toBeVisible();
  await expectNothingOf(page, ['4321', '4,321']);
  expect(await answerOf(page, 'identity.state', { communityId })).toMatchObject({ askedNoted: ['gender'] });

  // The file of one person is for that person; the screen shows none of it.
  const record = path.join(output, 'record.json');
  await answerDialogs(app, { save: record });
  const member = page.getByRole('textbox', { name: 'Member' });
  await member.fill('p10');
  await page.getByRole('button', { name: 'Save what is kept of them' }).click();
  await expect(page.getByText('The file is for this person alone')).toBeVisible();
  expect(readFileSync(record, 'utf8')).toContain('starlit');
  await expectNothingOf(page, ['starlit']);
  await page.getByRole('button', { name: 'Withdraw consent' }).click();
  await expect(dialog(page)).toContainText('If there are answers of theirs, they are removed now.');
  await page.screenshot({ path: path.join(output, 'identity-withdraw-en.png') });
  await dialog(page).getByRole('button', { name: 'Withdraw consent' }).click();
  await expect(page.getByText('Done. If there were answers, they are gone')).toBeVisible();
  await answerOf(page, 'identity.export', { communityId, member: 'p10', file: record });
  expect(readFileSync(record, 'utf8')).not.toContain('starlit');
  await member.fill('nobody at all');
  await page.getByRole('button', { name: 'Save what is kept of them' }).click();
  await expect(page.getByText('The community knows no such member, or more than one.')).toBeVisible();

  // The threshold only rises, and says so first.
  await page.getByRole('button', { name: /A group is shown above this many people/ }).click();
  await page.getByRole('option', { name: '12', exact: true }).click();
  await expect(dialog(page)).toContainText('Groups of 12 people or fewer will be hidden.');
  await dialog(page).getByRole('button', { name: 'Raise' }).click();
  await expect.poll(async () => (await answerOf(page, 'identity.state', { communityId })).threshold).toBe(12);
  await picture(hearth, 'filled-en');

  await answerOf(page, 'settings.set', { key: 'language', value: 'ar' });
  await page.reload();
  await openRoom(page, 'identity');
  await expect(page.getByRole('heading', { level: 1, name: 'إجابات الهوية' })).toBeVisible();
  await choose(hearth, 'اختر ملف الاستبيان');
  await expect(page.getByText('ما سيُقرأ')).toBeVisible();
  await picture(hearth, 'filled-ar');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'أضف سؤالًا' }).click();
  await expect(page.getByText('أفضّل عدم القول').first()).toBeVisible();
  await picture(hearth, 'form-ar');

  const file = path.join(hearth.profile, 'identity.db');
  expect(existsSync(file)).toBe(true);
  await page.getByRole('button', { name: 'امحُ كل الإجابات' }).click();
  await dialog(page).getByRole('button', { name: 'امحُ كل الإجابات' }).click();
  await expect.poll(() => existsSync(file)).toBe(false);
  expect(await answerOf(page, 'identity.state', { communityId })).toMatchObject({ state: 'empty', threshold: 12 });
});
