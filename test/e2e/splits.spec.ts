import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { openRoom } from './harness/community-of-activities.ts';
import { answerDialogs } from './harness/file-dialogs.ts';
import { openFilledPractice } from './harness/filled-practice.ts';
import { expect, test } from './harness/hearth-test.ts';

/** The practice community with a made-up network in it, opened where a measure stands by group. */
async function openSplits(page: Page, language: 'en' | 'ar', theme: 'light' | 'dark'): Promise<number> {
  const communityId = await openFilledPractice(page, language, theme);
  await answerOf(page, 'annotations.add', { communityId, day: '2026-08-03', text: 'New rules' });
  await page.reload();
  await openRoom(page, 'outreach/missing');
  await expect(cards(page)).toHaveCount(2, { timeout: 60_000 });
  return communityId;
}

const cards = (page: Page): Locator => page.locator('main .ui-metric');

/** Words before a name; what goes into a sentence is set apart by marks of direction that nobody sees. */
const saying = (words: string, name: string) => new RegExp(`${words} \\W?${name}`);

/** A file as it was written; nothing while it is not there. */
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

test.describe('a measure by group', () => {
  test.setTimeout(300_000);

  test('leaves as files and pictures of a frozen quarter alone, and is set beside it', async ({ hearth }) => {
    const { app, page, output } = hearth;
    const communityId = await openSplits(page, 'en', 'light');
    const asked = { communityId, question: 'age-band', measure: 'representation' } as const;
    const before = await answerOf(page, 'health.split', asked);
    if (before.files.state !== 'quarter') throw new Error('the made-up network has whole quarters');
    const { start, end } = before.files.quarter;
    const name = `Q${Math.ceil(Number(start.slice(5, 7)) / 3)} ${start.slice(0, 4)}`;
    expect(before.earlier).toBeNull();

    // Who answered stands first, as a card like any other.
    const [coverage, shares] = [cards(page).first(), cards(page).nth(1)];
    await expect(coverage.getByRole('heading', { level: 2 })).toHaveText('Who answered the question');
    await expect(coverage.locator('.ui-metric-finding')).not.toBeEmpty();
    await expect(page.getByText(saying('Files and pictures are of', name))).toBeVisible();
    await expect(page.getByText('No earlier quarter was told of this')).toBeVisible();
    await expect(shares.getByText('New rules')).toBeVisible();

    for (const [card, file] of [
      [coverage, 'z21-age-band'],
      [shares, 'z17-age-band'],
    ] as const) {
      const table = path.join(output, `${file}.csv`);
      await answerDialogs(app, { save: table });
      await card.getByRole('button', { name: 'Save CSV' }).click();
      await expect.poll(() => read(table)).toContain(`,${start},${end},`);
      const drawn = path.join(output, `${file}.svg`);
      await answerDialogs(app, { save: drawn });
      await card.getByRole('button', { name: 'Save picture' }).click();
      await expect.poll(() => read(drawn)).toContain(name);
      expect(read(drawn)).toContain('By the rules of an export');
      // Whoever has the picture alone has to know for whom it speaks.
      expect(read(drawn).replaceAll(/<[^>]*>/g, ' ')).toMatch(/of\s+members\s+were\s+asked/);
    }

    // The quarter was told by that, so the week stands beside it now.
    await page.reload();
    await openRoom(page, 'outreach/missing');
    await expect(shares.getByText(saying('Compared with', name))).toBeVisible({ timeout: 60_000 });
    await shares.getByRole('button', { name: 'Show as table' }).click();
    await expect(shares.getByRole('columnheader', { name: 'Change since' })).toBeVisible();
    await expectAccessible(page);

    // By keyboard alone: the quarter as it leaves.
    await page.getByRole('button', { name: /As of$/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Files and pictures say what stands here.')).toBeVisible({ timeout: 60_000 });
    await expect(shares.getByRole('heading', { level: 2 })).toContainText(name);
    await expectAccessible(page);
  });

  test('says where there are no files', async ({ hearth }) => {
    const { page } = hearth;
    await openSplits(page, 'en', 'light');
    for (const [menu, option, words] of [
      [/Crossed with$/, 'Route', 'Crossed with something, a measure stays on this screen.'],
      [/Measure$/, 'Actions taken, as a ratio', 'This measure is for your team alone'],
    ] as const) {
      if (option !== 'Route') {
        await page.getByRole('button', { name: /Crossed with$/ }).click();
        await page.getByRole('option', { name: 'Nothing' }).click();
      }
      await page.getByRole('button', { name: menu }).click();
      await page.getByRole('option', { name: option }).click();
      await expect(page.getByText(words)).toBeVisible({ timeout: 60_000 });
      await expect(page.getByRole('button', { name: 'Save CSV' })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Save picture' })).toHaveCount(0);
    }
  });

  test('reads from right to left, in every measure', async ({ hearth }) => {
    const { app, page } = hearth;
    await openSplits(page, 'ar', 'dark');
    await expectAccessible(page);
    for (const at of [1, 2, 3, 4]) {
      await page.locator('.outreach-missing .outreach-choices button').nth(1).click();
      await page.getByRole('option').nth(at).click();
      await expect(page.locator('main .ui-skeleton')).toHaveCount(0, { timeout: 60_000 });
      await expect(cards(page).first().getByRole('heading', { level: 2 })).toHaveText('من أجاب عن السؤال');
      await expectAccessible(page);
    }
    // At half the width, as at 200 %, with every table open, nothing stands beside the page.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(640, 640));
    for (const card of await cards(page).all()) await card.getByRole('button', { name: 'عرض كجدول' }).click();
    const beside = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(beside).toBeLessThanOrEqual(1);
    await expectAccessible(page);
    // No raw key of the string catalogue reaches the screen.
    await expect(page.locator('main')).not.toContainText(/\b(outreach|charts|dashboards):|\.finding\b/);
  });
});
