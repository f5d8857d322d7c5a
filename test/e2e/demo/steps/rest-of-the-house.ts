import { strings as words } from '../../../../shared/strings/en.ts';
import { type Demo, passphrase } from '../demo.ts';
import { expect } from '../patience.ts';

/** The rooms not seen yet, the practice community of the app itself, then the lock. */
export async function seeTheRest({ window, pictures }: Demo) {
  const { page } = window;
  await window.goTo('queue');
  await pictures.take('25-queue-after');
  await window.goTo('cases');
  await window.run('queue.next');
  await pictures.take('26-cases');
  await window.goTo('communities');
  await window.enter(page.getByRole('button', { name: words.communities.practice.start, exact: true }));
  await expect(page.getByText(words.communities.practice.running, { exact: true })).toBeVisible();
  await pictures.take('27-communities');
  await window.enter(page.getByRole('button', { name: words.communities.practice.stop, exact: true }));
  await expect(page.getByText(words.communities.practice.stopped, { exact: true })).toBeVisible();
  await window.goTo('settings');
  await pictures.take('28-settings');
  await window.run('app.lock');
  await expect(page.getByRole('heading', { name: words.vault.unlock.title })).toBeVisible();
  await pictures.take('29-lock');
  await window.type(page.getByLabel(words.vault.passphrase.label, { exact: true }), passphrase);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-network]')).toBeVisible();
  return { say: 'locked and opened again', value: undefined };
}
