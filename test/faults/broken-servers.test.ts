import { createServer as createHttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient, type HttpClient } from '../../electron/data/platforms/http/http-client.ts';
import { RequestBudget } from '../../electron/data/platforms/http/request-budget.ts';
import { createMastodonConnector } from '../../electron/data/platforms/mastodon/mastodon-connector.ts';
import { mastodonLimits } from '../../electron/data/practice/http/rate-limiter.ts';
import { aClient, aConnector, aPracticeServer, never, practiceStart } from '../builders/practice.ts';

const post = { method: 'POST', path: '/act', form: [['type', 'silence']], signal: never } as const;
const get = { method: 'GET', path: '/read', signal: never } as const;

function clientTo(port: number, overrides = {}) {
  return createHttpClient({
    address: `http://127.0.0.1:${port}`,
    accessToken: 'token',
    budget: null,
    timeoutMs: 400,
    ...overrides,
  });
}

async function aRawServer(onSocket: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function anHttpServer(listener: RequestListener): Promise<number> {
  const server = createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A port that nobody listens on any more. */
async function aClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('servers that are not there, or not servers', () => {
  it('refused: nothing has arrived', async () => {
    const port = await aClosedPort();
    await expect(clientTo(port).send(post)).rejects.toMatchObject({ code: 'offline', mayHaveArrived: false });
  });

  it('no such name: nothing has arrived', async () => {
    const client = createHttpClient({ address: 'https://nowhere.invalid', accessToken: null, budget: null });
    await expect(client.send(post)).rejects.toMatchObject({ code: 'unknown-host', mayHaveArrived: false });
  });

  it('accepts and says nothing: may have arrived', async () => {
    const port = await aRawServer(() => undefined);
    await expect(clientTo(port).send(post)).rejects.toMatchObject({ code: 'timeout', mayHaveArrived: true });
  });

  it('closes without an answer: may have arrived', async () => {
    const port = await aRawServer((socket) => socket.once('data', () => socket.end()));
    await expect(clientTo(port).send(post)).rejects.toMatchObject({ code: 'offline', mayHaveArrived: true });
  });

  it('speaks something else: malformed, may have arrived', async () => {
    const port = await aRawServer((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.2\r\n')));
    await expect(clientTo(port).send(post)).rejects.toMatchObject({ code: 'malformed', mayHaveArrived: true });
  });

  it('has endless headers', async () => {
    const port = await aRawServer((socket) =>
      socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`)),
    );
    await expect(clientTo(port).send(get)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('drips a body for ever: the time-out counts to the end of the body', async () => {
    const port = await anHttpServer((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    });
    await expect(clientTo(port).send(post)).rejects.toMatchObject({ code: 'timeout', mayHaveArrived: true });
  });
});

describe('odd answers', () => {
  it('a status counts although its body is broken', async () => {
    const port = await anHttpServer((_request, response) => {
      response.writeHead(401, { 'content-length': '1000' });
      response.write('cut');
      response.socket?.end();
    });
    await expect(clientTo(port).send(get)).rejects.toMatchObject({ code: 'unauthorized', status: 401 });
  });

  it('a newer page that is named by since_id is read by min_id, so that nothing is jumped over', async () => {
    const asked: (string | undefined)[] = [];
    const report = { id: '5', action_taken: false, created_at: '2026-11-01T10:00:00Z', target_account: { id: '1' } };
    const port = await anHttpServer((request, response) => {
      asked.push(request.url);
      const isFirst = asked.length === 1;
      const link = `<http://127.0.0.1:${port}/api/v1/admin/reports?since_id=5>; rel="prev"`;
      response.writeHead(200, isFirst ? { link } : {}).end(JSON.stringify(isFirst ? [report] : []));
    });
    const connector = createMastodonConnector(clientTo(port), 'mastodon');
    const page = await connector.listNewReports('4', never);
    expect(page.items.map(({ remoteId }) => remoteId)).toEqual(['5']);
    await connector.listNewReports(page.next, never);
    expect(asked[1]).toBe('/api/v1/admin/reports?min_id=5');
  });

  it('a stored place that can’t be read starts from the beginning', async () => {
    const server = await aPracticeServer();
    const page = await aConnector(server).listNewReports('["broken', never);
    expect(page.items[0]?.remoteId).toBe(server.world.state.reports.find((one) => one.actionTakenAt === null)?.id);
  });

  it('a page that leads to another server is refused, and the token stays here', async () => {
    let visits = 0;
    const other = await anHttpServer((_request, response) => {
      visits += 1;
      response.end('[]');
    });
    const port = await anHttpServer((_request, response) => {
      response
        .writeHead(200, { link: `<http://127.0.0.1:${other}/api/v1/admin/reports?max_id=1>; rel="next"` })
        .end('[]');
    });
    const connector = createMastodonConnector(clientTo(port), 'mastodon');
    await expect(connector.listOpenReports(null, never)).rejects.toMatchObject({ code: 'malformed' });
    expect(visits).toBe(0);
  });
});

describe('redirects', () => {
  it('are followed on the same server for reading, and the token goes along', async () => {
    const seen: (string | undefined)[] = [];
    const port = await anHttpServer((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/read') response.writeHead(302, { location: '/moved' }).end();
      else response.end('{"at":"moved"}');
    });
    expect((await clientTo(port).send(get)).body).toEqual({ at: 'moved' });
    expect(seen).toEqual(['Bearer token', 'Bearer token']);
  });

  it('to another server are not followed: it never sees the token', async () => {
    let visits = 0;
    const other = await anHttpServer((_request, response) => {
      visits += 1;
      response.end('{}');
    });
    const port = await anHttpServer((_request, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end();
    });
    await expect(clientTo(port).send(get)).rejects.toMatchObject({ code: 'captive' });
    await expect(clientTo(port).send(post)).rejects.toMatchObject({ code: 'captive', mayHaveArrived: true });
    expect(visits).toBe(0);
  });

  it('in a circle come to an end', async () => {
    const port = await anHttpServer((_request, response) => {
      response.writeHead(302, { location: '/read' }).end();
    });
    await expect(clientTo(port).send(get)).rejects.toMatchObject({ code: 'malformed' });
  });
});

describe('what leaves', () => {
  it('carries no cookie back and nothing about this computer', async () => {
    const headers: Record<string, unknown>[] = [];
    const port = await anHttpServer((request, response) => {
      headers.push(request.headers);
      response.writeHead(200, { 'set-cookie': 'tracked=1' }).end('{}');
    });
    const client = clientTo(port);
    await client.send(get);
    await client.send(get);
    expect(headers[1]).not.toHaveProperty('cookie');
    expect(headers[1]).toMatchObject({ 'user-agent': 'Hearth' });
  });

  it('stops when cancelled, as AbortError, before and during', async () => {
    const cancel = new AbortController();
    const port = await anHttpServer(() => cancel.abort());
    await expect(clientTo(port).send({ ...get, signal: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' });
    await expect(clientTo(port).send({ ...post, signal: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('reads text in the encoding that was declared when it is not UTF-8', async () => {
    const port = await anHttpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=iso-8859-1' });
      response.end(Buffer.from('{"name":"caf\u00e9"}', 'latin1'));
    });
    expect((await clientTo(port).send(get)).body).toEqual({ name: 'café' });
  });
});

describe('limits', () => {
  const limits = { requests: 300, pages: 5 };

  it('are never reached by a connector that keeps its budget, and tell when they end to one that does not', async () => {
    const server = await aPracticeServer({ limits: mastodonLimits });
    const ask = async (client: HttpClient) => {
      for (let count = 0; count < 310; count += 1) await client.send({ ...get, path: '/api/v2/instance' });
    };
    const clock = () => practiceStart;
    await expect(ask(aClient(server, { clock, budget: new RequestBudget() }))).rejects.toMatchObject({
      code: 'rate-limited',
      status: null,
    });
    expect(server.books.requests.map(({ status }) => status)).not.toContain(429);
    await expect(ask(aClient(server, { clock }))).rejects.toMatchObject({
      code: 'rate-limited',
      status: 429,
      retryAt: practiceStart + 5 * 60_000,
    });
  });

  it('a page refused by the limit nobody documents: come back when its window ends', async () => {
    const server = await aPracticeServer({ limits });
    const client = aClient(server, { clock: () => practiceStart });
    const page = { method: 'GET', path: '/api/v1/admin/reports?limit=1&min_id=0', paged: true, signal: never } as const;
    for (let count = 0; count < limits.pages; count += 1) await client.send(page);
    await expect(client.send(page)).rejects.toMatchObject({
      code: 'rate-limited',
      status: 429,
      retryAt: practiceStart + 15 * 60_000,
    });
  });

  it('keeps a server from being asked once it said no, and lets decisions through when only pages ran out', async () => {
    const server = await aPracticeServer({ limits });
    const budget = new RequestBudget();
    const connector = aConnector(server, { budget, clock: () => practiceStart });
    const [report] = server.world.state.reports;
    const pages = async () => {
      for (let count = 0; count < 10; count += 1) await connector.listNewReports('1', never);
    };
    await expect(pages()).rejects.toMatchObject({ code: 'rate-limited' });
    const asked = server.books.requests.length;
    await expect(connector.listNewReports('1', never)).rejects.toMatchObject({ code: 'rate-limited', status: null });
    expect(server.books.requests).toHaveLength(asked);
    await connector.perform(
      {
        kind: 'report.resolve',
        targetRemoteId: report!.id,
        reportRemoteId: null,
        text: '',
        notify: false,
        upheld: null,
        expectedVersion: null,
        idempotencyKey: 'k',
      },
      never,
    );
    expect(server.books.actions).toHaveLength(1);
  });
});
