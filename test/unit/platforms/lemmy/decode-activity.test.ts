import { describe, expect, it } from 'vitest';
import { RemoteValue } from '../../../../electron/data/platforms/decode/remote-value.ts';
import { decodeActivity, decodeJoined } from '../../../../electron/data/platforms/lemmy/decode-activity.ts';

const actor = 'https://garden.example/u/ada';
const creator = { id: 7, name: 'ada', actor_id: actor, local: true, published: '2026-03-01T10:00:00Z' };

/** A view of a post, or of a comment on one, as 0.19 lists it. */
const aView = (marks: object, person: object = {}, view: object = {}) =>
  new RemoteValue({
    post: { id: 3, published: '2026-03-02T10:00:00Z', ...marks },
    comment: { id: 4, post_id: 3, path: '0.4', published: '2026-03-02T11:00:00Z', ...marks },
    creator: { ...creator, ...person },
    community: { id: 1, name: 'garden', actor_id: 'https://garden.example/c/garden', local: true },
    ...view,
  });

describe('what Lemmy lists', () => {
  it.each([['locked'], ['removed'], ['deleted']])('ends the thread of a post that is %s', (mark) => {
    expect(decodeActivity('post', aView({ [mark]: true })).closes).toBe(true);
    expect(decodeActivity('post', aView({})).closes).toBe(false);
    expect(decodeActivity('comment', aView({ [mark]: true })).closes).toBeUndefined();
  });

  it('says of whoever wrote whether they are banned, before and since 1.0, or gave the account up', () => {
    expect(decodeJoined(aView({}))?.accountEnd).toBeNull();
    expect(decodeJoined(aView({}, { banned: true }))?.accountEnd).toEqual({ how: 'removed', at: null });
    expect(decodeJoined(aView({}, {}, { creator_banned: true }))?.accountEnd).toEqual({ how: 'removed', at: null });
    expect(decodeJoined(aView({}, { deleted: true, banned: true }))?.accountEnd).toEqual({ how: 'deleted', at: null });
  });
});
