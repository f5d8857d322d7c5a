import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './harness/hearth-test.ts';

test.describe('the window', () => {
  test('opens on a new profile, says its language and puts no name into its title', async ({ hearth }) => {
    await expect(hearth.page.getByRole('heading').first()).toBeVisible();
    await expect(hearth.page.locator('html')).toHaveAttribute('lang', /^en/);
    await expect(hearth.page.locator('html')).toHaveAttribute('dir', 'ltr');
    expect(await hearth.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
      'Hearth',
    );
  });

  test('has no Node and no way round the bridge', async ({ hearth }) => {
    const reachable = await hearth.page.evaluate(() =>
      ['process', 'require', 'module', 'Buffer', 'electron', 'global'].filter((name) => name in globalThis),
    );
    expect(reachable).toEqual([]);
    const preferences = await hearth.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });

  test('speaks Arabic from right to left where the system does', async ({ launch }) => {
    const hearth = await launch({ locale: 'ar-EG' });
    await expect(hearth.page.getByRole('heading').first()).toBeVisible();
    await expect(hearth.page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(hearth.page.locator('html')).toHaveAttribute('lang', /^ar/);
  });

  test('closes and opens again on the same profile', async ({ launch, profile }) => {
    const first = await launch();
    await expect(first.page.getByRole('heading').first()).toBeVisible();
    await first.close();
    const second = await launch();
    await expect(second.page.getByRole('heading').first()).toBeVisible();
    const log = path.join(profile, 'logs', 'hearth.log');
    const lines = existsSync(log) ? readFileSync(log, 'utf8') : '';
    expect(lines).not.toContain('[error]');
    expect(readdirSync(profile)).toContain('logs');
  });

  test('survives a kill of every process', async ({ launch }) => {
    const first = await launch();
    await expect(first.page.getByRole('heading').first()).toBeVisible();
    await first.kill();
    const second = await launch();
    await expect(second.page.getByRole('heading').first()).toBeVisible();
  });
});
