import type { Page } from '@playwright/test';
import type { BenchProfile } from './bench-run.ts';
import { writeBlankApp } from './blank-app.ts';
import { launchHearth, unlock } from './hearth-window.ts';
import { launchWindow } from './launch-window.ts';
import {
  atMost,
  fiftyMilliseconds,
  type Measurement,
  type Part,
  summarise,
  twoFrames,
  worstWithin,
} from './measure.ts';
import { armKeyPress } from './page-clock.ts';

const presses = 100;
/** Milliseconds between two presses of somebody who reads only the heading. */
const readingPause = 200;
const framesPerScroll = 240;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** From a press of "j" or "k" until the heading of another case is painted. */
async function timePresses(page: Page, key: 'j' | 'k', pause: number): Promise<number[]> {
  const times: number[] = [];
  for (let press = 0; press < presses; press += 1) {
    const before = await page.evaluate(() => document.querySelector('.case-name')?.textContent ?? '');
    const timed = await armKeyPress(page, { selector: '.case-name', otherThan: before });
    await page.keyboard.press(key);
    times.push(await timed());
    await wait(pause);
  }
  return times;
}

async function benchKeys(page: Page): Promise<Measurement> {
  await page.locator('.queue-list').focus();
  await page.keyboard.press('j');
  await page.locator('.case-name').waitFor();
  const parts: Part[] = [
    { name: 'j, reading', ...summarise(await timePresses(page, 'j', readingPause)) },
    { name: 'j, as fast as it paints', ...summarise(await timePresses(page, 'j', 0)) },
    { name: 'k, reading', ...summarise(await timePresses(page, 'k', readingPause)) },
  ];
  return worstWithin('key press to next case painted', parts, fiftyMilliseconds);
}

/** How the list is scrolled: lines per frame, or anywhere at once every few frames, as with the scroll bar. */
const ways = [
  { name: 'wheel, 2 lines a frame', pixels: 120, jumpEvery: 0 },
  { name: 'flick, 30 lines a frame', pixels: 1_800, jumpEvery: 0 },
  { name: 'scroll bar, anywhere', pixels: 0, jumpEvery: 6 },
] as const;

/** Milliseconds between frames while something scrolls; without a list, while nothing does. */
function timeFrames(page: Page, way: (typeof ways)[number] | null, frames: number): Promise<number[]> {
  return page.evaluate(
    async ([how, count]) => {
      const list = document.querySelector('.queue-list');
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      let last = await nextFrame();
      for (let frame = 0; frame < count; frame += 1) {
        if (how && list && how.jumpEvery === 0) list.scrollTop += how.pixels;
        // A step of the golden ratio: everywhere in turn, the same places in every run.
        else if (how && list && frame % how.jumpEvery === 0) list.scrollTop = list.scrollHeight * ((frame * 0.618) % 1);
        const now = await nextFrame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    [way, frames] as const,
  );
}

async function benchScrolling(page: Page, lines: number): Promise<Measurement> {
  await page.evaluate(() => {
    window.location.hash = '#/cases';
  });
  await page.locator('.queue-view').nth(2).waitFor();
  // The last of the room's views holds every case there is.
  await page.locator('.queue-view').last().click();
  await page.waitForFunction(
    (least) => Number(document.querySelector('.queue-list')?.getAttribute('aria-rowcount')) > least,
    lines * 0.9,
  );
  await page.locator('.queue-row .queue-cell-reports').first().waitFor();
  const shown = Number(await page.locator('.queue-list').getAttribute('aria-rowcount')) - 1;
  const parts: Part[] = [];
  for (const way of ways) parts.push({ name: way.name, ...summarise(await timeFrames(page, way, framesPerScroll)) });
  const slowest = parts.reduce((worst, part) => (part.worst > worst.worst ? part : worst));
  const name = `scrolling ${shown} lines, worst frame: ${slowest.name}`;
  return atMost(
    { name, value: slowest.worst, parts },
    { against: twoFrames.name, baseline: twoFrames.milliseconds },
    1,
  );
}

/** What the machine does to frames in which nothing happens: no window can be better than that. */
async function benchIdleFrames(folder: string): Promise<Measurement> {
  const window = await launchWindow(writeBlankApp(folder), { BLANK_PROFILE: `${folder}/blank-profile` });
  try {
    const idle = { name: 'blank window', ...summarise(await timeFrames(window.page, null, framesPerScroll)) };
    const name = 'blank window doing nothing, worst frame';
    const baseline = { against: twoFrames.name, baseline: twoFrames.milliseconds };
    return atMost({ name, value: idle.worst, parts: [idle] }, baseline, null);
  } finally {
    await window.close();
  }
}

/** Key presses and scrolling in the real window over the filled store. */
export async function benchWindow(folder: string, profile: BenchProfile): Promise<readonly Measurement[]> {
  const window = await launchHearth(profile);
  try {
    await unlock(window, profile);
    const keys = await benchKeys(window.page);
    const scrolling = await benchScrolling(window.page, profile.filled.cases);
    return [keys, scrolling, await benchIdleFrames(folder)];
  } finally {
    await window.close();
  }
}
