import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../electron/main/log/redact.ts';
import { menuTemplate } from '../../../electron/main/menu/menu-template.ts';
import { shouldLock } from '../../../electron/main/power/auto-lock.ts';
import { openPreferences } from '../../../electron/main/preferences.ts';
import { placeWindow, readWindowState, saveWindowState } from '../../../electron/main/windows/window-state.ts';
import { describeError } from '../../../shared/domain/describe-error.ts';
import { createTranslator } from '../../../shared/strings/create-translator.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1000 };

describe('where the window opens', () => {
  test('first time: in the middle', () => {
    expect(placeWindow(null, [screen])).toEqual({ x: 240, y: 70, width: 1440, height: 900, maximized: false });
  });
  test('where it was, on whichever screen', () => {
    const saved = { x: 1950, y: 20, width: 1100, height: 700, maximized: true };
    expect(placeWindow(saved, [screen, right])).toEqual(saved);
  });
  test('back on the main screen when its own is gone, and never out of reach', () => {
    const saved = { x: 5000, y: 20, width: 1100, height: 700, maximized: false };
    expect(placeWindow(saved, [screen])).toMatchObject({ x: 410, y: 170, width: 1100, height: 700 });
    expect(placeWindow({ ...saved, x: 100, y: -300 }, [screen]).y).toBeGreaterThanOrEqual(0);
  });
  test('never larger than the screen, never smaller than it works', () => {
    expect(placeWindow({ x: 0, y: 0, width: 9000, height: 9000, maximized: false }, [screen])).toMatchObject({
      width: 1920,
      height: 1040,
    });
    expect(placeWindow({ x: 0, y: 0, width: 10, height: 10, maximized: false }, [screen])).toMatchObject({
      width: 1024,
      height: 640,
    });
  });
  test('what was saved comes back, and a damaged file means nothing was', () => {
    const file = join(folder, 'window.json');
    expect(readWindowState(file)).toBeNull();
    const state = { x: 1, y: 2, width: 1300, height: 800, maximized: true };
    saveWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
    for (const content of ['{"x":', 'null', '{"x":"1","y":2,"width":3,"height":4}', '[]']) {
      writeFileSync(file, content);
      expect(readWindowState(file)).toBeNull();
    }
  });
});

describe('the log', () => {
  test('keeps addresses, handles and paths out', () => {
    const text =
      "ENOENT: open '/data/maria/Hearth/hearth.db' from https://example.social/@sam to @sam@example.social, C:\\Users\\sam\\x";
    const clean = redact(text);
    for (const word of ['maria', 'example', 'sam']) expect(clean).not.toContain(word);
    expect(clean).toContain('ENOENT');
  });
  test('says where an error came from and not what it said', () => {
    const error = new TypeError('words of a report');
    error.stack = `TypeError: words of a report\n    at readPage (/data/maria/pull.js:10:5)\n    at file:///data/maria/x.js:1:2`;
    expect(describeError(error)).toBe('TypeError | at readPage (pull.js:10:5) | at (x.js:1:2)');
    expect(describeError('words')).toBe('string');
  });
});

test('the store is locked after the minutes that were set, and never when none were', () => {
  expect([shouldLock(899, 15), shouldLock(900, 15), shouldLock(1e9, 0)]).toEqual([false, true, false]);
});

test('menus and messages speak the chosen language, otherwise the system’s', () => {
  const file = join(folder, 'looks.json');
  const preferences = openPreferences(file, ['fr-FR', 'ar-EG', 'en']);
  expect(preferences.language()).toBe('ar');
  writeFileSync(file, '{"language":"en"}');
  expect(preferences.language()).toBe('en');
  writeFileSync(file, '{"language":"system"}');
  expect(preferences.language()).toBe('ar');
  writeFileSync(file, 'not json');
  expect([preferences.language(), preferences.systemLocale]).toEqual(['ar', 'fr-FR']);
});

describe.each(['en', 'ar'] as const)('the native menu in %s', (language) => {
  test.each(['linux', 'win32', 'darwin'])('has words for everything on %s, and no item twice', async (platform) => {
    const { t } = await createTranslator(language);
    const ran: string[] = [];
    const menus = menuTemplate(
      { words: { translate: t }, run: (id) => void ran.push(id), development: true },
      platform,
    );
    const items = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const labels = [...menus, ...items].filter(({ type }) => type !== 'separator').map(({ label }) => label ?? '');
    expect(labels.filter((label) => label === '' || /^[a-z]+[.:]|\.[a-z]/.test(label))).toEqual([]);
    const ids = items.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.includes('app.quit')).toBe(platform !== 'darwin');
    for (const menu of menus) {
      const types = (Array.isArray(menu.submenu) ? menu.submenu : []).map(({ type }) => type ?? 'normal');
      expect([types[0], types.at(-1)]).toEqual(['normal', 'normal']);
    }
    const lock = items.find(({ id }) => id === 'app.lock');
    lock?.click?.({} as never, undefined, {} as never);
    expect(ran).toEqual(['app.lock']);
  });
});
