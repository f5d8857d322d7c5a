import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectLink } from '../../../electron/main/security/inspect-link.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';

describe('inspecting a link', () => {
  test('gives the address as it would be opened', () => {
    expect(inspectLink('  https://Example.org/a b?q=é#x ')).toEqual({
      address: 'https://example.org/a%20b?q=%C3%A9#x',
      host: 'example.org',
      readableHost: 'example.org',
      mixedScripts: false,
    });
    expect(inspectLink('http://127.0.0.1:8080/').readableHost).toBe('127.0.0.1:8080');
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'hearth://app/',
    'mailto:a@example.org',
    'ms-settings:',
    'https://user@example.org/',
    'https://bank.example:pw@evil.example/',
    'https://',
    'example.org',
    '',
  ])('refuses %s', (text) => {
    expect(() => inspectLink(text)).toThrow(new HearthError('bad-address'));
  });

  test.each([
    ['https://\u0430pple.com/', true], // Cyrillic a
    ['https://xn--pple-43d.com/', true],
    ['https://пример.рф/', false],
    ['https://münchen.de/', false],
    ['https://日本語サイトabc.jp/', false],
    ['https://한국a.kr/', false],
    ['https://ελλάςрф.gr/', true],
    ['https://example.рф/', false],
  ])('%s mixes scripts: %s', (address, mixed) => {
    expect(inspectLink(address).mixedScripts).toBe(mixed);
  });

  test('never answers an address with characters that could reorder what a person reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (path) => {
        const { address } = inspectLink(`https://example.org/${path}`);
        expect(address).toMatch(/^https:\/\/example\.org\/[\x21-\x7e]*$/);
      }),
      { numRuns: 50 },
    );
  });
});
