import { describe, expect, it } from 'vitest';
import type { LemmyServer } from '../../../../electron/data/platforms/lemmy/server.ts';
import { v3Dialect } from '../../../../electron/data/platforms/lemmy/v3/v3-dialect.ts';
import { v4Dialect } from '../../../../electron/data/platforms/lemmy/v4/v4-dialect.ts';
import { readPosition, writePosition } from '../../../../electron/data/platforms/lemmy/walk-position.ts';

function aServer(given: Partial<LemmyServer> = {}): LemmyServer {
  return {
    version: '0.19.20',
    dialect: v3Dialect,
    title: '',
    myId: 1,
    myHandle: 'ines',
    languages: new Map(),
    counts: {},
    isAdmin: false,
    moderates: new Set([2, 5]),
    ...given,
  };
}

const position = { marks: { post: 7 }, walk: { list: 'post', place: '{"offset":49,"last":3}', top: { post: 60 } } };
const start = { marks: {}, walk: null };

describe('where a reading stands', () => {
  it('is found again', () => {
    expect(readPosition(writePosition(position, aServer()), aServer())).toEqual(position);
    expect(readPosition(null, aServer())).toEqual(start);
  });

  it('is worth nothing when more may be seen than before', () => {
    const stored = writePosition(position, aServer());
    expect(readPosition(stored, aServer({ moderates: new Set([2, 5, 8]) }))).toEqual(start);
    expect(readPosition(stored, aServer({ isAdmin: true }))).toEqual(start);
    expect(readPosition(stored, aServer({ moderates: new Set([5, 2]) }))).toEqual(position);
  });

  it('keeps what is known over an upgrade, but not the place in a list', () => {
    const stored = writePosition(position, aServer());
    expect(readPosition(stored, aServer({ dialect: v4Dialect }))).toEqual({ marks: { post: 7 }, walk: null });
  });

  it.each(['', '{', 'null', '[]', '42', '"x"'])('starts over where it can’t be read: %s', (text) => {
    expect(readPosition(text, aServer())).toEqual(start);
  });
});
