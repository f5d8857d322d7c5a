import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strings as words } from '../../../../shared/strings/en.ts';
import { answerOf } from '../../harness/call-hearth.ts';
import type { Demo } from '../demo.ts';
import { hold } from '../narrate.ts';
import { expect } from '../patience.ts';

/** A year of activities comes in from a file, through the window. */
export async function importActivities({ window, world, pictures, scratch }: Demo) {
  const { page } = window;
  const { csv, count } = world.activities();
  const file = path.join(scratch, 'activities.csv');
  writeFileSync(file, csv);
  await window.answerDialogs({ file });
  await window.goTo('imports');
  await pictures.take('18-import');
  await window.enter(page.getByRole('button', { name: words.imports.screen.choose }));
  const [community] = await answerOf(page, 'communities.list', {});
  hold(community, 'No community is connected.');
  // The menu's own name stands last in it; another one asks with what community the data begin.
  const menu = page.getByRole('button', { name: new RegExp(`${words.imports.screen.target.community}$`) });
  await window.choose(menu, community.name);
  await expect(page.getByRole('heading', { name: words.imports.screen.preview.title })).toBeVisible();
  await pictures.take('19-import-preview');
  await window.enter(page.getByRole('button', { name: words.imports.screen.start }));
  await expect(page.getByText(words.imports.screen.run.finished)).toBeVisible();
  await pictures.take('20-import-done');
  const imported = (await answerOf(page, 'imports.list', { communityId: community.id }))[0];
  hold(imported, 'The import left no trace.');
  hold(imported.added === count, `The file holds ${count} activities, but ${imported.added} were imported.`);
  hold(imported.rejected === 0, `${imported.rejected} lines of the file were rejected.`);
  return { say: `${count} activities from a file`, value: count };
}
