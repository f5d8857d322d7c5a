import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../../../shared/domain/community.ts';
import { takesWords, tellsPerson } from '../../../shared/domain/tell-person.ts';
import { mastodonLike } from '../../builders/like-platforms.ts';

const can: Capabilities = {
  ...mastodonLike,
  sanctionForms: { silence: { words: 'public' }, suspend: { words: 'always' }, disable: { words: 'unsent' } },
};

describe('telling a sanctioned person', () => {
  it('is usual on most servers, and not where anybody could read the words', () => {
    expect(tellsPerson(can, 'warn', null)).toBe(true);
    expect(tellsPerson(null, 'warn', null)).toBe(true);
    expect(tellsPerson(can, 'silence', null)).toBe(false);
  });

  it('is as it was chosen, where there is a choice', () => {
    const told = (chosen: boolean) =>
      (['warn', 'silence', 'suspend', 'disable'] as const).filter((effect) => tellsPerson(can, effect, chosen));
    expect(told(true)).toEqual(['warn', 'silence', 'suspend']);
    expect(told(false)).toEqual(['suspend']);
  });

  it('asks for words where they come to somebody', () => {
    expect(takesWords(can, 'suspend')).toBe(true);
    expect(takesWords(can, 'disable')).toBe(false);
    expect(takesWords(can, 'none')).toBe(false);
    expect(takesWords(null, 'suspend')).toBe(true);
  });
});
