import type { Page } from '@playwright/test';
import { violationsOf } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { importCommunity, type Looks, openRoom } from './harness/community-of-activities.ts';
import { expect, test } from './harness/hearth-test.ts';
import type { RunningHearth } from './harness/launch-hearth.ts';
import { openPracticeQueue } from './harness/practice-queue.ts';

const looks: readonly (Looks & { readonly language: 'en' | 'ar'; readonly theme: 'light' | 'dark' })[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ar', theme: 'light' },
  { language: 'ar', theme: 'dark' },
];
const rooms = [
  'queue',
  'cases',
  'conflicts',
  'health',
  'outreach',
  'records',
  'identity',
  'imports',
  'reports',
  'communities',
  'settings',
] as const;
/** Rooms whose tabs are looked at one by one. */
const inParts: readonly string[] = ['settings', 'health', 'outreach'];
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
] as const;

async function resize({ app }: RunningHearth, { width, height }: { width: number; height: number }): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

/** What is wrong in every room, each at every size; nothing, in a healthy window. */
async function inEveryRoom(hearth: RunningHearth, look: (place: string) => Promise<string[]>): Promise<string[]> {
  const { page } = hearth;
  const found: string[] = [];
  const at = async (place: string) => {
    for (const line of await look(place)) found.push(`${place}: ${line}`);
  };
  for (const size of sizes) {
    await resize(hearth, size);
    for (const room of rooms) {
      await openRoom(page, room);
      await settled(page);
      await at(`${room} ${size.width}`);
      for (const [number, tab] of (await page.locator('main [role=tab]').all()).entries()) {
        if (number === 0 || !inParts.includes(room)) continue;
        await tab.click();
        await settled(page);
        await at(`${room}, tab ${number + 1} ${size.width}`);
      }
    }
    await openRoom(page, 'queue');
    await openCase(page);
    await at(`case ${size.width}`);
    for (const keys of ['Control+k', 'F1']) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await at(`${keys} ${size.width}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  }
  return found;
}

/** The first case of the list, with its texts uncovered and the form for a decision. */
async function openCase(page: Page): Promise<void> {
  await settled(page);
  await page.getByRole('grid').focus();
  await page.keyboard.press('j');
  await expect(page.locator('main h2').first()).toBeVisible();
  await expect(page.getByRole('radiogroup').first()).toBeVisible();
  await page.keyboard.press('Shift+V');
}

/** The room has its screen, and nothing in it is still being asked for. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toBeAttached();
  await expect(page.locator('.ui-skeleton')).toHaveCount(0);
}

test.describe('every room can be used by everybody', () => {
  test.setTimeout(300_000);

  for (const look of looks) {
    test(`axe finds nothing in ${look.language}, ${look.theme}`, async ({ hearth }) => {
      await openPracticeQueue(hearth.page, look);
      await importCommunity(hearth);
      await hearth.page.reload();
      const found = await inEveryRoom(hearth, () => violationsOf(hearth.page));
      expect(found).toEqual([]);
    });

    test(`axe finds nothing before and behind the lock in ${look.language}, ${look.theme}`, async ({ hearth }) => {
      const { page } = hearth;
      await expect(page.locator('h1').first()).toBeVisible();
      const welcome = await violationsOf(page);
      await answerOf(page, 'vault.create', { protection: 'passphrase', passphrase: 'a quiet room with good light' });
      for (const key of ['language', 'theme'] as const) await answerOf(page, 'settings.set', { key, value: look[key] });
      await answerOf(page, 'vault.lock', null);
      await expect(page.locator('input[type=password]').first()).toBeVisible();
      expect([...welcome, ...(await violationsOf(page))]).toEqual([]);
    });
  }

  test('axe would find what is planted', async ({ hearth }) => {
    const { page } = hearth;
    await expect(page.locator('h1').first()).toBeVisible();
    await page.evaluate(() => {
      const button = document.createElement('button');
      document.querySelector('h1')?.append(button);
    });
    expect((await violationsOf(page)).join()).toContain('button-name');
  });

  for (const [name, emulation] of [
    ['forced colours', { forcedColors: 'active' }],
    ['reduced motion', { reducedMotion: 'reduce' }],
  ] as const) {
    test(`axe finds nothing under ${name}`, async ({ hearth }) => {
      await openPracticeQueue(hearth.page);
      await importCommunity(hearth);
      await hearth.page.emulateMedia(emulation);
      await hearth.page.reload();
      const found = await inEveryRoom(hearth, () => violationsOf(hearth.page));
      expect(found).toEqual([]);
    });
  }

  test('nothing moves under reduced motion', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await inEveryRoom(hearth, () =>
      page.evaluate(() =>
        document.getAnimations().map(({ effect }) => {
          const target = effect instanceof KeyframeEffect ? effect.target : null;
          return `${target?.className ?? ''} moves`;
        }),
      ),
    );
    expect(moving).toEqual([]);
  });

  for (const language of ['en', 'ar'] as const) {
    test(`the page never scrolls sideways, also at 200 %, in ${language}`, async ({ hearth }) => {
      const { page } = hearth;
      await openPracticeQueue(page, { language, zoom: 2 });
      await importCommunity(hearth);
      const wide = await inEveryRoom(hearth, () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          const main = document.querySelector('main');
          const overflow = scrollWidth - clientWidth;
          const within = main ? main.scrollWidth - main.clientWidth : 0;
          return overflow > 1 || within > 1 ? [`${overflow} px over the page, ${within} px over its content`] : [];
        }),
      );
      expect(wide).toEqual([]);
    });
  }
});
