import { describe, expect, it } from 'vitest';
import { chooseActions, type Offer } from '../../../electron/data/platforms/discourse/choose-actions.ts';
import { listJoined } from '../../../electron/data/platforms/discourse/list-joined.ts';
import { discourse } from '../../../electron/data/platforms/discourse/module.ts';
import { mediaOf } from '../../../electron/data/platforms/discourse/post-media.ts';
import { reportVersion, serverVersionIn } from '../../../electron/data/platforms/discourse/report-version.ts';
import { siteLink } from '../../../electron/data/platforms/discourse/site-link.ts';
import type { HttpClient, HttpClientOptions } from '../../../electron/data/platforms/http/http-client.ts';
import { RequestBudget } from '../../../electron/data/platforms/http/request-budget.ts';
import { never } from '../../builders/practice.ts';

const offer = (action: string, bundle = 'b', needsMore = false): Offer => ({ action, bundle, needsMore });

describe('choosing among what a Discourse site offers', () => {
  it('takes nothing that deletes, hides, or needs a first half', () => {
    const dangerous = [
      'agree_and_hide',
      'delete_and_agree',
      'delete_and_ignore',
      'delete_user',
      'reject_and_delete',
      'approve_and_restore',
      'hide_post',
      'revise_and_reject_post',
    ].map((action) => offer(action));
    const halves = ['agree_and_keep', 'ignore', 'disagree'].map((action) => offer(action, 'b', true));
    for (const upheld of [true, false, null]) expect(chooseActions([...dangerous, ...halves], upheld)).toBeNull();
  });

  it('takes the plainest of several, whatever comes first', () => {
    const offers = [
      offer('agree_and_keep_message'),
      offer('agree_and_keep'),
      offer('approve'),
      offer('approve_and_unhide'),
    ];
    expect(chooseActions(offers, true)).toEqual(['agree_and_keep']);
    expect(chooseActions(offers, false)).toEqual(['approve']);
  });

  it('passes over what it may neither let through nor disagree with', () => {
    expect(chooseActions([offer('ignore')], false)).toEqual(['ignore']);
    expect(chooseActions([offer('ignore')], true)).toBeNull();
    expect(chooseActions([], null)).toBeNull();
  });

  it('needs something of every bundle where post and user are handled apart', () => {
    const post = [offer('no_action_post', 'post'), offer('hide_post', 'post'), offer('approve_post', 'post')];
    expect(chooseActions([...post, offer('no_action_user', 'user')], true)).toEqual([
      'no_action_post',
      'no_action_user',
    ]);
    expect(chooseActions([...post, offer('no_action_user', 'user')], false)).toEqual([
      'approve_post',
      'no_action_user',
    ]);
    expect(chooseActions([...post, offer('delete_user', 'user')], true)).toBeNull();
  });
});

describe('parts of the Discourse connector', () => {
  it('carries the site’s own number in a version', () => {
    expect(serverVersionIn(reportVersion(12, ['a']))).toBe(12);
    expect(reportVersion(12, ['a'])).not.toBe(reportVersion(12, ['b']));
    expect(serverVersionIn('account:active')).toBeNull();
    expect(serverVersionIn(null)).toBeNull();
  });

  it('names images and recordings, and nothing that is decoration or no web address', () => {
    const cooked = `<p><img src="/a.png" alt="x"><img class="emoji" src="/e.png"><img src="javascript:x">
      <video><source src="https://cdn.example/v.mp4"></video><audio src="//cdn.example/s.ogg"></audio></p>`;
    expect(mediaOf(cooked, 'https://site.example').map(({ kind, url }) => [kind, url])).toEqual([
      ['image', 'https://site.example/a.png'],
      ['video', 'https://cdn.example/v.mp4'],
      ['audio', 'https://cdn.example/s.ogg'],
    ]);
    expect(mediaOf('<b>'.repeat(50_000), 'https://site.example')).toEqual([]);
  });

  it('leaves half of the site’s minute to others while it reads lists, and a way for decisions', () => {
    const budget = new RequestBudget(discourse.limits);
    const left = (kind: 'page' | 'read' | 'write') => {
      for (let taken = 0; ; taken += 1) {
        try {
          budget.take(kind, 1_000);
        } catch {
          return taken;
        }
      }
    };
    expect([left('page'), left('read'), left('write')]).toEqual([30, 20, 10]);
  });

  it('sends the name along where a header can carry it', () => {
    const headersFor = (userName: string | null) => {
      let seen: Pick<HttpClientOptions, 'authorize'> = {};
      const target = {
        platform: 'discourse',
        baseUrl: 'https://site.example',
        accessToken: 'k',
        userName,
        software: null,
      } as const;
      discourse.create((how) => {
        seen = how ?? {};
        return {
          origin: 'https://site.example',
          base: 'https://site.example',
          send: () => Promise.reject(new Error('not asked')),
        };
      }, target);
      return seen.authorize?.('k');
    };
    expect(headersFor('morgan')).toEqual({ 'api-key': 'k', 'api-username': 'morgan' });
    expect(headersFor('ليلى')).toEqual({ 'api-key': 'k' });
    expect(headersFor(null)).toEqual({ 'api-key': 'k' });
  });
});

describe('an address of the site itself', () => {
  it.each([
    ['/t/a/1/2', 'https://example.org/forum', 'https://example.org/forum/t/a/1/2'],
    ['/forum/t/a/1/2', 'https://example.org/forum', 'https://example.org/forum/t/a/1/2'],
    ['https://example.org/forum/t/a/1/2', 'https://example.org/forum', 'https://example.org/forum/t/a/1/2'],
    ['//cdn.example/x', 'https://example.org/forum', 'https://cdn.example/x'],
    ['/t/a/1/2', 'https://example.org', 'https://example.org/t/a/1/2'],
    ['javascript:alert(1)', 'https://example.org', null],
    ['', 'https://example.org', null],
    [null, 'https://example.org', null],
  ])('%s of %s is %s', (address, base, whole) => {
    expect(siteLink(address, base)).toBe(whole);
  });
});

describe('the list of members', () => {
  it('reports what it can’t read on a page that it has to look at again, too', async () => {
    const user = (id: number) => ({ id, username: `m${id}`, created_at: new Date(id * 1000).toISOString() });
    const broken = { id: 102, username: 'm102', created_at: 'soon' };
    const pages = [[], [], [user(100), user(101), broken], [user(103)]];
    const http: HttpClient = {
      origin: 'https://forum.example',
      base: 'https://forum.example',
      send: ({ path }) =>
        Promise.resolve({ status: 200, headers: new Headers(), body: pages[Number(path.split('&page=')[1])] }),
    };
    // What stood on page 3 has moved up to page 2 since page 2 was read.
    const { items, rejected } = await listJoined(http, { page: 3, seen: 101_000 }, never);
    expect(items.map(({ memberRemoteId }) => memberRemoteId)).toEqual(['101', '103']);
    expect(rejected.map(({ raw }) => raw)).toEqual([broken]);
  });
});
