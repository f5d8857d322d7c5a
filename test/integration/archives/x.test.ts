import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { activitiesOf, everythingIn, readArchiveInto } from '../../builders/archives/import-archive.ts';
import { writeZip } from '../../builders/archives/zip-file.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore({ timeZone: 'America/New_York' });
});
afterEach(() => store.close());

const zip = (entries: Record<string, string>, name = 'a.zip') => writeZip(join(store.folder, name), entries);
const js = (name: string, value: unknown, part = 0) =>
  `window.YTD.${name}.part${part} = ${JSON.stringify(value, null, 2)}`;

const aTweet = (id: string, overrides: Record<string, unknown> = {}) => ({
  tweet: {
    edit_info: { initial: { editTweetIds: [id], isEditEligible: false } },
    favorite_count: '2',
    retweet_count: '1',
    id_str: id,
    id,
    created_at: 'Sat Mar 01 12:00:00 +0000 2025',
    full_text: 'words that nobody may keep',
    lang: 'en',
    ...overrides,
  },
});
const anAnswerTo = (status: string, user: string) => ({
  in_reply_to_status_id_str: status,
  in_reply_to_user_id_str: user,
  in_reply_to_screen_name: user === '7' ? 'garden' : 'ada',
});

const archive = {
  'Your archive.html': '<html></html>',
  'data/manifest.js': `window.__THAR_CONFIG = ${JSON.stringify({
    userInfo: { accountId: '7', userName: 'garden' },
    archiveInfo: { sizeBytes: '1', generationDate: '2025-06-01T12:00:00.000Z', isPartialArchive: false },
    dataTypes: { tweets: { files: [] } },
  })}`,
  'data/account.js': js('account', [
    { account: { email: 'garden@example.org', accountId: '7', username: 'garden', accountDisplayName: 'Garden 🌈' } },
  ]),
  'data/follower.js': js(
    'follower',
    [1, 2, 3].map((id) => ({ follower: { accountId: String(id), userLink: '' } })),
  ),
  'data/tweets.js': js('tweets', [
    aTweet('1'),
    aTweet('2', { ...anAnswerTo('99', '8'), created_at: 'Sat Mar 01 13:00:00 +0000 2025' }),
    aTweet('3', { ...anAnswerTo('1', '7'), created_at: 'Sat Mar 01 14:00:00 +0000 2025' }),
    aTweet('4', { full_text: 'RT @ada: words', favorite_count: '900', created_at: 'Sat Mar 01 15:00:00 +0000 2025' }),
    aTweet('5', { created_at: 'soon' }),
  ]),
  'data/tweets-part1.js': js('tweets', [aTweet('6', { created_at: 'Sun Mar 02 03:00:00 +0000 2025' })], 1),
  'data/direct-messages.js': js('direct_messages', [{ dmConversation: { text: 'a secret' } }]),
};

const figures = () =>
  store.read.prepare('SELECT key, period_start AS at, value FROM measures ORDER BY key, period_start').all();

describe('an X archive', () => {
  it('tells when the account posted, whom it answered, and what its posts received', async () => {
    expect(await readArchiveInto(store, await zip(archive))).toMatchObject({ added: 5, rejected: 1, figures: 3 });
    const [post, answer, thread, passedOn, late] = activitiesOf(store);
    expect(post).toMatchObject({ who: 'x:7', kind: 'post', level: 2, at: Date.UTC(2025, 2, 1, 12) });
    expect(answer).toMatchObject({ whom: 'x:8', kind: 'reply', level: 3 });
    expect(thread).toMatchObject({ whom: null, kind: 'message', parent: post?.id });
    expect(passedOn).toMatchObject({ kind: 'reaction', level: 1 });
    expect(late).toMatchObject({ kind: 'post' });
    // 03:00 UTC is still the day before in New York; what was passed on has its author's likes.
    expect(figures()).toEqual([
      { key: 'x.followers', at: Date.UTC(2025, 5, 1), value: 3 },
      { key: 'x.likes-received', at: Date.UTC(2025, 2, 1), value: 8 },
      { key: 'x.reposts-received', at: Date.UTC(2025, 2, 1), value: 4 },
    ]);
    const stored = everythingIn(store);
    for (const secret of ['nobody may keep', 'a secret', 'garden@example.org']) expect(stored).not.toContain(secret);
    expect(store.read.prepare(`SELECT handle FROM members WHERE remote_id = 'x:8'`).pluck().get()).toBe('ada');
  });

  it('is counted once, and its figures are those of the newest', async () => {
    await readArchiveInto(store, await zip(archive));
    const before = figures();
    expect(await readArchiveInto(store, await zip(archive, 'b.zip'))).toMatchObject({ added: 0, alreadyKnown: 5 });
    expect(figures()).toEqual(before);
  });

  it('is read in its older form too', async () => {
    const { tweet } = aTweet('1');
    const old = {
      'data/tweet.js': js('tweet', [tweet, aTweet('2', { created_at: 'Sat Mar 01 13:00:00 +0000 2025' })]),
    };
    expect(await readArchiveInto(store, await zip(old))).toMatchObject({ added: 2, figures: 2 });
    expect(activitiesOf(store)[0]?.who).toBe('x:account-owner');
  });

  it('says where it is no JSON, and keeps no half figures', async () => {
    const broken = { ...archive, 'data/tweets-part1.js': 'window.YTD.tweets.part1 = [ {"tweet": {' };
    await expect(readArchiveInto(store, await zip(broken))).rejects.toMatchObject({ code: 'archive-cut-off' });
    expect(activitiesOf(store)).toHaveLength(4);
    expect(figures()).toEqual([]);
    const program = { ...archive, 'data/tweets.js': 'while (true) {}' };
    await expect(readArchiveInto(store, await zip(program, 'b.zip'))).rejects.toMatchObject({
      code: 'archive-cut-off',
    });
  });
});
