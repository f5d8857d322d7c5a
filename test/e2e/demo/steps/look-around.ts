import { strings as words } from '../../../../shared/strings/en.ts';
import type { Demo } from '../demo.ts';
import { hold } from '../narrate.ts';
import { expect } from '../patience.ts';

/** Still offline: what waits to be sent, the palette, the keys. */
export async function lookAround({ window, pictures }: Demo) {
  const { page } = window;
  await window.goTo('cases');
  await window.enter(page.getByRole('radio', { name: words.queue.views.sending }));
  await expect(page.getByText(words.queue.outbox.lead).first()).toBeVisible();
  await pictures.take('13-sending-offline');
  await window.run('app.palette');
  await expect(page.getByRole('dialog')).toBeVisible();
  await pictures.take('14-palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: words.commands.help.title })).toBeVisible();
  await pictures.take('15-help');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  const { decisionsWaiting } = await window.status();
  return { say: `${decisionsWaiting} decisions wait to be sent`, value: decisionsWaiting };
}

/** Meanwhile a colleague closes the reports that one of our decisions is about. */
export async function colleagueDecides({ world }: Demo, accountRemoteId: string, requestsBefore: number) {
  hold(world.requestCount() === requestsBefore, 'Requests reached the server although the network was off.');
  world.colleagueCloses(accountRemoteId);
  return { say: `${world.colleague} closes the reports of one of these cases on the server`, value: undefined };
}
