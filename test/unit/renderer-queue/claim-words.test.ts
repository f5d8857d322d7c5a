import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { sayClaim } from '../../../renderer/features/case/claim-words.ts';
import type { CaseClaim } from '../../../shared/ipc/topics/case.ts';

const t = ((key: string, { holder = '', time = '' } = {}) => [key, holder, time].filter(Boolean).join(' ')) as unknown;
const say = (claim: CaseClaim | null) => sayClaim(t as TFunction<'case'>, claim, '14:30');
const claim: CaseClaim = { holder: 'Sam', mine: true, since: 1, leaseUntil: 2, where: 'local', onServer: 'shown' };

describe('who holds a case', () => {
  it.each<[string, CaseClaim | null]>([
    ['claim.free', null],
    ['claim.mine 14:30 · claim.onServer.shown', claim],
    ['claim.mine 14:30 · claim.onServer.waiting', { ...claim, onServer: 'waiting' }],
    // As in a community that is known from files alone.
    ['claim.mine 14:30', { ...claim, onServer: null }],
    ['claim.other Sam 14:30', { ...claim, mine: false, onServer: null }],
    ['claim.remote Sam', { ...claim, mine: false, where: 'remote', onServer: null }],
  ])('%s', (words, held) => {
    expect(say(held)).toBe(words);
  });
});
