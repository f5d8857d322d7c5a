import { describe, expect, it } from 'vitest';
import { readActivityPlace, writeActivityPlace } from '../../../electron/data/platforms/misskey/activity-cursor.ts';
import { linkedNotes } from '../../../electron/data/platforms/misskey/note-links.ts';
import { readMisskeyRefusal } from '../../../electron/data/platforms/misskey/refusals.ts';
import { afterPage, readPlace } from '../../../electron/data/platforms/misskey/upward.ts';

const origin = 'https://key.example';

describe('notes in a comment', () => {
  it.each([
    ['as the form writes them', `Note: https://far.example/notes/a1\nLocal Note: ${origin}/notes/b2\n-----\n`, ['b2']],
    ['as another server sends them', `bad\n[\n  "${origin}/notes/c3",\n  "${origin}/users/d4"\n]`, ['c3']],
    ['once each', `${origin}/notes/b2 ${origin}/notes/b2#x ${origin}/notes/b2?y`, ['b2']],
    ['never of a host that only begins alike', `${origin}.evil.example/notes/b2`, []],
    ['never without an identifier', `${origin}/notes/ ${origin}/notes`, []],
    ['not when the identifier is beyond all measure', `${origin}/notes/${'x'.repeat(70)}`, []],
    [
      'at most five',
      Array.from({ length: 9 }, (_, at) => `${origin}/notes/n${at}`).join(' '),
      ['n0', 'n1', 'n2', 'n3', 'n4'],
    ],
    ['none', 'rude', []],
  ])('%s', (_, comment, wanted) => {
    expect(linkedNotes(comment, origin)).toEqual(wanted);
  });
});

describe('what a refusal means', () => {
  const read = (status: number, code: string, more: { headers?: HeadersInit; info?: unknown } = {}) =>
    readMisskeyRefusal({ status, headers: new Headers(more.headers), body: { error: { code, info: more.info } } });

  it.each([
    [403, 'AUTHENTICATION_FAILED', 'unauthorized'],
    [401, 'CREDENTIAL_REQUIRED', 'unauthorized'],
    [400, 'PERMISSION_DENIED', 'forbidden'],
    [403, 'ROLE_PERMISSION_DENIED', 'forbidden'],
    [400, 'ACCESS_DENIED', 'forbidden'],
    [400, 'NO_SUCH_NOTE', 'not-found'],
    [404, 'UNKNOWN_API_ENDPOINT', 'not-found'],
    [400, 'INVALID_PARAM', undefined],
    [500, 'INTERNAL_ERROR', undefined],
  ])('%i %s', (status, reason, code) => {
    expect(read(status, reason)).toEqual({ reason, ...(code === undefined ? {} : { code }) });
  });

  it('is a refusal when Misskey threw it before doing anything, and only then', () => {
    const thrown = (message: string) => read(500, 'INTERNAL_ERROR', { info: { e: { message } } }).code;
    expect(thrown('cannot suspend moderator account')).toBe('refused');
    expect(thrown('cannot suspend admin')).toBe('refused');
    expect(thrown('user not found')).toBe('refused');
    expect(thrown('connection to database lost while user not found')).toBeUndefined();
  });

  it('reads how long to wait from either of Sharkey’s ways of writing it, unless Retry-After says it', () => {
    const wait = (headers: HeadersInit) => read(429, 'RATE_LIMIT_EXCEEDED', { headers }).waitMs;
    expect(wait({ 'x-ratelimit-reset': '0.755' })).toBe(755);
    expect(wait({ 'x-ratelimit-reset': '755' })).toBe(755);
    expect(wait({ 'x-ratelimit-reset': '755', 'retry-after': '1' })).toBeUndefined();
    expect(wait({ 'x-ratelimit-reset': 'soon' })).toBeUndefined();
    expect(wait({})).toBeUndefined();
  });

  it('is left to the status where the body says nothing', () => {
    const silent = (body: unknown) => readMisskeyRefusal({ status: 502, headers: new Headers(), body });
    for (const body of [null, '<html>', [], { error: 'words' }, { error: { code: 7 } }])
      expect(silent(body)).toEqual({});
  });
});

describe('reading upwards', () => {
  const now = Date.UTC(2026, 10, 20, 12);
  const page = (...items: readonly (readonly [id: string, minutesAgo: number])[]) => ({
    status: 200,
    headers: new Headers({ date: new Date(now).toUTCString() }),
    body: items.map(([id, ago]) => ({ id, createdAt: new Date(now - ago * 60_000).toISOString() })),
  });

  it('goes on after the greatest identifier, whatever the order, and ends where all is settled', () => {
    const start = readPlace(null);
    const first = afterPage(start, page(['a3', 1], ['a1', 30], ['a2', 20]));
    expect(readPlace(first.next)).toEqual({ since: 'a3', settled: 'a2', isFirst: true });
    const end = afterPage(readPlace(first.next), page());
    expect(end.next).toBeNull();
    expect(readPlace(end.resume)).toEqual({ since: 'a2', settled: 'a2', isFirst: false });
  });

  it('is over when a page brings only what was there before', () => {
    const place = readPlace('a5.a2.later');
    expect(afterPage(place, page(['a4', 1])).next).toBeNull();
  });

  it('never takes a pass for the first one again, also when nothing has settled', () => {
    const { next } = afterPage(readPlace(null), page(['a1', 1]));
    const end = afterPage(readPlace(next), page());
    expect(readPlace(end.resume)).toEqual({ since: '0', settled: '0', isFirst: false });
  });

  it('starts anew with a cursor that can’t be read, and takes it for no first pass', () => {
    expect(readPlace('{"odd":1}')).toEqual({ since: '0', settled: '0', isFirst: false });
  });
});

describe('the cursor of activities', () => {
  const joined = { offset: 12, since: 'a3', settled: 'a2', settledOffset: 11 };
  const noneJoined = { offset: 0, since: '0', settled: '0', settledOffset: 0 };

  it.each(['joined', 'notes'] as const)('is the place it was written from: %s', (turn) => {
    for (const notes of [null, 'a5.a4.later']) {
      const place = { turn, joined, notes };
      expect(readActivityPlace(writeActivityPlace(place))).toEqual(place);
    }
  });

  it.each([null, 'a5.a4.later', '0.0.first'])(
    'of an earlier version is that of the notes, with nobody joined yet: %s',
    (cursor) => {
      expect(readActivityPlace(cursor)).toEqual({ turn: 'joined', joined: noneJoined, notes: cursor });
    },
  );

  it.each([
    '{"odd":1}',
    '7',
    '["joined",-1,"a3","a2",0,null]',
    '["joined",1.5,"a3","a2",0,null]',
    '["joined",1,"","a2",0,null]',
    '["joined",1,"a3",null,0,null]',
    '["joined",1,"a3","a2",0,4]',
  ])('that can’t be read starts both lists from the beginning: %s', (cursor) => {
    const place = readActivityPlace(cursor);
    expect(place).toMatchObject({ turn: 'joined', joined: noneJoined });
    expect(readPlace(place.notes).since).toBe('0');
  });
});
