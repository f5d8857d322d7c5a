import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerAppRequest } from '../../../electron/main/protocol/answer-app-request.ts';
import { resolveAppFile } from '../../../electron/main/protocol/resolve-app-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const built = join(folder, 'built');
mkdirSync(join(built, 'assets'), { recursive: true });
writeFileSync(join(folder, 'secret.json'), '{}');
writeFileSync(join(built, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>');
writeFileSync(join(built, 'assets', 'a.js'), 'export {};');
writeFileSync(join(built, 'notes.txt'), 'x');
symlinkSync(join(folder, 'secret.json'), join(built, 'linked.json'));

describe('the app’s own protocol', () => {
  test.each([
    ['hearth://app/', 'index.html'],
    ['hearth://app/index.html?x=1#y', 'index.html'],
    ['hearth://app/assets/a.js', 'assets/a.js'],
  ])('finds %s', (address, file) => {
    expect(resolveAppFile(address, built)).toBe(join(built, file));
  });

  test.each([
    'hearth://app/..%2fsecret.json',
    'hearth://app/assets/..%2f..%2fsecret.json',
    'hearth://app/assets%5c..%5c..%5csecret.json',
    'hearth://app/%252e%252e%252fsecret.json',
    'hearth://app/.env',
    'hearth://app/assets/.hidden.js',
    'hearth://app/index.html%00.js',
    'hearth://app/%E0%A4%A',
    'hearth://other/index.html',
    'hearth://app@other/index.html',
    'https://app/index.html',
    'file:///index.html',
    'no address',
  ])('refuses %s', (address) => {
    expect(resolveAppFile(address, built)).toBeUndefined();
  });

  test('serves a page with a policy and a nonce of its own each time', async () => {
    const [one, other] = await Promise.all([
      answerAppRequest('GET', 'hearth://app/', built),
      answerAppRequest('GET', 'hearth://app/', built),
    ]);
    const html = await one.text();
    const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(one.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}';`);
    expect(await other.text()).not.toContain(nonce);
    expect(one.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
    expect(one.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['a link out of the folder', 'GET', 'hearth://app/linked.json'],
    ['a kind of file the window has no use for', 'GET', 'hearth://app/notes.txt'],
    ['a folder', 'GET', 'hearth://app/assets'],
    ['a file that is not there', 'GET', 'hearth://app/none.js'],
    ['any other method', 'POST', 'hearth://app/index.html'],
  ])('answers 404 to %s', async (_what, method, address) => {
    const answer = await answerAppRequest(method, address, built);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });
});
