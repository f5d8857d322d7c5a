import { strings as words } from '../../../../shared/strings/en.ts';
import type { Demo } from '../demo.ts';
import { hold } from '../narrate.ts';
import { expect } from '../patience.ts';
import type { MadeDecision } from './work-offline.ts';

/** The conflict, side by side; settled by key in favour of what the colleague did. */
export async function settleConflict({ window, pictures }: Demo, decision: MadeDecision) {
  const { page } = window;
  await window.goTo('conflicts');
  await expect(page.getByRole('heading', { level: 2, name: decision.caseName })).toBeVisible();
  const table = page.getByRole('table', { name: words.conflicts.title });
  await expect(table.getByRole('row').filter({ hasText: words.conflicts.changed }).first()).toBeVisible();
  await pictures.take('16-conflict');
  await window.run('conflicts.keepTheirs');
  await expect(page.getByRole('heading', { name: words.conflicts.empty.title })).toBeVisible();
  await pictures.take('17-conflicts-settled');
  const { conflicts } = await window.untilStatus('the conflict stayed open', (status) => status.conflicts === 0);
  hold(conflicts === 0, 'The conflict is still open.');
  return { say: 'shown side by side and settled by key', value: 1 };
}
