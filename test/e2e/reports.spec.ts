import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { activityFile, joiningByMonth } from '../builders/activity-file.ts';
import { expectAccessible } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { importCommunity, openNewStore, openRoom } from './harness/community-of-activities.ts';
import { answerDialogs } from './harness/file-dialogs.ts';
import { expect, test } from './harness/hearth-test.ts';
import { readPdf } from './harness/read-pdf.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../..', import.meta.url));
const everyFile = [
  'community-health.html',
  'community-health.pdf',
  'life-cycle.csv',
  'reciprocity.csv',
  'report.json',
  'return-on-period.csv',
  'stay-curve.csv',
];

/** A file of its own for every metric that has something to tell, named after it. */
const metricFile = /^[razm]\d{1,2}(_[a-z]+)?\.csv$/;

/** Every file of a report has its place; those of the metrics vary with what there is to tell. */
function expectFiles(report: string): readonly string[] {
  const files = readdirSync(report).sort();
  expect(files.filter((name) => !metricFile.test(name))).toEqual(everyFile);
  expect(files.filter((name) => metricFile.test(name)).length).toBeGreaterThan(5);
  return files;
}

/** Numbers of people that rounding to five must have hidden, and the name of the community. */
const secrets = [...joiningByMonth.filter((size) => size > 99 && size % 5 !== 0), 641, 'Rainbow Harbour'];

/** The one report in a folder. */
function reportIn(folder: string): string {
  const made = readdirSync(folder);
  expect(made).toEqual([expect.stringMatching(/^community-health-\d{4}-\d{2}-\d{2}$/)]);
  return path.join(folder, made[0] ?? '');
}

/**
 * Letters in the order they are read, without what stands between them. A PDF holds right-to-left words in the order they
 * are drawn.
 */
function letters(text: string, language: 'en' | 'ar'): string {
  const drawn = [...text.normalize('NFKC').replaceAll(/[^\p{L}]/gu, '')];
  return (language === 'ar' ? drawn.reverse() : drawn).join('');
}

async function expectReadable(file: string, language: 'en' | 'ar', words: readonly string[]): Promise<void> {
  const pdf = await readPdf(file);
  expect(pdf).toMatchObject({ tagged: true, language });
  expect(pdf.pages).toBeGreaterThanOrEqual(3);
  expect(pdf.pages).toBeLessThanOrEqual(14);
  expect(pdf.roles).toMatchObject({ H1: 1 });
  for (const [role, least] of [
    ['H2', 9],
    ['Table', 6],
    ['TH', 20],
    ['TD', 50],
    ['Figure', 4],
  ] as const) {
    expect(pdf.roles[role] ?? 0, role).toBeGreaterThanOrEqual(least);
  }
  expect(pdf.bookmarks).toBeGreaterThanOrEqual(9);
  for (const word of words) expect(letters(pdf.text, language)).toContain(letters(word, 'en'));
  for (const secret of secrets) expect(pdf.text).not.toMatch(new RegExp(`(?<!\\d)${secret}(?!\\d)`));
}

test.describe('a community-health report', () => {
  for (const [language, words] of [
    [
      'en',
      {
        export: 'Choose a folder and export',
        ready: 'The report is ready',
        inside: ['Community health', 'What we cannot say'],
      },
    ],
    ['ar', { export: 'اختيار مجلد والتصدير', ready: 'التقرير جاهز', inside: ['صحة المجتمع', 'البيانات'] }],
  ] as const) {
    test(`goes from the screen into a folder, tagged and readable, in ${language}`, async ({ hearth }) => {
      const { app, page, output } = hearth;
      await openNewStore(page, { language });
      await importCommunity(hearth);
      await openRoom(page, 'reports');
      const folder = path.join(output, 'reports');
      mkdirSync(folder);
      await answerDialogs(app, { open: null });
      await page.getByRole('button', { name: words.export }).click();
      await expect(page.getByRole('button', { name: words.export })).toBeEnabled();
      expect(readdirSync(folder)).toEqual([]);

      await answerDialogs(app, { open: folder });
      await page.getByRole('button', { name: words.export }).click();
      await expect(page.getByText(words.ready)).toBeVisible({ timeout: 60_000 });
      const report = reportIn(folder);
      const files = expectFiles(report);
      await expectReadable(path.join(report, 'community-health.pdf'), language, words.inside);
      expect(readFileSync(path.join(report, 'community-health.html'), 'utf8')).toContain(`lang="${language}"`);
      for (const name of files) expect(readFileSync(path.join(report, name)).length).toBeLessThan(1_000_000);
    });
  }

  const changed = 'We answer at night now. '.repeat(40).slice(0, 800).trim();

  test('has a first page that a coordinator decides, and a version for funders', async ({ hearth }) => {
    const { app, page, output } = hearth;
    await openNewStore(page, { language: 'en' });
    const communityId = await importCommunity(hearth);
    await answerOf(page, 'annotations.add', { communityId, day: '2026-05-03', text: 'New welcome team' });
    await openRoom(page, 'reports');
    await page.getByText('Funders', { exact: true }).click();
    await page.getByRole('button', { name: 'Choose the findings' }).click();
    await expect(page.getByText('New welcome team')).toBeVisible();
    await page.getByRole('button', { name: /Resilience/ }).click({ timeout: 60_000 });
    await page.getByRole('option', { name: 'How long members stay' }).click();
    await page.getByLabel('What we changed').fill(changed);
    // What was written is still there after a look at another room.
    await openRoom(page, 'health');
    await openRoom(page, 'reports');
    await expect(page.getByLabel('What we changed')).toHaveValue(changed);
    await expect(page.getByRole('radio', { name: 'Funders' })).toBeChecked();
    await expectAccessible(page);

    const folder = path.join(output, 'reports');
    mkdirSync(folder);
    await answerDialogs(app, { open: folder });
    await page.getByRole('button', { name: 'Choose a folder and export' }).click();
    await expect(page.getByText('The report is ready')).toBeVisible({ timeout: 60_000 });
    const [made = ''] = readdirSync(folder);
    expect(made).toMatch(/^community-health-funders-/);
    const read = (name: string) => readFileSync(path.join(folder, made, name), 'utf8');
    const html = read('community-health-funders.html');
    for (const words of ['Report for funders', 'We answer at night now.', 'New welcome team', 'are still here'])
      expect(html).toContain(words);
    expect(JSON.parse(read('report.json'))).toMatchObject({ writtenFor: 'funder', gapDays: 90, weekStart: 'monday' });
    const pdf = await readPdf(path.join(folder, made, 'community-health-funders.pdf'));
    for (const secret of secrets) expect(pdf.text).not.toMatch(new RegExp(`(?<!\\d)${secret}(?!\\d)`));
    // As long as the words may be, the page for everybody is one page.
    const [first = '', second = ''] = pdf.text.split('\n');
    for (const words of [
      'What we see',
      'What we changed',
      'What we cannot say',
      'How we protect people',
      'Data status',
    ])
      expect(first).toContain(words);
    expect(second).toContain('How to read the numbers');
  });

  test('says so when the folder can’t be written to', async ({ hearth }) => {
    const { app, page, output } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth);
    await openRoom(page, 'reports');
    await answerDialogs(app, { open: path.join(output, 'gone') });
    await page.getByRole('button', { name: 'Choose a folder and export' }).click();
    await expect(page.getByText('The report could not be written')).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('button', { name: 'Choose a folder and export' })).toBeEnabled();
  });

  test('comes from the command line, too', async ({ profile }, testInfo) => {
    const file = testInfo.outputPath('activities.csv');
    const folder = testInfo.outputPath('reports');
    mkdirSync(folder);
    writeFileSync(file, activityFile());
    const env = { ...process.env, HEARTH_PROFILE: profile, HEARTH_PASSPHRASE: 'a quiet room with good light' };
    const hearth = (...args: string[]) =>
      run(process.execPath, [path.join(repository, 'scripts/hearth.mjs'), ...args], { env, cwd: repository });
    await hearth('import', '--new', 'Rainbow Harbour', file);
    await hearth('report', '--to', folder, '--language', 'ar');
    const report = reportIn(folder);
    expectFiles(report);
    await expectReadable(path.join(report, 'community-health.pdf'), 'ar', ['صحة المجتمع', 'البيانات']);
  });
});
