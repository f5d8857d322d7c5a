import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importCommunity, openNewStore, openRoom } from './harness/community-of-activities.ts';
import { answerDialogs } from './harness/file-dialogs.ts';
import { expect, test } from './harness/hearth-test.ts';

const charts = [
  { title: 'Do people come back?', part: 'resilience', tables: 2, file: 'return-on-period.csv' },
  { title: 'How long do members stay?', part: 'resilience', tables: 1, file: 'stay-curve.csv' },
  { title: 'New, returning, back again, gone quiet', part: 'resilience', tables: 1, file: 'life-cycle.csv' },
  { title: 'Are replies mutual?', part: 'connection', tables: 1, file: 'reciprocity.csv' },
] as const;

test.describe('community health', () => {
  test('leads from nothing to a first file', async ({ hearth }) => {
    const { page } = hearth;
    await openNewStore(page, { language: 'en' });
    await openRoom(page, 'health');
    await expect(page.getByText('No community yet')).toBeVisible();
    await importCommunity(hearth, { text: 'from,to,at\n' });
    await expect(page.getByText('Nothing to count yet')).toBeVisible();
    await openRoom(page, 'health/status');
    await expect(page.getByText('No activity is known yet.')).toBeVisible();
    await expect(page.getByText('Days on which members were active.')).toBeVisible();
    // What was never tried lacks nothing that could be named, and no week of nothing has passed.
    await expect(page.getByText('Every metric has the data it needs.')).toHaveCount(0);
    await expect(page.getByText('No week passed without activity.')).toHaveCount(0);
    await page.getByRole('main').getByRole('button', { name: 'Import activities' }).last().click();
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  });

  test('shows four charts, each with its finding, its table and its files', async ({ hearth }) => {
    const { app, page, output } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth);
    for (const { title, tables, file, part } of charts) {
      await openRoom(page, `health/${part}`);
      const chart = page.getByRole('region', { name: title, exact: true });
      await expect(chart.locator('.ui-metric-finding')).not.toBeEmpty();
      const toggle = chart.getByRole('button', { name: 'Show as table' });
      await expect(toggle).toHaveAttribute('aria-expanded', 'false');
      await toggle.click();
      await expect(chart.getByRole('table')).not.toHaveCount(0);
      expect(await chart.getByRole('table').count()).toBeGreaterThanOrEqual(tables);

      const saved = path.join(output, file);
      await answerDialogs(app, { save: saved });
      await chart.getByRole('button', { name: 'Save CSV' }).click();
      await expect.poll(() => linesOf(saved)).toBeGreaterThan(1);

      const drawn = path.join(output, file.replace('.csv', '.svg'));
      await answerDialogs(app, { save: drawn });
      await chart.getByRole('button', { name: 'Save picture' }).click();
      await expect.poll(() => linesOf(drawn)).toBeGreaterThan(0);
      expect(readFileSync(drawn, 'utf8')).toContain('By the rules of an export');
      // Ten buttons of a page have one name: each says which chart it belongs to.
      await expect(chart.getByRole('button', { name: 'Save picture' })).toHaveAccessibleDescription(title);
    }
    await expect(page.locator('.recharts-surface').first()).toBeVisible();
  });

  test('never moves the window itself, however far a room is scrolled', async ({ hearth }) => {
    const { page } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth);
    await openRoom(page, 'health/resilience');
    const chart = page.locator('.health-charts .ui-metric').last();
    await chart.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await expect(chart).toBeInViewport();
    await expect(page.getByRole('banner')).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.body.scrollTop + document.documentElement.scrollTop)).toBe(0);
  });

  test('says what was done below the form it was done in, and only the newest', async ({ hearth }) => {
    const { app, page } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 700));
    await openRoom(page, 'health/goals');
    const form = page.locator('main form').last();
    for (const day of ['2026-04-01', '2026-04-02', '2026-04-03']) {
      await form.getByRole('textbox').first().fill(day);
      await form.getByRole('textbox').last().fill('A new rule');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('rowheader').filter({ hasText: `${Number(day.slice(-2))} Apr` })).toBeVisible();
    }
    await expect(page.locator('.ui-notice')).toHaveCount(1);
    const notice = await page.locator('.ui-notices').boundingBox();
    const main = await page.locator('main').boundingBox();
    expect(notice?.y).toBeGreaterThanOrEqual((main?.y ?? 0) + (main?.height ?? 0));
    // The ring stands around the field alone.
    const ring = (of: string) => page.locator(of).evaluate((element) => getComputedStyle(element).outlineStyle);
    expect([await ring('.ui-tabs'), await ring('.ui-tab-panel')]).toEqual(['none', 'none']);
  });

  test('says why a file of a chart was not saved, and when it was', async ({ hearth }) => {
    const { app, page, output } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth);
    await openRoom(page, 'health/resilience');
    const save = page.getByRole('region', { name: 'Do people come back?' }).getByRole('button', { name: 'Save CSV' });
    await answerDialogs(app, { save: path.join(output, 'no', 'such', 'folder', 'returns.csv') });
    await save.click();
    await expect(page.getByText('Not saved:')).toBeVisible();
    await answerDialogs(app, { save: path.join(output, 'returns.csv') });
    await save.click();
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  });

  test('tells who comes back to one space, by week and without a file', async ({ hearth }) => {
    const { page } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth, { text: twoSpaces() });
    await openRoom(page, 'health/resilience');
    const returns = page.getByRole('region', { name: 'Do people come back?' });
    await expect(returns).toContainText('of newcomers');
    await page.getByRole('button', { name: /Space/ }).click();
    await page.getByRole('option', { name: 'Garden' }).click();
    await expect(returns.locator('.ui-metric-finding')).toContainText('About 75% of people new to this space');
    await expect(returns.getByRole('button', { name: 'Save CSV' })).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'How long do members stay?' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /Periods/ })).toHaveCount(0);
    await page.getByRole('button', { name: /Space/ }).click();
    await page.getByRole('option', { name: 'The whole community' }).click();
    await expect(returns.locator('.ui-metric-finding')).toContainText('of newcomers');
    await expect(page.getByRole('region', { name: 'How long do members stay?' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Periods/ })).toHaveCount(1);
  });

  test('hides in a file what the screen of the team may show, and gives few people no percentage', async ({
    hearth,
  }) => {
    const { app, page, output } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth);
    await openRoom(page, 'health/resilience');
    await page.getByRole('button', { name: /Periods/ }).click();
    await page.getByRole('option', { name: 'Months' }).click();
    const table = page.getByRole('region', { name: 'Share of each cohort that was active again, by period' });
    const small = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /May 2026|May 1/ }) });
    await expect(small).toHaveCount(1);
    await expect(small.locator('td[data-mark=unavailable]').first()).toHaveAttribute('aria-label', 'not available');
    await expect(small).not.toContainText('%');

    const saved = path.join(output, 'returns.csv');
    await answerDialogs(app, { save: saved });
    await page.getByRole('region', { name: 'Do people come back?' }).getByRole('button', { name: 'Save CSV' }).click();
    await expect.poll(() => linesOf(saved)).toBeGreaterThan(1);
    const text = readFileSync(saved, 'utf8');
    for (const size of [182, 161, 148, 134, 13]) expect(text).not.toMatch(new RegExp(`[,"]${size}[,"\\n]`));
  });

  test('tells each pillar in its own part, with what protects people and where missing data go', async ({ hearth }) => {
    const { app, page, output } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth);
    for (const part of ['connection', 'advocacy', 'resilience', 'moderation']) {
      await openRoom(page, `health/${part}`);
      await expect(page.getByRole('tab', { selected: true })).toHaveText(new RegExp(part, 'i'));
      await expect(page.locator('.ui-metric').first()).toBeVisible();
      await expect(page.getByText('How we protect people')).toBeVisible();
      const headings = await page.locator('.ui-metric h2').allTextContents();
      // A key in the place of words would have a dot in it and no space.
      expect(headings.filter((heading) => /^\S+\.\S+$/.test(heading))).toEqual([]);
    }
    await openRoom(page, 'health/connection');
    await expect(page.getByRole('heading', { name: 'Newcomers still waiting for an answer' })).toBeVisible();
    const drawn = page.locator('.ui-metric').filter({ has: page.getByRole('button', { name: 'Save picture' }) });
    const saved = path.join(output, 'picture.svg');
    await answerDialogs(app, { save: saved });
    await drawn.first().getByRole('button', { name: 'Save picture' }).click();
    await expect.poll(() => linesOf(saved)).toBeGreaterThan(0);
    const picture = readFileSync(saved, 'utf8');
    expect(picture).toContain('<title>');
    // What leaves is drawn by the rules of an export, whatever the screen of the team shows.
    expect(picture).toContain('By the rules of an export');
    expect(picture).toMatch(/<path|<rect/);
    await openRoom(page, 'health/status');
    await expect(page.getByRole('rowheader', { name: 'Activities', exact: true })).toBeVisible();
    // Steps in time stand only where they change something.
    await expect(page.getByRole('switch', { name: 'Show all metrics' })).toHaveCount(0);
    await openRoom(page, 'health/moderation');
    await expect(page.getByRole('switch', { name: 'Show all metrics' })).toHaveCount(1);
    await openRoom(page, 'health/status');
    await page.getByRole('main').getByRole('button', { name: 'Import activities' }).last().click();
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  });

  test('shows outreach as a room, and asks about groups by fixed menus alone', async ({ hearth }) => {
    const { page } = hearth;
    await openNewStore(page, { language: 'en' });
    await importCommunity(hearth);
    await openRoom(page, 'outreach');
    await expect(page.getByRole('heading', { name: 'Outreach', level: 1 })).toBeVisible();
    await expect(page.locator('.ui-metric').first()).toBeVisible();
    await expect(page.getByRole('switch', { name: 'Show all metrics' })).toHaveCount(1);
    await page.getByRole('tab', { name: 'Who is missing' }).click();
    await expect(page.getByRole('switch', { name: 'Show all metrics' })).toHaveCount(0);
    await expect(page.getByText('No question is asked yet')).toBeVisible();
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  });
});

/** Forty people in a garden of whom thirty come back a week later, and one in a lounge all the time. */
function twoSpaces(): string {
  const monday = Date.UTC(2026, 2, 2, 12);
  const line = (member: string, week: number, space: string) =>
    `${member},post,${new Date(monday + week * 7 * 86_400_000).toISOString()},${space}`;
  const gardeners = Array.from({ length: 40 }, (_, at) =>
    [1, at < 30 ? 2 : 9].map((week) => line(`g${at}`, week, 'Garden')),
  );
  const lounge = Array.from({ length: 13 }, (_, week) => line('p1', week, 'Lounge'));
  return `member,activity,time,space\n${[...gardeners.flat(), ...lounge].join('\n')}\n`;
}

/** Lines of a file; 0 while it is not there. */
function linesOf(file: string): number {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').length;
  } catch {
    return 0;
  }
}
