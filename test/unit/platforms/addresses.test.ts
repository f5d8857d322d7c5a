import { describe, expect, it } from 'vitest';
import { linkOrNull } from '../../../electron/data/platforms/decode/link-or-null.ts';
import { readPageLinks } from '../../../electron/data/platforms/http/link-header.ts';
import { networkFailure } from '../../../electron/data/platforms/http/network-failure.ts';
import { folderOf, pathInFolder, serverBase } from '../../../electron/data/platforms/http/server-address.ts';
import { isNewer, newest } from '../../../electron/data/platforms/mastodon/remote-order.ts';

describe('the address of a server', () => {
  it.each([
    ['example.social', 'https://example.social'],
    [' https://Example.social/?x#y ', 'https://example.social'],
    [' https://Example.org/Forum/latest/?x#y ', 'https://example.org/Forum/latest'],
    ['example.org//forum//', 'https://example.org/forum'],
    ['example.org/a/../forum', 'https://example.org/forum'],
    ['https://example.social:8443', 'https://example.social:8443'],
    ['http://127.0.0.1:4000/x', 'http://127.0.0.1:4000/x'],
    ['http://localhost:4000', 'http://localhost:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
    ['http://example.social', null],
    ['http://127.0.0.1.example.social', null],
    ['https://user:secret@example.social', null],
    ['ftp://example.social', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['two words', null],
    ['', null],
  ])('reads %j as %j', (typed, base) => {
    expect(serverBase(typed)).toBe(base);
  });
});

describe('a folder of a host', () => {
  it('is what stands behind the host', () => {
    expect(folderOf('https://example.org')).toBe('');
    expect(folderOf('https://example.org/forum')).toBe('/forum');
  });

  it.each([
    ['/forum/t/1?x=2', '/t/1?x=2'],
    ['/forum', ''],
    ['/forums/t/1', null],
    ['/t/1', null],
    ['/forum/../t/1', null],
    ['/forum/%2e%2e/t/1', null],
  ])('counts %s from there as %s', (path, counted) => {
    expect(pathInFolder(new URL(path, 'https://example.org'), '/forum')).toBe(counted);
  });
});

describe('the Link header', () => {
  const origin = 'https://a.example';

  it('names the neighbours by path and query', () => {
    const header =
      '<http://a.example/api/v1/admin/reports?limit=2&max_id=2>; rel="next", <https://a.example/api/v1/admin/reports?min_id=3>; rel="prev"';
    expect(readPageLinks(header, origin)).toEqual({
      next: '/api/v1/admin/reports?limit=2&max_id=2',
      prev: '/api/v1/admin/reports?min_id=3',
    });
  });

  it('takes relative links, unquoted and unknown relations', () => {
    expect(readPageLinks('</x?max_id=1>; title="a, b"; rel=next, </y>; rel="help"', origin)).toEqual({
      next: '/x?max_id=1',
      prev: null,
    });
  });

  it('refuses to carry the token to another host', () => {
    expect(() => readPageLinks('<https://b.example/x>; rel="next"', origin)).toThrow('malformed');
  });

  it('finds nothing in nothing', () => {
    expect(readPageLinks(null, origin)).toEqual({ next: null, prev: null });
  });
});

describe('whether a request that failed may have arrived', () => {
  const failed = (...codes: string[]) =>
    new TypeError('fetch failed', {
      cause: new AggregateError(codes.map((code) => Object.assign(new Error('x'), { code }))),
    });

  it.each([
    [['ECONNREFUSED', 'ECONNREFUSED'], 'offline', false],
    [['ENOTFOUND'], 'unknown-host', false],
    [['EAI_AGAIN'], 'offline', false],
    [['ECONNREFUSED', 'ENOTFOUND'], 'offline', false],
    [['UND_ERR_CONNECT_TIMEOUT'], 'timeout', false],
    [['CERT_HAS_EXPIRED'], 'untrusted', false],
    [['ERR_SSL_WRONG_VERSION_NUMBER'], 'untrusted', false],
    [['CERT_HAS_EXPIRED', 'ECONNRESET'], 'untrusted', true],
    [['ECONNRESET'], 'offline', true],
    [['EPIPE'], 'offline', true],
    [['UND_ERR_SOCKET'], 'offline', true],
    [['ETIMEDOUT'], 'timeout', true],
    [['ECONNREFUSED', 'ECONNRESET'], 'offline', true],
    [['HPE_INVALID_CONSTANT'], 'malformed', true],
    [['Z_DATA_ERROR'], 'malformed', true],
    [[], 'offline', true],
  ] as const)('%j is %s, arrived: %s', (codes, code, mayHaveArrived) => {
    expect(networkFailure(failed(...codes), true)).toMatchObject({ code, mayHaveArrived });
    expect(networkFailure(failed(...codes), false).mayHaveArrived).toBe(false);
  });
});

describe('the order of identifiers', () => {
  it('counts Mastodon’s as numbers, however long', () => {
    expect(isNewer('1000', '999')).toBe(true);
    expect(isNewer('109999999999999999', '109999999999999998')).toBe(true);
    expect(isNewer('5', '5')).toBe(false);
  });

  it('orders ULIDs as text', () => {
    expect(isNewer('01M81PHXVH0000000000000122', '01M81PHXVG0000000000000122')).toBe(true);
    expect(newest(null, '01M81PHXVH0000000000000122')).toBe('01M81PHXVH0000000000000122');
    expect(newest(null, null)).toBeNull();
  });
});

describe('links in what people wrote', () => {
  it('are kept when they are web links', () => {
    expect(linkOrNull('https://a.example/x')).toBe('https://a.example/x');
    for (const other of ['javascript:alert(1)', 'data:text/html,x', 'file:///x', 'not a link', null]) {
      expect(linkOrNull(other)).toBeNull();
    }
  });
});
