import { describe, expect, it } from 'vitest';
import { RemoteValue } from '../../../electron/data/platforms/decode/remote-value.ts';
import { decodeReport } from '../../../electron/data/platforms/mastodon/decode-report.ts';

const account = (id: string, more: object = {}) => ({ id, username: `u${id}`, domain: null, ...more });

const post = (id: string) => ({ id, content: '<p>x</p>', account: { id: '2', acct: 'u2' } });

function aPayload(overrides: object = {}): Record<string, unknown> {
  return {
    id: '7',
    action_taken: false,
    action_taken_at: null,
    category: 'violation',
    comment: 'c',
    created_at: '2026-11-01T10:00:00.000Z',
    updated_at: '2026-11-01T10:00:00.000Z',
    account: account('1'),
    target_account: account('2'),
    assigned_account: null,
    action_taken_by_account: null,
    statuses: [post('10'), post('11')],
    rules: [{ id: '1' }, { id: '3' }],
    ...overrides,
  };
}

const decode = (payload: unknown) => decodeReport(new RemoteValue(payload), payload, null);

describe('the version of a report', () => {
  it.each([
    ['its state', { action_taken: true }],
    ['who resolved it', { action_taken_by_account: account('9') }],
    ['who holds it', { assigned_account: account('9') }],
    ['its category', { category: 'spam' }],
    ['its rules', { rules: [{ id: '1' }] }],
    ['its posts', { statuses: [post('10')] }],
    ['the account’s own state', { target_account: account('2', { silenced: true }) }],
  ])('changes with %s', (_what, overrides) => {
    expect(decode(aPayload(overrides)).version).not.toBe(decode(aPayload()).version);
  });

  it.each([
    ['the time of the last change', { updated_at: '2026-11-02T10:00:00.000Z' }],
    ['follower counts', { target_account: account('2', { account: { id: '2', acct: 'u2', followers_count: 5 } }) }],
    ['the order of posts and rules', { statuses: [post('11'), post('10')], rules: [{ id: '3' }, { id: '1' }] }],
    ['a field of a newer server', { collections: [] }],
  ])('does not change with %s', (_what, overrides) => {
    expect(decode(aPayload(overrides)).version).toBe(decode(aPayload()).version);
  });

  it('takes a report without reporter, posts, rules and update time', () => {
    const bare = aPayload({ account: null, statuses: undefined, rules: null, updated_at: undefined });
    expect(decode(bare)).toMatchObject({ reporter: null, posts: [], ruleIds: [], updatedAt: null });
  });

  it('knows the author’s state inside the posts', () => {
    const report = decode(aPayload({ target_account: account('2', { suspended: true }) }));
    expect(report.posts.map(({ author }) => author.state)).toEqual(['suspended', 'suspended']);
  });
});
