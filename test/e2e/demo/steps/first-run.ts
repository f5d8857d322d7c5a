import { strings as words } from '../../../../shared/strings/en.ts';
import { type Demo, passphrase } from '../demo.ts';
import { expect } from '../patience.ts';

/** First run: the vault is made with a passphrase, then the empty rooms are looked at. */
export async function firstRun({ window, pictures }: Demo) {
  const { page } = window;
  await expect(page.getByRole('heading', { name: words.vault.welcome.title })).toBeVisible();
  await pictures.take('01-welcome');
  const first = page.getByLabel(words.vault.passphrase.label, { exact: true });
  if (!(await first.isVisible())) {
    await page.getByRole('radio', { name: words.vault.protection.passphrase }).press('Space');
  }
  await window.type(first, passphrase);
  await window.type(page.getByLabel(words.vault.passphrase.repeat), passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words.vault.start.title })).toBeVisible();
  await pictures.take('02-where-to-begin');
  await window.enter(page.getByRole('button', { name: words.vault.start.later }));
  await expect(page.getByText(words.queue.states.first.title).first()).toBeVisible();
  await pictures.take('03-queue-first-run');
  await window.goTo('health');
  await expect(page.getByText(words.dashboards.state.noCommunity).first()).toBeVisible();
  await pictures.take('04-health-empty');
  await window.goTo('reports');
  await expect(page.getByText(words.reports.screen.empty.title).first()).toBeVisible();
  await pictures.take('05-reports-empty');
  return { say: 'the encrypted file is made and open', value: undefined };
}
