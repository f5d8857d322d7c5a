import { describe, expect, it } from 'vitest';
import { decodeAnswer, decodeItems } from '../../../electron/data/platforms/decode/decode-items.ts';
import { RemoteValue } from '../../../electron/data/platforms/decode/remote-value.ts';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';

describe('a value from somewhere else', () => {
  it('reads identifiers as text, also beyond 2^53', () => {
    expect(new RemoteValue('109999999999999999').id()).toBe('109999999999999999');
    expect(new RemoteValue(23).id()).toBe('23');
    expect(() => new RemoteValue(2 ** 60).id()).toThrow('not an identifier');
    expect(() => new RemoteValue('').id()).toThrow('not an identifier');
  });

  it.each([
    ['2022-09-09T21:19:23.085Z', Date.UTC(2022, 8, 9, 21, 19, 23, 85)],
    ['2022-09-14T00:00:00.000+00:00', Date.UTC(2022, 8, 14)],
    ['2022-09-14T02:00:00+02:00', Date.UTC(2022, 8, 14)],
    ['2022-09-14T00:00:00', Date.UTC(2022, 8, 14)],
    ['2022-09-14', Date.UTC(2022, 8, 14)],
  ])('reads the date %s', (text, at) => {
    expect(new RemoteValue(text).instant()).toBe(at);
  });

  it.each(['yesterday', '2022-13-45', '', '2022', 0, null, {}])('takes %j for no date', (value) => {
    expect(() => new RemoteValue(value, 'created_at').instant()).toThrow('created_at: not a date');
  });

  it('reads numbers that come as text', () => {
    expect(new RemoteValue('12').number()).toBe(12);
    expect(() => new RemoteValue('twelve').number()).toThrow('not a number');
    expect(() => new RemoteValue('').number()).toThrow('not a number');
    expect(new RemoteValue({}).numberOr(null)).toBeNull();
  });

  it('replaces half a character, which no file could hold', () => {
    expect(new RemoteValue('a\uD83Db').text()).toBe('a\uFFFDb');
  });

  it('does not find what an object merely inherits', () => {
    expect(new RemoteValue({}).at('constructor').isMissing).toBe(true);
  });

  it('names the path of what is wrong and never the value', () => {
    const { items, rejected } = decodeItems([{ id: 3, a: [{ b: 'secret' }] }, { a: [] }, 7], (item) =>
      item
        .at('a')
        .list()
        .map((one) => one.at('b').flag()),
    );
    expect(items).toEqual([[]]);
    expect(rejected).toEqual([
      { position: 0, problem: 'a[0].b: not true or false', raw: { id: 3, a: [{ b: 'secret' }] }, remoteId: '3' },
      { position: 2, problem: 'item: not an object', raw: 7, remoteId: null },
    ]);
  });

  it('calls an answer that is no list malformed', () => {
    expect(() => decodeItems({ error: 'x' }, () => 1)).toThrow(PlatformError);
    expect(() => decodeAnswer([], (value) => value.at('id').id())).toThrow(PlatformError);
  });
});
