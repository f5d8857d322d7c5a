import { describe, expect, it } from 'vitest';
import {
  effectWordsKey,
  emptyDraft,
  finalParts,
  groupPreview,
  isEmptyDraft,
  isIrreversible,
  lackOf,
  missingEffects,
  offeredEffects,
  refusalOf,
} from '../../../renderer/features/case/decision-form.ts';
import { factsOf } from '../../../renderer/features/case/seen-facts.ts';
import type { Capabilities } from '../../../shared/domain/community.ts';
import type { PlannedEffect } from '../../../shared/domain/decision.ts';
import { errorCodes } from '../../../shared/ipc/errors.ts';
import { aCaseReport, aCaseView, aDraft } from '../../builders/case-views.ts';

const capabilities = {
  personEffects: ['suspend', 'warn', 'silence'],
  irreversible: ['suspend'],
} as unknown as Capabilities;

function anEffect(overrides: Partial<PlannedEffect> = {}): PlannedEffect {
  return {
    kind: 'report.resolve',
    target: 'report',
    remoteId: '1',
    sideEffect: false,
    irreversible: false,
    notifiesPerson: false,
    ...overrides,
  };
}

describe('the decision form', () => {
  it('offers what the platform has, always in the same order and with a way to do nothing', () => {
    expect(offeredEffects(capabilities)).toEqual(['none', 'warn', 'silence', 'suspend']);
    expect(missingEffects(capabilities)).toEqual(['sensitive', 'disable']);
    expect(offeredEffects(null)).toEqual(['none']);
  });

  it('knows what cannot be undone there', () => {
    expect(isIrreversible(capabilities, 'suspend')).toBe(true);
    expect(isIrreversible(capabilities, 'silence')).toBe(false);
    expect(isIrreversible(null, 'suspend')).toBe(false);
  });

  it('says what an effect does where it does something else than on most platforms', () => {
    const can = {
      ...capabilities,
      sanctionForms: { silence: { does: 'no-writing' }, suspend: { words: 'unsent' } },
    } as const;
    expect(effectWordsKey(can, 'silence')).toBe('no-writing');
    expect(effectWordsKey(can, 'suspend')).toBe('suspend');
    expect(effectWordsKey(can, 'none')).toBe('none');
    expect(effectWordsKey(capabilities, 'silence')).toBe('silence');
    expect(effectWordsKey(null, 'suspend')).toBe('suspend');
  });

  it('asks once more for what can’t be taken back: the sanction, the posts, or both', () => {
    const final = (personEffect: 'silence' | 'suspend', removePosts: boolean, restorePost?: boolean) =>
      finalParts({ ...capabilities, ...(restorePost !== undefined && { restorePost }) }, { personEffect, removePosts });
    expect(final('silence', false)).toEqual({ person: false, posts: false });
    expect(final('suspend', true, false)).toEqual({ person: true, posts: true });
    expect(final('silence', true)).toEqual({ person: false, posts: true });
    expect(final('silence', true, true)).toEqual({ person: false, posts: false });
  });

  it('says equal actions once with their number and keeps what the server adds apart', () => {
    const { ours, servers } = groupPreview([
      anEffect({ kind: 'account.suspend', target: 'account', irreversible: true, notifiesPerson: true }),
      anEffect({ remoteId: '2' }),
      anEffect({ remoteId: '3', sideEffect: true }),
      anEffect({ remoteId: '4', sideEffect: true }),
    ]);
    expect(ours).toEqual([
      { kind: 'account.suspend', count: 1, irreversible: true, notifiesPerson: true },
      { kind: 'report.resolve', count: 1, irreversible: false, notifiesPerson: false },
    ]);
    expect(servers).toEqual([{ kind: 'report.resolve', count: 2, irreversible: false, notifiesPerson: false }]);
  });

  it('has an answer for every error of the contract', () => {
    for (const code of errorCodes) expect(refusalOf(code).kind).toBeTypeOf('string');
    expect(refusalOf('claim-held', { until: 5 })).toEqual({ kind: 'held', until: 5 });
    expect(refusalOf('claim-held')).toEqual({ kind: 'held', until: null });
    expect(refusalOf('disk-full')).toEqual({ kind: 'failed', code: 'disk-full' });
  });

  it('asks for a finding before anything is sent', () => {
    expect(lackOf(emptyDraft)).toEqual({ kind: 'finding' });
    expect(lackOf(aDraft())).toBeNull();
  });

  it('keeps no draft in which nothing was written', () => {
    expect(isEmptyDraft(emptyDraft)).toBe(true);
    expect(isEmptyDraft({ ...emptyDraft, note: ' ' })).toBe(true);
    expect(isEmptyDraft({ ...emptyDraft, note: 'a' })).toBe(false);
    expect(isEmptyDraft({ ...emptyDraft, notifyPerson: false })).toBe(false);
    expect(isEmptyDraft({ ...emptyDraft, notifyPerson: true })).toBe(false);
    expect(isEmptyDraft({ ...emptyDraft, removePosts: true })).toBe(false);
  });
});

describe('the facts a decision rests on', () => {
  it('change with a new complaint, an edit or a sanction, and not with a claim or a note', () => {
    const view = aCaseView();
    const changed = [
      aCaseView({ reports: [aCaseReport(), aCaseReport({ reportId: 2 })] }),
      aCaseView({ reports: [aCaseReport({ remoteState: 'resolved' })] }),
      aCaseView({ member: { ...view.member, accountState: 'silenced' } }),
    ];
    for (const other of changed) expect(factsOf(other)).not.toBe(factsOf(view));
    const claimed = aCaseView({
      version: 2,
      state: 'claimed',
      claim: { holder: 'me', mine: true, since: 1, leaseUntil: 2, where: 'local', onServer: 'shown' },
      notes: [
        {
          noteId: 1,
          about: 'case',
          audience: 'team',
          kind: 'note',
          body: 'seen',
          author: 'Sam',
          createdAt: 1,
          sending: null,
        },
      ],
    });
    expect(factsOf(claimed)).toBe(factsOf(view));
  });
});
