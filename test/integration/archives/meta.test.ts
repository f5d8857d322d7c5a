import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoLatin1 } from '../../../electron/data/platforms/archives/meta/undo-latin1.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { activitiesOf, everythingIn, readArchiveInto } from '../../builders/archives/import-archive.ts';
import { aComment, aFollower, metaJson, thePersonal } from '../../builders/archives/meta-download.ts';
import { writeZip } from '../../builders/archives/zip-file.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

const start = Date.UTC(2025, 2, 1, 10) / 1000;
const zip = (entries: Record<string, string>, name = 'a.zip') => writeZip(join(store.folder, name), entries);
const followers = 'connections/followers_and_following/followers_1.json';
const comments = 'your_instagram_activity/comments/post_comments_1.json';
const personal = 'personal_information/personal_information/personal_information.json';

const download = {
  [personal]: metaJson(thePersonal('garden.house')),
  [followers]: metaJson([aFollower('ada', start), aFollower('ben', start + 60)]),
  [comments]: metaJson([aComment('ada', start + 100), aComment('garden.house', start + 200)]),
  'your_instagram_activity/media/posts_1.json': metaJson([
    { media: [{ uri: 'media/posts/1.jpg', creation_timestamp: start + 300, title: '🌈' }] },
    { media: [{ uri: 'a' }, { uri: 'b' }], title: 'Grüße', creation_timestamp: start + 400 },
  ]),
  'your_instagram_activity/media/stories.json': metaJson({
    ig_stories: [{ uri: 's', creation_timestamp: start + 500 }],
  }),
  'your_instagram_activity/likes/liked_posts.json': metaJson({
    likes_media_likes: [{ title: 'ben', string_list_data: [{ href: 'h', value: '👍', timestamp: start + 600 }] }],
  }),
  'your_instagram_activity/messages/inbox/ada/message_1.json': metaJson({ messages: [{ content: 'a secret' }] }),
  'logged_information/past_instagram_insights/reels.json': metaJson({ organic_insights_reels: [{}] }),
  'connections/followers_and_following/following.json': metaJson({
    relationships_following: [aFollower('cleo', start)],
  }),
};

describe('an Instagram download', () => {
  it('tells who follows, and when the account posted, answered and liked', async () => {
    expect(await readArchiveInto(store, await zip(download))).toMatchObject({ added: 8, rejected: 0 });
    const told = activitiesOf(store).map(({ who, whom, kind, level }) => [who, whom, kind, level]);
    const owner = 'instagram:garden.house';
    expect(told).toEqual([
      ['instagram:ada', null, 'seen', 0],
      ['instagram:ben', null, 'seen', 0],
      [owner, 'instagram:ada', 'reply', 3],
      [owner, null, 'message', 2],
      [owner, null, 'post', 2],
      [owner, null, 'post', 2],
      [owner, null, 'post', 2],
      [owner, 'instagram:ben', 'reaction', 1],
    ]);
    const joined = store.read.prepare(`SELECT joined_at FROM members WHERE handle = 'ada'`).pluck().get();
    expect(joined).toBe(start * 1000);
    const stored = everythingIn(store);
    for (const secret of ['nobody may keep', 'a secret', 'garden@example.org', 'cleo'])
      expect(stored).not.toContain(secret);
  });

  it('is counted once when a newer one comes', async () => {
    await readArchiveInto(store, await zip(download));
    const newer = {
      ...download,
      [followers]: metaJson([aFollower('dora', start + 900), aFollower('ada', start + 800)]),
    };
    expect(await readArchiveInto(store, await zip(newer, 'b.zip'))).toMatchObject({ added: 1, alreadyKnown: 7 });
  });

  it('gives names their letters back', async () => {
    const named = { ...download, [comments]: metaJson([aComment('zoë.garten', start), aComment('ليلى', start + 1)]) };
    await readArchiveInto(store, await zip(named));
    const handles = store.read.prepare('SELECT handle FROM members').pluck().all();
    expect(handles).toEqual(expect.arrayContaining(['zoë.garten', 'ليلى']));
  });

  it('reads accounts in other languages and the forms of other years', async () => {
    const french = {
      [personal]: metaJson(thePersonal('garden.house', 'Nom d’utilisateur')),
      'followers_and_following/followers.json': metaJson({ relationships_followers: [aFollower('ada', start)] }),
      'comments/post_comments.json': metaJson({
        comments_media_comments: [
          { title: 'ada', string_list_data: [{ value: 'x', timestamp: start + 1 }] },
          { string_map_data: { Commentaire: { value: 'x' }, Heure: { timestamp: start + 2 } } },
        ],
      }),
      'connections/followers_and_following/followers_2.json': metaJson([
        { title: 'eli', string_list_data: [{ href: 'https://www.instagram.com/eli', timestamp: start + 3 }] },
        { title: '', string_list_data: [{ href: 'https://www.instagram.com/fay', timestamp: start + 4 }] },
        { title: '', string_list_data: [{ href: 'https://elsewhere.example/x', timestamp: start + 4 }] },
        { title: 'gil', string_list_data: [{ href: '' }] },
      ]),
    };
    expect(await readArchiveInto(store, await zip(french))).toMatchObject({ added: 5, rejected: 2 });
    const people = activitiesOf(store).map(({ who, whom }) => [who, whom]);
    expect(people).toContainEqual(['instagram:garden.house', 'instagram:ada']);
    expect(people).toContainEqual(['instagram:fay', null]);
  });

  it('keeps nobody’s name with pseudonyms', async () => {
    await readArchiveInto(store, await zip(download), { people: 'pseudonyms' });
    const stored = everythingIn(store);
    for (const name of ['garden.house', 'follows:']) expect(stored).not.toContain(name);
    expect(activitiesOf(store)[2]?.whom).toBe(activitiesOf(store)[0]?.who);
  });

  it('is refused when it was made for reading', async () => {
    const pages = await zip({
      'start_here.html': '<html>',
      'connections/followers_and_following/followers_1.html': '<html>',
    });
    await expect(readArchiveInto(store, pages)).rejects.toMatchObject({ code: 'archive-html' });
  });
});

describe('a Facebook download', () => {
  it('tells what the account did in groups', async () => {
    const groups = {
      'personal_information/profile_information/profile_information.json': metaJson({
        profile_v2: { name: { full_name: 'Zoë Garten' } },
      }),
      'your_facebook_activity/groups/your_group_membership_activity.json': metaJson({
        groups_joined_v2: [{ timestamp: start, data: [{ name: 'Regenbogen Köln' }], title: 'Zoë …' }],
      }),
      'your_facebook_activity/groups/group_posts_and_comments.json': metaJson({
        group_posts_v2: [{ timestamp: start + 1, data: [{ post: 'words that nobody may keep' }], title: 'Zoë …' }],
      }),
      'your_facebook_activity/groups/your_comments_in_groups.json': metaJson({
        group_comments_v2: [
          {
            timestamp: start + 2,
            data: [{ comment: { comment: 'x', author: 'Zoë Garten', group: 'Regenbogen Köln' } }],
          },
          { data: [] },
        ],
      }),
      'your_facebook_activity/messages/inbox/a/message_1.json': metaJson({ messages: [] }),
    };
    expect(await readArchiveInto(store, await zip(groups))).toMatchObject({ added: 3, rejected: 1 });
    expect(activitiesOf(store)).toMatchObject([
      { who: 'facebook:Zoë Garten', kind: 'seen', space: 'Regenbogen Köln' },
      { kind: 'post', space: null },
      { kind: 'reply', space: 'Regenbogen Köln' },
    ]);
    expect(everythingIn(store)).not.toContain('nobody may keep');
  });
});

describe('letters of Meta', () => {
  it.each([
    ['Ã©', 'é'],
    ['\u00f0\u009f\u008c\u0088', '🌈'],
    ['\u00d9\u0084\u00d9\u008a\u00d9\u0084\u00d9\u0089', 'ليلى'],
    ['plain', 'plain'],
    ['é', 'é'],
    ['ليلى', 'ليلى'],
    ['ليلى Ã©', 'ليلى Ã©'],
    ['\u00f0\u009f', '\u00f0\u009f'],
  ])('%j are %j', (written, meant) => {
    expect(undoLatin1(written)).toBe(meant);
  });
});
