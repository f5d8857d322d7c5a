import { strings as words } from '../../../../shared/strings/en.ts';
import { answerOf } from '../../harness/call-hearth.ts';
import type { Demo } from '../demo.ts';
import { hold } from '../narrate.ts';
import { expect } from '../patience.ts';

/** Connects the community through the window, with its address and a token. */
export async function connect({ window, pictures, world }: Demo) {
  const { page } = window;
  const address = await world.connectNetwork();
  await window.goTo('communities');
  await pictures.take('06-communities-empty');
  await window.enter(page.getByRole('button', { name: words.communities.connect }));
  await window.type(page.getByRole('textbox', { name: words.communities.form.address }), address);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: words.communities.form.token }).press('Space');
  await window.type(page.getByRole('textbox', { name: words.communities.form.tokenLabel }), world.issueToken());
  await pictures.take('07-communities-connect');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.communities.state.connected, { exact: true }).last()).toBeVisible();
  return { say: 'signed in with a token', value: undefined };
}

/** Waits until everything was read, and holds the number of reports against the server's. */
export async function readReports({ window, world }: Demo) {
  const status = await window.untilStatus(
    'reports were never read',
    ({ lastSyncAt, syncs }) => lastSyncAt !== null && syncs.every(({ phase }) => phase === 'idle'),
  );
  const trouble = status.syncs.find(({ lastErrorCode }) => lastErrorCode !== null);
  hold(!trouble, `Reading stopped: ${trouble?.lastErrorCode}.`);
  const { rows } = await answerOf(window.page, 'queue.page', { filter: { view: 'all' }, limit: 500 });
  const read = rows.reduce((sum, { reportCount }) => sum + reportCount, 0);
  const open = world.world.state.reports.filter(({ actionTakenAt }) => actionTakenAt === null).length;
  hold(read === open, `The server has ${open} open reports, but ${read} were read.`);
  return { say: `${read} open reports in ${rows.length} cases`, value: read };
}
