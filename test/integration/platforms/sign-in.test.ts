import { describe, expect, it } from 'vitest';
import type { LoopbackPageWords } from '../../../electron/data/platforms/oauth/loopback-page.ts';
import { acceptPastedToken } from '../../../electron/data/platforms/oauth/pasted-token.ts';
import { revokeToken } from '../../../electron/data/platforms/oauth/revoke.ts';
import { signInThroughBrowser, startManualSignIn } from '../../../electron/data/platforms/oauth/sign-in.ts';
import { aConnector, aPracticeServer, never } from '../../builders/practice.ts';

const words: LoopbackPageWords = {
  language: 'ar',
  direction: 'rtl',
  signedInTitle: 'IN',
  signedInText: 'yes',
  notSignedInTitle: 'OUT <b>',
  notSignedInText: 'no',
};

/** What a browser does: follows to the listener, and shows the page. */
async function visit(address: string): Promise<Response> {
  return await fetch(address);
}

/** The consent page filled in by a person. */
async function decide(address: string, decision: 'allow' | 'deny'): Promise<Response> {
  const form = new URL(address).searchParams;
  form.set('decision', decision);
  return await fetch(new URL('/oauth/authorize', address), { method: 'POST', body: form });
}

describe('signing in through the browser', () => {
  it.each(['mastodon', 'gotosocial'] as const)('ends with a token that works, on %s', async (flavour) => {
    const server = await aPracticeServer({ flavour, grantsByItself: true });
    let page = '';
    const credentials = await signInThroughBrowser({
      serverAddress: server.origin,
      openInBrowser: async (address) => {
        page = await (await visit(address)).text();
      },
      words,
      signal: never,
    });
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('IN');
    const self = flavour === 'mastodon' ? 'profile' : 'read:accounts';
    expect(credentials.scopes).toBe(`admin:read admin:write:reports admin:write:accounts read:statuses ${self}`);
    const facts = await aConnector(server, { accessToken: credentials.accessToken }).readFacts(never);
    expect(facts.capabilities).toMatchObject({ resolve: true, measures: flavour === 'mastodon' });
  });

  it('sends a proof key and a state that the person never sees again', async () => {
    const server = await aPracticeServer();
    let shown = new URL('http://x');
    await signInThroughBrowser({
      serverAddress: server.origin,
      openInBrowser: async (address) => {
        shown = new URL(address);
        await decide(address, 'allow');
      },
      words,
      signal: never,
    });
    const parameters = shown.searchParams;
    expect(parameters.get('code_challenge_method')).toBe('S256');
    expect(parameters.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(parameters.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/);
    await expect(visit(parameters.get('redirect_uri') ?? '')).rejects.toThrow();
  });

  it('shows a consent page that loads and runs nothing', async () => {
    const server = await aPracticeServer();
    const { address } = await startManualSignIn(server.origin, never);
    const response = await visit(address);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain('Hearth');
    expect(page).toContain('admin:write:reports');
    expect(page).not.toContain('<script');
  });

  it('says so when access is not given', async () => {
    const server = await aPracticeServer();
    let page = Promise.resolve('');
    const signIn = signInThroughBrowser({
      serverAddress: server.origin,
      openInBrowser: async (address) => {
        page = decide(address, 'deny').then((response) => response.text());
      },
      words,
      signal: never,
    });
    await expect(signIn).rejects.toMatchObject({ code: 'forbidden' });
    expect(await page).toContain('OUT &lt;b&gt;');
  });

  it('turns visitors with a wrong state away and goes on waiting', async () => {
    const server = await aPracticeServer();
    const statuses: number[] = [];
    const credentials = await signInThroughBrowser({
      serverAddress: server.origin,
      openInBrowser: async (address) => {
        const back = new URL(address).searchParams.get('redirect_uri') ?? '';
        statuses.push((await visit(`${back}?code=stolen&state=guessed`)).status);
        statuses.push((await visit(`${back}?code=stolen`)).status);
        statuses.push((await visit(new URL('/', back).href)).status);
        statuses.push((await fetch(back, { method: 'POST', body: 'x' })).status);
        await decide(address, 'allow');
      },
      words,
      signal: never,
    });
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect(credentials.kind).toBe('oauth');
  });

  it('ends when cancelled, when nobody comes, and when no browser opens', async () => {
    const server = await aPracticeServer();
    const cancel = new AbortController();
    const start = (openInBrowser: () => Promise<void>, more: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
      signInThroughBrowser({ serverAddress: server.origin, openInBrowser, words, signal: never, ...more });
    await expect(start(async () => cancel.abort(), { signal: cancel.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(start(async () => undefined, { timeoutMs: 1 })).rejects.toMatchObject({ code: 'timeout' });
    await expect(start(() => Promise.reject(new Error('no browser')))).rejects.toThrow('no browser');
  });

  it('does not take what is no address, or not safe', async () => {
    for (const serverAddress of ['http://example.social', 'not an address', 'ftp://x']) {
      const signIn = signInThroughBrowser({
        serverAddress,
        openInBrowser: async () => undefined,
        words,
        signal: never,
      });
      await expect(signIn).rejects.toMatchObject({ code: 'refused' });
    }
  });
});

describe('signing in by hand', () => {
  it('takes the code that the page shows', async () => {
    const server = await aPracticeServer();
    const { address, redeem } = await startManualSignIn(server.origin, never);
    const page = await (await decide(address, 'allow')).text();
    const code = /<code dir="ltr">([\w-]+)<\/code>/.exec(page)?.[1] ?? '';
    const credentials = await redeem(`  ${code}\n`, never);
    const facts = await aConnector(server, { accessToken: credentials.accessToken }).readFacts(never);
    expect(facts.capabilities.reports).toBe(true);
    // A code works once.
    await expect(redeem(code, never)).rejects.toMatchObject({ code: 'refused' });
  });

  it('does not give a token for a code that belongs to another proof key', async () => {
    const server = await aPracticeServer();
    const [mine, theirs] = [
      await startManualSignIn(server.origin, never),
      await startManualSignIn(server.origin, never),
    ];
    const page = await (await decide(theirs.address, 'allow')).text();
    const code = /<code dir="ltr">([\w-]+)<\/code>/.exec(page)?.[1] ?? '';
    await expect(mine.redeem(code, never)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('a pasted token', () => {
  it('is kept as it is', () => {
    expect(acceptPastedToken('https://a.example', ' a-token\n')).toEqual({
      kind: 'pasted',
      baseUrl: 'https://a.example',
      accessToken: 'a-token',
      clientId: null,
      clientSecret: null,
      scopes: '',
    });
  });

  it.each([
    ['empty', '  '],
    ['with a header of its own', 'abc\r\nX-Evil: 1'],
    ['in two words', 'abc def'],
  ])('is not taken when %s', (_name, token) => {
    expect(() => acceptPastedToken('https://a.example', token)).toThrow(expect.objectContaining({ code: 'refused' }));
  });
});

describe('taking a token back', () => {
  it('makes it worthless on the server', async () => {
    const server = await aPracticeServer({ grantsByItself: true });
    const openInBrowser = async (address: string) => void (await visit(address));
    const credentials = await signInThroughBrowser({
      serverAddress: server.origin,
      openInBrowser,
      words,
      signal: never,
    });
    expect(await revokeToken(credentials, never)).toBe(true);
    const facts = aConnector(server, { accessToken: credentials.accessToken }).readFacts(never);
    await expect(facts).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('says that it can’t for a pasted one', async () => {
    const server = await aPracticeServer();
    const credentials = acceptPastedToken(server.origin, server.issueToken());
    expect(await revokeToken(credentials, never)).toBe(false);
  });
});
