import path from 'node:path';
import type { Page } from '@playwright/test';
import { violationsOf } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { openRoom } from './harness/community-of-activities.ts';
import { openFilledPractice } from './harness/filled-practice.ts';
import { expect, test } from './harness/hearth-test.ts';
import type { RunningHearth } from './harness/launch-hearth.ts';

const parts = ['connection', 'advocacy', 'resilience', 'moderation', 'status', 'goals'] as const;

async function resize({ app }: RunningHearth, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, tall) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, tall), height);
}

/** Waits until nothing on the screen is still being computed. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('main .ui-skeleton')).toHaveCount(0, { timeout: 60_000 });
}

for (const [language, theme] of [
  ['en', 'light'],
  ['ar', 'dark'],
] as const) {
  test(`every dashboard tells of the practice community, in ${language}, ${theme}`, async ({ hearth }) => {
    test.setTimeout(300_000);
    const { page, output } = hearth;
    await openFilledPractice(page, language, theme);
    const wrong: string[] = [];
    const empty: string[] = [];
    for (const place of [...parts.map((part) => `health/${part}`), 'outreach']) {
      await openRoom(page, place);
      await settled(page);
      const name = place.replace('/', '-');
      const holdsCharts = !['health/status', 'health/goals'].includes(place);
      if (holdsCharts && (await page.locator('main .ui-metric').count()) === 0) empty.push(place);
      for (const line of await violationsOf(page)) wrong.push(`${place}: ${line}`);
      // Rooms scroll inside the window: a tall one has every chart in one picture.
      await resize(hearth, 4_500);
      await settled(page);
      await page.screenshot({
        path: path.join(output, `dashboards-${name}-${language}-${theme}.png`),
        animations: 'disabled',
      });
      await resize(hearth, 900);
    }
    expect(wrong).toEqual([]);
    expect(empty).toEqual([]);
  });
}

test('findings speak of the newest whole quarter and of nobody', async ({ hearth }) => {
  test.setTimeout(300_000);
  const { page } = hearth;
  const communityId = await openFilledPractice(page, 'en', 'light');
  await openRoom(page, 'health/connection');
  await settled(page);
  const view = await answerOf(page, 'health.dashboard', { communityId, dashboard: 'connection' });
  expect(view.charts.length).toBeGreaterThan(5);
  expect(view.charts.filter(({ shape }) => shape.kind !== 'missing').length).toBeGreaterThan(4);
  // The quarter that holds the newest day still goes on.
  expect(view.period?.complete).toBe(true);
  // Everybody whose way into the community is written down has a name; none of them is on the screen.
  const members = await answerOf(page, 'records.list', { communityId, kind: 'memberRoute' });
  const names = members.rows.map(({ values }) => String(values.member));
  expect(names.length).toBeGreaterThan(0);
  const shown = (await page.locator('main').innerText()).toLowerCase();
  expect(names.filter((name) => shown.includes(name.toLowerCase()))).toEqual([]);
  // No raw key of the string catalogue reaches the screen.
  await expect(page.locator('main')).not.toContainText(/\b(connection|charts|dashboards):|\bR1\.|\.finding\b/);
});

test('a chart with too few people puts its quarters together into a year, and apart again', async ({ hearth }) => {
  test.setTimeout(300_000);
  const { page } = hearth;
  const communityId = await openFilledPractice(page, 'en', 'light');
  await openRoom(page, 'health/connection');
  await settled(page);
  await page.getByRole('switch', { name: 'Show all metrics' }).click({ force: true });
  await settled(page);
  const view = await answerOf(page, 'health.dashboard', { communityId, dashboard: 'connection', all: true });
  const pooled = view.charts.find(({ metricId }) => metricId === 'R12')?.pooled;
  const year = pooled?.period.start.slice(0, 4) ?? 'no year';
  const card = page.getByRole('region', { name: 'Receiving and giving support' });
  await expect(card).toContainText('too few people are behind a quarter');
  await expect(card.locator('.ui-plot')).toContainText(`Q1 ${year}`);
  await card.getByRole('button', { name: 'Put quarters together into years' }).click();
  await expect(card).toContainText(`every quarter is over. What is said speaks of ${year}.`);
  await expect(card.locator('.ui-metric-finding')).toContainText(/About \d+% of members who asked/);
  await expect(card.locator('.ui-plot')).not.toContainText(`Q1 ${year}`);
  await card.getByRole('button', { name: 'Show as table' }).click();
  await expect(card.getByRole('table')).toContainText(year);
  expect(await violationsOf(page)).toEqual([]);
  await card.getByRole('button', { name: 'Show quarters again' }).click();
  await expect(card.locator('.ui-plot')).toContainText(`Q1 ${year}`);
});
