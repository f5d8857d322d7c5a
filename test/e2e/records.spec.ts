import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { recordKindIds } from '../../shared/domain/health/records.ts';
import { expectAccessible } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { importCommunity, openNewStore, openRoom } from './harness/community-of-activities.ts';
import { answerDialogs } from './harness/file-dialogs.ts';
import { expect, test } from './harness/hearth-test.ts';
import type { RunningHearth } from './harness/launch-hearth.ts';

const acts = [
  'from,to,at,space',
  'anna,ben,2026-03-02T10:00:00Z,welcome',
  'ben,anna,2026-03-02T10:05:00Z,book-talk',
  '',
].join('\n');

async function openRecords(hearth: RunningHearth, language: 'en' | 'ar', kind: string): Promise<number> {
  await openNewStore(hearth.page, { language });
  const communityId = await importCommunity(hearth, { text: acts });
  await openRoom(hearth.page, `records/${kind}`);
  return communityId;
}

async function choose(page: Page, label: string | RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function chooseFile({ app, page, output }: RunningHearth, name: string, text: string): Promise<void> {
  const file = path.join(output, name);
  writeFileSync(file, text);
  await answerDialogs(app, { open: file });
  await page.getByRole('button', { name: /Choose (a|another) file/ }).click();
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

test('writes an event down, changes it, removes it and takes that back', async ({ hearth }) => {
  const { page } = hearth;
  await openRecords(hearth, 'en', 'event');
  await expect(page.getByRole('heading', { name: 'Nothing written down yet' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await save(page).click();
  await expect(page.getByText('3 fields need another look.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('Book club');
  await choose(page, /Kind/, 'Book club');
  await page.getByRole('textbox', { name: 'Day' }).fill('2026-03-12');
  await save(page).click();
  await expect(page.getByRole('rowheader', { name: 'Book club' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('12 Mar 2026');

  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('textbox', { name: /Series/ }).fill('Evenings');
  await save(page).click();
  await expect(page.getByRole('cell', { name: 'Evenings' })).toBeVisible();

  await page.getByRole('searchbox').fill('nothing like it');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing written down yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('cell', { name: 'Evenings' })).toBeVisible();
  await expectAccessible(page);
});

test('imports a list of one event, and says which lines it could not take', async ({ hearth }) => {
  const { page, output } = hearth;
  const communityId = await openRecords(hearth, 'en', 'attendance');
  const event = { name: 'Book club', kind: 'book-club', day: '2026-03-12' };
  await answerOf(page, 'records.save', { communityId, kind: 'event', recordId: null, values: event });
  await page.getByRole('button', { name: 'Import a file' }).click();
  await chooseFile(hearth, 'list.csv', 'Attendee,Present,Minutes\nanna,yes,80\nben,perhaps,\ncleo,no,\n');
  await expect(page.getByText('Say first where each needed field comes from.')).toBeVisible();
  await page.screenshot({ path: path.join(output, 'records-mapping-en.png') });
  await choose(page, /Event.*needed/, 'The same for every line');
  await choose(page, /Event.*, for every line/, 'Book club (2026-03-12)');
  const [preview, rejects] = [page.getByRole('table').first(), page.getByRole('table').nth(1)];
  await expect(preview.getByRole('row')).toHaveCount(3);
  await expect(rejects.getByRole('row')).toHaveCount(2);
  await expect(rejects).toContainText('This is neither yes nor no.');
  await expect(page.locator('main')).not.toContainText('perhaps');
  await page.screenshot({ path: path.join(output, 'records-preview-en.png'), fullPage: true });
  await expectAccessible(page);
  expect((await answerOf(page, 'records.list', { communityId, kind: 'attendance' })).total).toBe(0);

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Added: 2. Changed: 0. Already known: 0. Not taken: 1.')).toBeVisible();
  await expect(page.getByText('1 name was new and has been added to the members.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the list' }).last().click();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test('links two accounts of one person, counts them as one, and takes that back', async ({ hearth }) => {
  const { page, output } = hearth;
  const communityId = await openRecords(hearth, 'en', 'linkedAccount');
  const members = async () => (await answerOf(page, 'health.status', { communityId })).members;
  expect(await members()).toMatchObject({ value: 2 });
  await expect(page.getByText('can be a secret that keeps them safe')).toBeVisible();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('textbox', { name: 'Account' }).fill('anna');
  await page.getByRole('textbox', { name: 'Same person as' }).fill('@Anna');
  await page.getByRole('textbox', { name: 'They said so on' }).fill('2026-03-05');
  await choose(page, /Where they said so/, 'On their own profile');
  await save(page).click();
  await expect(page.getByText('This is the same account twice.')).toBeVisible();
  await page.screenshot({ path: path.join(output, 'linked-form-en.png'), fullPage: true });
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Same person as' }).fill('ben');
  await save(page).click();
  await expect(page.getByRole('rowheader', { name: 'anna' })).toBeVisible();
  await page.screenshot({ path: path.join(output, 'linked-list-en.png'), fullPage: true });
  expect(await members()).toMatchObject({ value: 1 });
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing written down yet' })).toBeVisible();
  expect(await members()).toMatchObject({ value: 2 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('rowheader', { name: 'anna' })).toBeVisible();
  expect(await members()).toMatchObject({ value: 1 });

  await page.getByRole('button', { name: 'Import a file' }).click();
  const lines = ['account,same as,date,how', 'ben,anna,2026-03-05,own-profile', 'ben,nobody,2026-03-05,survey', ''];
  await chooseFile(hearth, 'links.csv', lines.join('\n'));
  await expect(page.getByText('No member of this community has this name.')).toBeVisible();
  await page.screenshot({ path: path.join(output, 'linked-preview-en.png'), fullPage: true });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Added: 0. Changed: 0. Already known: 1. Not taken: 1.')).toBeVisible();
});

test('refuses a survey that names people, and shows no answer of one that does not', async ({ hearth }) => {
  const { page } = hearth;
  const communityId = await openRecords(hearth, 'en', 'surveyAnswer');
  const wave = { name: 'Spring', kind: 'safety', day: '2026-05-01', scaleLow: '1', scaleHigh: '5' };
  await answerOf(page, 'records.save', { communityId, kind: 'survey', recordId: null, values: wave });
  await page.getByRole('button', { name: 'Import a file' }).click();
  await chooseFile(hearth, 'named.csv', 'E-mail,I am heard\nanna@garden.example,5\n');
  await expect(page.getByText('This file says who answered')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeHidden();
  await chooseFile(hearth, 'plain.csv', 'Timestamp,I am heard,I am safe\n1772668800,5,4\n1772668900,2,1\n');
  await expect(page.getByRole('checkbox', { name: 'I am safe' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Timestamp' })).not.toBeChecked();
  await choose(page, /Wave.*needed/, 'The same for every line');
  await choose(page, /Wave.*, for every line/, 'Spring');
  await expect(page.getByText('Answers can be read. They are not shown.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Added: 2.')).toBeVisible();
});

test('says what spaces are for, and hands out an empty file to fill in', async ({ hearth }) => {
  const { app, page, output } = hearth;
  const communityId = await openRecords(hearth, 'en', 'spaces');
  await choose(page, /Purpose of.*welcome/, 'Introductions');
  await expect
    .poll(async () => (await answerOf(page, 'spaces.list', { communityId })).map(({ purpose }) => purpose))
    .toEqual(['', 'introductions']);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Partners', exact: true }).click();
  await page.getByRole('button', { name: 'Import a file' }).click();
  const file = path.join(output, 'partners.csv');
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: 'Save an empty file to fill in' }).click();
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('name,kind,since,until');
});

test('a benchmark is noted of the questions and answers there are, and what fits none is listed', async ({
  hearth,
}) => {
  const { page, output } = hearth;
  const communityId = await openRecords(hearth, 'en', 'benchmark');
  const answer = (code: string, label: string) => ({ code, labels: { en: label }, written: [] });
  await answerOf(page, 'identity.saveQuestion', {
    communityId,
    question: {
      key: 'gender',
      kind: 'gender',
      purpose: 'To see who finds a welcome.',
      wording: { en: 'Which of these describe you?' },
      answers: [answer('woman', 'Woman'), answer('man', 'Man')],
      several: true,
      freeTerm: true,
    },
  });
  const values = {
    question: 'Gender',
    answer: 'female',
    population: 'Residents aged 16 and over',
    year: '2021',
    place: 'Wales',
    wording: 'Which of these describes you?',
    source: 'Census 2021',
    share: '51',
  };
  await answerOf(page, 'records.save', { communityId, kind: 'benchmark', recordId: null, values });
  await expect(page.getByText('1 benchmark is compared with nothing').first()).toBeVisible();
  await expect(page.getByText('The question does not offer this answer.')).toBeVisible();
  await page.screenshot({ path: path.join(output, 'benchmarks-unused-en.png'), fullPage: true });
  await expectAccessible(page);

  await page.getByRole('table').last().getByRole('button').first().click();
  await expect(page.getByRole('button', { name: /^Which of these describe you\?.*Question/ })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'The word' })).toHaveValue('female');
  await expectAccessible(page);
  await choose(page, /Answer$/, 'Woman');
  await expect(page.getByRole('textbox', { name: 'The word' })).toHaveCount(0);
  await save(page).click();
  await expect(
    page.getByRole('rowheader', { name: 'gender' }).or(page.getByRole('rowheader', { name: 'Gender' })),
  ).toBeVisible();
  await expect(page.getByText('compared with nothing')).toHaveCount(0);

  // A new one: the answers are offered once the question is chosen.
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Choose the question first.')).toBeVisible();
  await choose(page, /Question$/, 'Which of these describe you?');
  await choose(page, /Answer$/, 'A word people write themselves');
  await page.getByRole('textbox', { name: 'The word' }).fill('genderqueer');
  await page.screenshot({ path: path.join(output, 'benchmarks-form-en.png'), fullPage: true });
});

for (const language of ['en', 'ar'] as const) {
  test(`can be read and used in ${language}, also where there is little room`, async ({ hearth }) => {
    const { app, page, output } = hearth;
    const communityId = await openRecords(hearth, language, 'benchmark');
    const record = {
      question: language === 'ar' ? 'النوع الاجتماعي' : 'gender',
      answer: language === 'ar' ? 'غير ثنائي' : 'non-binary',
      population: language === 'ar' ? 'السكان من عمر 16 فما فوق' : 'Residents aged 16 and over',
      year: '2021',
      place: language === 'ar' ? 'ويلز' : 'Wales',
      wording: 'Which of these describes you?',
      source: 'Census 2021',
      share: '0.2',
    };
    await answerOf(page, 'records.save', { communityId, kind: 'benchmark', recordId: null, values: record });
    // No question is asked, so it stands in the list of those that nothing is compared with as well.
    await expect(page.getByRole('table')).toHaveCount(2);
    const table = page.getByRole('table').last();
    await expect(table.getByRole('row')).toHaveCount(2);
    await page.screenshot({ path: path.join(output, `records-list-${language}.png`), fullPage: true });
    await expectAccessible(page);
    await table.getByRole('button').first().click();
    await expect(page.getByRole('textbox').first()).toHaveValue(record.question);
    await page.screenshot({ path: path.join(output, `records-form-${language}.png`) });
    await openRoom(page, 'records/attendance');
    // Every kind, what spaces are for, and how long lists of people stay.
    await expect(page.getByRole('navigation').last().getByRole('link')).toHaveCount(recordKindIds.length + 2);
    await page.screenshot({ path: path.join(output, `records-empty-${language}.png`) });
    await expectAccessible(page);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024);
    await page.screenshot({ path: path.join(output, `records-small-${language}.png`) });
    const room = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
    expect(room[0]).toBeLessThanOrEqual(room[1]);
  });
}
