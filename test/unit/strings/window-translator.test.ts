import { expect, it } from 'vitest';
import { changeLanguage, startTranslator } from '../../../renderer/app/translator.ts';

const session = { start: new Date('2026-03-05T00:00:00Z') };

it('says days and numbers inside sentences as the whole interface does', async () => {
  const translator = await startTranslator('en', 'en-GB');
  expect(translator.t('connection:rows.session', session)).toContain('5 Mar 2026');
  await changeLanguage('en', 'en-US');
  expect(translator.t('connection:rows.session', session)).toContain('Mar 5, 2026');
  await changeLanguage('ar', 'ar-u-nu-arab');
  expect(translator.t('connection:rows.session', session)).toContain('٢٠٢٦');
  expect(translator.t('dashboards:split.version', { version: 3 })).toContain('٣');
});
