import { describe, expect, it } from 'vitest';
import { upsertMember } from '../../../electron/data/store/members/commands.ts';
import { recordStore } from '../../../electron/data/store/outreach/records.ts';
import type { RecordKindId } from '../../../shared/domain/health/records.ts';
import { aDataContext } from '../../builders/data-context.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { type RecordTexts, saveRecord } from '../../builders/records.ts';
import { aStore } from '../../builders/store.ts';

describe('an account marked as automated', () => {
  it('is left out of every count until the mark is taken off, whatever its platform tells meanwhile', () => {
    const store = aStore();
    const context = aDataContext(store);
    const communityId = aCommunity(store.write, { platform: 'mastodon' });
    const save = (kind: RecordKindId, values: RecordTexts) => saveRecord(context, communityId, kind, values);
    const isBot = (remoteId: string) =>
      store.read.prepare('SELECT is_bot FROM members WHERE remote_id = ?').pluck().get(remoteId);
    aMember(store.write, communityId, { remote_id: '7', handle: 'greeter' });
    const seen = (bot: boolean) =>
      upsertMember(store.write, {
        communityId,
        remoteId: '7',
        handle: 'greeter',
        displayName: '',
        server: null,
        isBot: bot,
        isStaff: false,
        accountState: 'active',
        joinedAt: null,
        facts: {},
        at: 1,
      });
    expect(save('automatedAccount', { member: '@greeter' })).toMatchObject({ state: 'added', recordId: 1 });
    seen(false);
    expect(isBot('7')).toBe(1);
    expect(save('automatedAccount', { member: 'greeter' })).toMatchObject({ state: 'known' });
    expect(save('joinDate', { member: 'greeter', day: '2026-03-06' })).toMatchObject({
      problems: [{ problem: 'member-is-bot' }],
    });
    const marks = recordStore('automatedAccount');
    const putBack = marks.remove(store.write, communityId, 1);
    expect(isBot('7')).toBe(0);
    putBack(store.write);
    seen(true);
    marks.remove(store.write, communityId, 1);
    expect(isBot('7')).toBe(1);
  });
});
