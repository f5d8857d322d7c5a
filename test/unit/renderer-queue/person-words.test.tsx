import { describe, expect, it } from 'vitest';
import { PersonWords } from '../../../renderer/features/case/person-words.tsx';
import type { SanctionForm } from '../../../shared/domain/community.ts';
import { aDraft } from '../../builders/case-views.ts';
import { mastodonLike } from '../../builders/like-platforms.ts';
import { markupOf } from '../ui/charts/render-chart.tsx';

async function formWhere(words: SanctionForm['words'], notifyPerson: boolean | null = null) {
  const capabilities = { ...mastodonLike, sanctionForms: words === undefined ? {} : { silence: { words } } };
  const form = aDraft({ personEffect: 'silence', notifyPerson });
  const markup = await markupOf(<PersonWords capabilities={capabilities} form={form} onChange={() => undefined} />);
  const box = /<input[^>]*role="switch"[^>]*>/.exec(markup)?.[0];
  return { markup, hasWords: markup.includes('<textarea'), tells: box === undefined ? null : /\bchecked/.test(box) };
}

describe('words to a sanctioned person', () => {
  it('are sent unless the moderator chooses otherwise, on most servers', async () => {
    expect(await formWhere(undefined)).toMatchObject({ hasWords: true, tells: true });
    expect(await formWhere(undefined, false)).toMatchObject({ hasWords: true, tells: false });
  });

  it('are not sent where anybody could read them, unless the moderator chooses so knowingly', async () => {
    const { markup, tells } = await formWhere('public');
    expect(tells).toBe(false);
    expect(markup).toContain('Anybody can read');
    expect(await formWhere('public', true)).toMatchObject({ tells: true });
  });

  it('leave no choice where the server has none', async () => {
    expect(await formWhere('always', false)).toMatchObject({ hasWords: true, tells: null });
    expect(await formWhere('unsent', true)).toMatchObject({ hasWords: false, tells: null });
  });
});
