import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { buildGallery } from './gallery/build-gallery.ts';
import { gallery } from './gallery/made-up-charts.ts';
import { plantedTexts } from './gallery/made-up-values.ts';
import { serveFolder } from './gallery/serve-folder.ts';
import { violationsOf } from './harness/axe.ts';

const looks = [
  { language: 'en', theme: 'light' },
  { language: 'ar', theme: 'dark' },
] as const;

/** Planted numbers that stand there as numbers of their own: fractions of coordinates have any digits. */
function tracesIn(text: string): string[] {
  return plantedTexts.filter((number) =>
    new RegExp(`(?<![\\d٠-٩.])${number.replace('.', '\\.')}(?![\\d٠-٩])`).test(text),
  );
}

/** Words of a saved drawing that stand beside what it shows of itself. */
function cutIn(drawing: string): string[] {
  const [left = 0, , width = 0] = (/viewBox="([^"]*)"/.exec(drawing)?.[1] ?? '').split(' ').map(Number);
  // Of nested drawings places are their own; words of the page have the place in the picture.
  const words = drawing.replaceAll(/<svg (?!xmlns="[^"]*" viewBox="[^"]*" width="\d+" height="\d+">).*?<\/svg>/gs, '');
  return [...words.matchAll(/<text x="(-?[\d.]+)"[^>]*>([^<]*)/g)].flatMap(([, x, said = '']) =>
    Number(x) < left || Number(x) > left + width ? [said] : [],
  );
}

/** Every shape in every state, drawn by real Electron from made-up published values. Pictures stay in the test results. */
test.describe('the gallery of charts', () => {
  let app: ElectronApplication | undefined;
  let page: Page;
  let server: { address: string; close: () => void } | undefined;
  const problems: string[] = [];
  const pictures = fileURLToPath(new URL('../../test-results/chart-gallery', import.meta.url));

  test.beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const folder = path.join(pictures, 'page');
    await buildGallery(folder);
    server = await serveFolder(folder);
    const runtime = process.env.HEARTH_ELECTRON;
    if (!runtime) throw new Error('No Electron was prepared. Run: npm run e2e');
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    app = await _electron.launch({
      executablePath: runtime,
      args: [folder, ...root, '--disable-gpu'],
      // The empty first page has no policy, and Electron would complain of that; the gallery has the app's own.
      env: { ...(process.env as Record<string, string>), ELECTRON_DISABLE_SECURITY_WARNINGS: 'true' },
    });
    page = await app.firstWindow();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') problems.push(line.text());
    });
  });

  test.afterAll(async () => {
    await app?.close();
    server?.close();
  });

  async function open(part: string, { language, theme }: (typeof looks)[number]): Promise<void> {
    // Another address each time, so that the page is loaded anew.
    await page.goto(`${server?.address}?${part}-${language}#${language},${theme},${part}`);
    await expect(page.locator('.ui-metric').first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // A drawing fills its card once it has been measured.
    for (const plot of await page.locator('.ui-plot').all()) {
      await expect
        .poll(async () => (await plot.locator('svg.recharts-surface').boundingBox())?.width ?? 0)
        .toBeGreaterThan(200);
    }
    await page.mouse.move(0, 0);
  }

  for (const look of looks) {
    for (const { name, charts } of gallery) {
      test(`draws ${name} in ${look.language}, ${look.theme}`, async () => {
        await open(name, look);
        await expect(page.locator('.ui-metric')).toHaveCount(charts.length);
        const file = `${name}-${look.language}-${look.theme}`;
        await page.screenshot({ path: path.join(pictures, `${file}.png`), fullPage: true });
        expect(await violationsOf(page)).toEqual([]);
        for (const toggle of await page.locator('.ui-metric-actions button[aria-expanded]').all()) await toggle.click();
        await page.screenshot({ path: path.join(pictures, `${file}-open.png`), fullPage: true });
        expect(await violationsOf(page)).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBeLessThanOrEqual(1);
        expect(tracesIn(await page.content())).toEqual([]);
        expect(problems).toEqual([]);
      });
    }
  }

  test('says what stands at a place to whoever walks through it by keys, and nothing that is hidden', async () => {
    await open('series', looks[0]);
    const plot = page.locator('.ui-plot').first();
    await plot.locator('.recharts-surface').focus();
    const said: string[] = [];
    for (let place = 0; place < 8; place += 1) {
      said.push((await plot.locator('.ui-chart-tooltip').textContent()) ?? '');
      await page.keyboard.press('ArrowRight');
    }
    expect(said.some((words) => words.includes('62% (56% to 68%)'))).toBe(true);
    expect(said.some((words) => words.includes('hidden to protect people'))).toBe(true);
    expect(tracesIn(`${said.join()} ${await page.content()}`)).toEqual([]);
  });

  test('saves a drawing that stands by itself', async () => {
    for (const { name } of gallery) {
      await open(name, looks[1]);
      // Of all buttons that stand last, only those of files have an icon.
      const buttons = await page.locator('.ui-metric-actions button:last-child:has(svg)').all();
      for (const button of buttons) await button.click();
      const made = () => page.evaluate(() => (window as unknown as { pictures: string[] }).pictures);
      await expect.poll(async () => (await made()).length).toBe(buttons.length);
      const texts = await made();
      expect(texts.length).toBeGreaterThan(2);
      for (const [at, text] of texts.entries()) {
        writeFileSync(path.join(pictures, `${name}-${at + 1}.svg`), text);
        expect(text).toContain('<title>');
        expect(tracesIn(text)).toEqual([]);
        expect(text).not.toMatch(/var\(--|class=|javascript:|href=/);
        expect(cutIn(text)).toEqual([]);
      }
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    }
  });
});
