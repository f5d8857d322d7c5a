import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOf, callHearth, codeOf } from './harness/call-hearth.ts';
import { expect, test } from './harness/hearth-test.ts';
import type { RunningHearth } from './harness/launch-hearth.ts';

/** Runs what provokes the browser's refusal, and takes the refusal out of the list of problems. */
async function provoking<T>(hearth: RunningHearth, work: () => Promise<T>): Promise<T> {
  const before = hearth.problems.length;
  const result = await work();
  await hearth.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  hearth.problems.splice(before);
  return result;
}

/** Electron's security tutorial numbers its advice; the numbers stand in brackets. */
test.describe('security', () => {
  test('[1, 18] shows its own protocol and nothing else', async ({ hearth }) => {
    expect(hearth.page.url()).toMatch(/^hearth:\/\/app\//);
    expect(await hearth.page.evaluate(() => window.origin)).toBe('hearth://app');
    expect(await hearth.page.evaluate(() => window.isSecureContext)).toBe(true);
  });

  test('[2, 3, 4, 6, 8, 9, 10] runs its page with every safe preference', async ({ hearth }) => {
    const preferences = await hearth.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(preferences.enableBlinkFeatures ?? '').toBe('');
  });

  test('[5] refuses every permission', async ({ hearth }) => {
    const states = await hearth.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const asked = names.map((name) => navigator.permissions.query({ name } as never).then((one) => one.state));
      return Promise.all(asked.map((one) => one.catch(() => 'denied')));
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
    const media = await provoking(hearth, () =>
      hearth.page.evaluate(() =>
        navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
          () => 'given',
          (error: Error) => error.name,
        ),
      ),
    );
    expect(media).not.toBe('given');
  });

  test('[7] serves every page with a strict policy', async ({ hearth }) => {
    const header = await hearth.app.evaluate(async ({ session }) => {
      const answer = await session.fromPartition('persist:hearth').fetch('hearth://app/index.html');
      return answer.headers.get('content-security-policy');
    });
    expect(header).toContain("default-src 'none'");
    expect(header).toContain("script-src 'self';");
    expect(header).toContain("frame-ancestors 'none'");
    expect(header).toContain("base-uri 'none'");
    expect(header).toContain("form-action 'none'");
    expect(header).toContain("require-trusted-types-for 'script'");
    expect(header).not.toContain('unsafe');
    expect(header).not.toContain('http');
  });

  test('[7] runs no inline script, no inline style and no text as code', async ({ hearth }) => {
    const ran = await provoking(hearth, () =>
      hearth.page.evaluate(async () => {
        const attempts: Record<string, boolean> = {};
        const script = document.createElement('script');
        try {
          script.textContent = 'window.pwned = true';
          document.head.append(script);
        } catch {
          // Trusted types refuse the assignment itself.
        }
        attempts.script = 'pwned' in window;
        const holder = document.createElement('div');
        try {
          holder.innerHTML = '<img src=x onerror="window.pwned = true">';
        } catch {
          // As above.
        }
        attempts.markup = holder.childNodes.length > 0;
        const style = document.createElement('style');
        style.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }';
        document.head.append(style);
        attempts.style = getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)';
        // In a task of its own: what the test runner calls directly is exempt from the policy.
        attempts.evaluated = await new Promise<boolean>((resolve) => {
          setTimeout(() => {
            try {
              new Function('return true')();
              resolve(true);
            } catch {
              resolve(false);
            }
          });
        });
        return attempts;
      }),
    );
    expect(ran).toEqual({ script: false, markup: false, style: false, evaluated: false });
  });

  test('loads nothing from the network, whoever asks', async ({ hearth }) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outcomes = await provoking(hearth, () =>
      hearth.page.evaluate(async (from) => {
        const image = (place: string) =>
          new Promise<string>((resolve) => {
            const element = new Image();
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('refused');
            element.src = place;
          });
        const fetched = await fetch(`${from}/fetch`).then(
          () => 'loaded',
          () => 'refused',
        );
        const inside = await image('data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=');
        return [inside, await image(`${from}/image`), fetched];
      }, address),
    );
    // Below the page's own policy the session refuses, too.
    const session = await hearth.app.evaluate(
      ({ session: sessions }, place) =>
        sessions
          .fromPartition('persist:hearth')
          .fetch(place)
          .then(
            () => 'loaded',
            () => 'refused',
          ),
      `${address}/session`,
    );
    await new Promise((resolve) => server.close(resolve));
    expect([...outcomes, session]).toEqual(['loaded', 'refused', 'refused', 'refused']);
    expect(asked).toEqual([]);
  });

  test('[11, 12] has no webview', async ({ hearth }) => {
    const isPlain = await hearth.page.evaluate(
      () =>
        !('loadURL' in document.createElement('webview')) && !('getWebContentsId' in document.createElement('webview')),
    );
    expect(isPlain).toBe(true);
  });

  test('[13] stays where it is', async ({ hearth }) => {
    for (const target of [
      'https://example.org/',
      'file:///etc/hostname',
      'data:text/html,x',
      'hearth://other/index.html',
    ]) {
      await provoking(hearth, async () => {
        await hearth.page.evaluate((place) => {
          location.href = place;
        }, target);
      });
      expect(hearth.page.url()).toMatch(/^hearth:\/\/app\//);
      expect((await callHearth(hearth.page, 'app.info', {})).ok).toBe(true);
    }
  });

  test('[14] opens no window', async ({ hearth }) => {
    const opened = await provoking(hearth, () =>
      hearth.page.evaluate(() => {
        const link = document.createElement('a');
        link.href = 'https://example.org/';
        link.target = '_blank';
        document.body.append(link);
        link.click();
        link.remove();
        return window.open('https://example.org/') === null && window.open('about:blank') === null;
      }),
    );
    expect(opened).toBe(true);
    expect(await hearth.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('[15] opens a link only after it was shown, and only on the web', async ({ hearth }) => {
    await hearth.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (place: string) => {
        opened.push(place);
        return Promise.resolve();
      };
    });
    const { page } = hearth;
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'hearth://app/',
      'data:text/html,x',
      'smb://h/x',
      'https://bank.example@evil.example/',
    ])
      expect(await codeOf(page, 'app.inspectLink', { address })).toBe('bad-address');
    expect(await codeOf(page, 'app.openLink', { address: 'https://example.org/' })).toBe('not-permitted');
    const link = await answerOf(page, 'app.inspectLink', { address: 'https://\u0430pple.com/sign-in' });
    expect(link).toEqual({
      address: 'https://xn--pple-43d.com/sign-in',
      host: 'xn--pple-43d.com',
      readableHost: '\u0430pple.com',
      mixedScripts: true,
    });
    await answerOf(page, 'app.openLink', { address: link.address });
    expect(await codeOf(page, 'app.openLink', { address: link.address })).toBe('not-permitted');
    expect(await hearth.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
      link.address,
    ]);
  });

  test('[17] answers no other window, even one of the same origin with the same preload script', async ({ hearth }) => {
    const reply = await hearth.app.evaluate(async ({ app, BrowserWindow }) => {
      const other = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: `${app.getAppPath()}/dist/preload/expose-api.cjs`,
          partition: 'persist:hearth',
          sandbox: true,
        },
      });
      await other.loadURL('hearth://app/index.html');
      const answer = await other.webContents.executeJavaScript(`window.hearth.call('app.info', {})`);
      other.destroy();
      return answer;
    });
    expect(reply).toEqual({ ok: false, error: { code: 'sender-refused' } });
  });

  test('[17] takes only what the contract describes', async ({ hearth }) => {
    const { page } = hearth;
    expect(await callHearth(page, 'app.inspectLink', { address: 7 } as never)).toEqual({
      ok: false,
      error: { code: 'invalid-input', detail: { field: 'address' } },
    });
    expect(await codeOf(page, 'app.inspectLink', { address: 'https://a.example', extra: 1 } as never)).toBe(
      'invalid-input',
    );
    expect(await codeOf(page, 'app.saveText', { file: '/tmp/x', text: 'x'.repeat(21_000_001) })).toBe('invalid-input');
    expect(await codeOf(page, 'electron.shell' as never, {} as never)).toBe('not-found');
  });

  test('[20] exposes two functions and nothing behind them', async ({ hearth }) => {
    const shape = await hearth.page.evaluate(() => {
      const api = (window as unknown as { hearth: Record<string, unknown> }).hearth;
      return Object.entries(api).map(([name, value]) => `${name}: ${typeof value}`);
    });
    expect(shape).toEqual(['call: function', 'on: function']);
    const stays = await provoking(hearth, () =>
      hearth.page.evaluate(() => {
        try {
          (window as unknown as { hearth: unknown }).hearth = null;
        } catch {
          // Frozen.
        }
        return typeof (window as unknown as { hearth: { call: unknown } }).hearth?.call === 'function';
      }),
    );
    expect(stays).toBe(true);
  });

  test('serves no file outside the built window', async ({ hearth }) => {
    const statuses = await hearth.app.evaluate(async ({ session }) => {
      const places = [
        'hearth://app/../../package.json',
        'hearth://app/..%2f..%2fpackage.json',
        'hearth://app/%2e%2e/%2e%2e/package.json',
        'hearth://app/assets/..%5c..%5c..%5cpackage.json',
        'hearth://app/%252e%252e/package.json',
        'hearth://app//etc/passwd',
        'hearth://app/index.html%00.png',
        'hearth://other/index.html',
      ];
      const partition = session.fromPartition('persist:hearth');
      const ask = (place: string) =>
        partition.fetch(place).then(
          ({ status }) => status,
          () => 404,
        );
      return Promise.all(places.map(ask));
    });
    expect(new Set(statuses)).toEqual(new Set([404]));
  });

  test('reads and writes only files that a person chose', async ({ hearth, profile }) => {
    const { page } = hearth;
    expect(await codeOf(page, 'app.saveText', { file: `${profile}/x.csv`, text: 'x' })).toBe('not-permitted');
    expect(await codeOf(page, 'app.showFolder', { folder: '/etc' })).toBe('not-permitted');
    expect(await codeOf(page, 'imports.inspect', { file: '/etc/passwd' })).toBe('not-permitted');
    expect(await codeOf(page, 'vault.restore', { file: '/etc/passwd', passphrase: 'x' })).toBe('not-permitted');
  });
});
