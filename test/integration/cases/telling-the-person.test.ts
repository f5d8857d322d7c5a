import { expect, it } from 'vitest';
import { planEffects } from '../../../electron/data/cases/plan-effects.ts';
import type { SanctionForm } from '../../../shared/domain/community.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { mastodonLike } from '../../builders/like-platforms.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

it.each<{ words: SanctionForm['words']; wanted: boolean; told: boolean }>([
  { words: undefined, wanted: true, told: true },
  { words: 'public', wanted: true, told: true },
  { words: 'public', wanted: false, told: false },
  { words: 'always', wanted: false, told: true },
  { words: 'unsent', wanted: true, told: false },
])('plans what the server will do where words are $words and telling is wanted: $wanted', async (one) => {
  const sanctionForms = one.words === undefined ? {} : { silence: { words: one.words } };
  const capabilities = { ...mastodonLike, sanctionForms };
  const platform = new FakePlatform(capabilities);
  platform.addReport('ada');
  const desk = new SyncDesk({ connector: platform.connector(), capabilities });
  platform.elapsed = () => desk.elapsed;
  await desk.pull();
  const [row] = desk.openCases();
  if (!row) throw new Error('no open case');
  const plan = planEffects(desk.context.read, row, {
    finding: 'upheld',
    personEffect: 'silence',
    notifyPerson: one.wanted,
    removePosts: false,
  });
  const sanction = plan.find(({ effect }) => effect.kind === 'account.silence');
  expect(sanction?.effect.notifiesPerson).toBe(one.told);
});
