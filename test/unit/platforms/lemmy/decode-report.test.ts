import { describe, expect, it } from 'vitest';
import { RemoteValue } from '../../../../electron/data/platforms/decode/remote-value.ts';
import { decodeReport } from '../../../../electron/data/platforms/lemmy/decode-report.ts';
import { readReportId, reportRemoteId } from '../../../../electron/data/platforms/lemmy/remote-ids.ts';
import { LemmyViews } from '../../../stand-ins/lemmy/lemmy-views.ts';
import { LemmyWorld } from '../../../stand-ins/lemmy/lemmy-world.ts';

/** A reported post, and how each version shows it. */
function aWorld() {
  const world = new LemmyWorld();
  const moderator = world.addPerson('ines');
  const author = world.addPerson('bruno', { host: 'far.example' });
  const space = world.addCommunity('workshop', [moderator.id]);
  const post = world.addPost(space.id, author.id, { url: 'https://pictures.example/a.png', urlType: 'image/png' });
  const report = world.addReport('post', post.id, moderator.id);
  const show = (version: 'v3' | 'v4') => {
    const view = new LemmyViews(world, version).reportView(report, moderator.id);
    return decodeReport('post', new RemoteValue(view), view, new Map([[37, 'en']]));
  };
  return { world, moderator, author, space, post, report, show };
}

describe('a reported post', () => {
  it('reads the same in both versions, so that an upgrade changes no id and moves nothing on', () => {
    const { show } = aWorld();
    const { payloadHash: _one, ...before } = show('v3');
    const { payloadHash: _other, ...after } = show('v4');
    const counts = { posts: 1, comments: 0 };
    expect(after).toEqual({
      ...before,
      reporter: { ...before.reporter, counts: { posts: 0, comments: 0 } },
      target: { ...before.target, counts },
      posts: before.posts.map((post) => ({ ...post, author: { ...post.author, counts } })),
    });
    expect(before.target).toMatchObject({ handle: 'bruno@far.example', server: 'far.example' });
  });

  it('shows the picture it linked to as a reference', () => {
    const [post] = aWorld().show('v3').posts;
    expect(post?.media).toEqual([expect.objectContaining({ kind: 'image', url: 'https://pictures.example/a.png' })]);
    expect(post?.text).not.toContain('pictures.example');
  });

  it.each(['v3', 'v4'] as const)('takes nobody for staff because the asker moderates, %s', (version) => {
    expect(aWorld().show(version).target.isStaff).toBe(false);
  });

  it.each(['v3', 'v4'] as const)('changes its version with whatever a decision rests on, %s', (version) => {
    const { world, moderator, author, space, post, report, show } = aWorld();
    const changes = [
      () => undefined,
      () => void space.banned.add(author.id),
      () => void Object.assign(author, { banned: true }),
      () => void Object.assign(post, { removed: true }),
      () => world.resolve(report, moderator.id, true),
      () => world.resolve(report, author.id, true),
      () => world.resolve(report, author.id, false),
    ];
    const versions = changes.map((change) => {
      change();
      return show(version).version;
    });
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('keeps its version when only its words are edited', () => {
    const { post, show } = aWorld();
    const before = show('v4');
    post.body = 'Something harmless';
    post.updated = post.published + 60_000;
    expect(show('v4')).toMatchObject({ version: before.version, posts: [{ text: before.posts[0]?.text }] });
    expect(show('v4').posts[0]?.editedAt).toBe(post.updated);
  });

  it('is a violation when the reporter says that it breaks the rules of the server', () => {
    const { world, post, moderator } = aWorld();
    const report = world.addReport('post', post.id, moderator.id, { violatesInstanceRules: true });
    const view = new LemmyViews(world, 'v4').reportView(report, moderator.id);
    expect(decodeReport('post', new RemoteValue(view), view, new Map()).category).toBe('violation');
  });

  it('tolerates what a newer version adds, and names what is missing', () => {
    const { world, report, moderator } = aWorld();
    const view = new LemmyViews(world, 'v4').reportView(report, moderator.id);
    const newer = { ...view, from_a_newer_version: { kind: 'unheard_of' } };
    expect(decodeReport('post', new RemoteValue(newer), newer, new Map()).state).toBe('open');
    const broken = { ...view, post_report: { ...(view.post_report as object), reason: undefined, resolved: 'no' } };
    expect(() => decodeReport('post', new RemoteValue(broken), broken, new Map())).toThrow(
      'post_report.resolved: not true or false',
    );
  });
});

describe('ids of reports', () => {
  it.each([
    { kind: 'post', id: 7, about: [31] },
    { kind: 'comment', id: 3, about: [31, 44] },
    { kind: 'message', id: 5, about: [] },
    { kind: 'community', id: 1, about: [2] },
  ] as const)('can be read again: $kind', (ref) => {
    expect(readReportId(reportRemoteId(ref))).toEqual(ref);
  });

  it.each(['7', 'post:', 'post:7@', 'person:7', 'post:7@1.2.3', 'post:-1', ''])('are no other text: %s', (text) => {
    expect(readReportId(text)).toBeNull();
  });
});
