import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient } from '../../electron/data/platforms/http/http-client.ts';
import { type AskSystem, followSystemProxy, routeTo } from '../../electron/data/platforms/http/proxy.ts';
import { never } from '../builders/practice.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
const post = { method: 'POST', path: '/act', form: [['type', 'silence']], signal: never } as const;
const get = { method: 'GET', path: '/read', signal: never } as const;
const client = (origin: string) =>
  createHttpClient({ address: origin, accessToken: 'token', budget: null, timeoutMs: 5000, clock: () => 0 });

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A server on this computer with one of the certificates. Counts what reached it. */
async function aServer(certificate: 'good' | 'expired' | 'other-name') {
  const seen: string[] = [];
  const server = createHttpsServer({ key: fixture('server-key'), cert: fixture(certificate) }, (request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers.authorization}`);
    response.setHeader('connection', 'close');
    response.end('{"ok":true}');
  });
  return { port: await listening(server), seen };
}

/** A proxy that opens tunnels to one port of this computer, whatever host is asked for, or says no with a status. */
async function aProxy(port: number, refusal?: number) {
  const asked: string[] = [];
  const proxy = createHttpServer((_request, response) => response.writeHead(500).end());
  proxy.on('connect', (request, socket, head) => {
    asked.push(request.url ?? '');
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal} No\r\ncontent-length: 0\r\n\r\n`);
    const to = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      to.write(head);
      to.pipe(socket).pipe(to);
    });
    for (const end of [to, socket]) end.on('error', () => undefined);
    socket.on('close', () => to.destroy());
  });
  const own = await listening(proxy);
  return { asked, port: own, address: `http://127.0.0.1:${own}` };
}

/** The issuer of the fixtures is trusted from here on, as one that a person's system trusts. */
function trustIssuer(): void {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), fixture('issuer')]);
}

describe('a certificate', () => {
  it('of an issuer that nobody trusts is refused before anything is sent', async () => {
    const { port, seen } = await aServer('good');
    await expect(client(`https://127.0.0.1:${port}`).send(post)).rejects.toMatchObject({
      code: 'untrusted',
      reason: 'unknown-issuer',
      mayHaveArrived: false,
    });
    expect(seen).toEqual([]);
  });

  it('is missing where a server speaks plain http on the port', async () => {
    const port = await listening(createHttpServer((_request, response) => response.end('{}')));
    await expect(client(`https://127.0.0.1:${port}`).send(post)).rejects.toMatchObject({
      code: 'untrusted',
      reason: 'no-encryption',
      mayHaveArrived: false,
    });
  });

  describe('of a trusted issuer', () => {
    beforeAll(trustIssuer);

    it.each([
      ['expired', 'expired'],
      ['other-name', 'wrong-name'],
    ] as const)('that is %s says so: %s', async (certificate, reason) => {
      const { port, seen } = await aServer(certificate);
      await expect(client(`https://127.0.0.1:${port}`).send(post)).rejects.toMatchObject({
        code: 'untrusted',
        reason,
        mayHaveArrived: false,
      });
      expect(seen).toEqual([]);
    });

    it('that is right is used', async () => {
      const { port } = await aServer('good');
      expect(await client(`https://127.0.0.1:${port}`).send(get)).toMatchObject({ body: { ok: true } });
    });
  });
});

describe('a proxy', () => {
  const before = { ...process.env };
  const set = (values: Record<string, string>) => Object.assign(process.env, values);
  beforeAll(trustIssuer);
  afterEach(() => {
    followSystemProxy(null);
    for (const name of ['HTTPS_PROXY', 'NO_PROXY']) {
      const old = before[name];
      if (old === undefined) delete process.env[name];
      else process.env[name] = old;
    }
  });

  it('of the environment carries what goes to a server, encrypted from end to end', async () => {
    const server = await aServer('good');
    const proxy = await aProxy(server.port);
    set({ HTTPS_PROXY: proxy.address });
    expect(await client('https://community.example').send(get)).toMatchObject({ body: { ok: true } });
    expect(proxy.asked).toEqual(['community.example:443']);
    expect(server.seen).toEqual(['GET /read community.example Bearer token']);
  });

  it('is trusted with nothing: a wrong certificate behind it is refused', async () => {
    const server = await aServer('other-name');
    const proxy = await aProxy(server.port);
    set({ HTTPS_PROXY: proxy.address });
    await expect(client('https://community.example').send(post)).rejects.toMatchObject({
      code: 'untrusted',
      reason: 'wrong-name',
      mayHaveArrived: false,
    });
    expect(server.seen).toEqual([]);
  });

  it('that says no ends in words about the proxy, and nothing has arrived', async () => {
    for (const [status, reason] of [
      [407, 'proxy-sign-in'],
      [403, 'proxy-refused'],
    ] as const) {
      const proxy = await aProxy(1, status);
      set({ HTTPS_PROXY: proxy.address });
      await expect(client('https://community.example').send(post)).rejects.toMatchObject({
        code: 'offline',
        reason,
        mayHaveArrived: false,
      });
    }
  });

  it('is left out for hosts of NO_PROXY, and for this computer in any case', async () => {
    const server = await aServer('good');
    const proxy = await aProxy(server.port);
    set({ HTTPS_PROXY: proxy.address, NO_PROXY: 'nobody.invalid,.example.org' });
    expect(await client(`https://127.0.0.1:${server.port}`).send(get)).toMatchObject({ body: { ok: true } });
    await expect(client('https://nobody.invalid').send(get)).rejects.toMatchObject({ code: 'unknown-host' });
    expect(proxy.asked).toEqual([]);
  });

  it('of the system counts where the environment names none', async () => {
    const server = await aServer('good');
    const [system, environment] = [await aProxy(server.port), await aProxy(server.port)];
    const origins: string[] = [];
    followSystemProxy((origin) => {
      origins.push(origin);
      return Promise.resolve(`PROXY 127.0.0.1:${system.port}; DIRECT`);
    });
    await client('https://community.example').send(get);
    expect(origins).toEqual(['https://community.example']);
    set({ HTTPS_PROXY: environment.address });
    await client('https://community.example').send(get);
    expect([system.asked.length, environment.asked.length]).toEqual([1, 1]);
  });
});

describe('the way to a server', () => {
  const url = new URL('https://community.example/x');
  const bySystem = async (answer: string) => {
    followSystemProxy((() => Promise.resolve(answer)) as AskSystem);
    try {
      return await routeTo(url, {});
    } finally {
      followSystemProxy(null);
    }
  };

  it.each([
    ['DIRECT', { direct: true }],
    ['', { direct: true }],
    ['PROXY p.example:8080; DIRECT', { direct: false, proxy: 'http://p.example:8080', noProxy: '' }],
    ['HTTPS p.example:443', { direct: false, proxy: 'https://p.example:443', noProxy: '' }],
  ])('as the system says %j', async (answer, route) => {
    expect(await bySystem(answer)).toEqual(route);
  });

  it('never goes around a proxy that can’t be used', async () => {
    await expect(bySystem('SOCKS5 127.0.0.1:9050; DIRECT')).rejects.toMatchObject({ reason: 'proxy-kind' });
    await expect(routeTo(url, { HTTPS_PROXY: 'socks5://127.0.0.1:9050' })).rejects.toMatchObject({
      code: 'offline',
      reason: 'proxy-kind',
    });
  });

  it('takes a proxy without a scheme, the lower-case name first', async () => {
    expect(await routeTo(url, { https_proxy: 'a.example:1', HTTPS_PROXY: 'b.example:2', NO_PROXY: 'c' })).toEqual({
      direct: false,
      proxy: 'http://a.example:1',
      noProxy: 'c',
    });
  });
});
