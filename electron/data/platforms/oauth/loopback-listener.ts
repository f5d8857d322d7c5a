import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PlatformError } from '../platform.ts';
import { type LoopbackPageWords, loopbackPage } from './loopback-page.ts';

const path = '/signed-in';

/** Waits on this computer for the browser to come back with a code, once. */
export interface LoopbackListener {
  readonly redirectUri: string;
  /**
   * The code that came with the right state. Rejects with `forbidden` when access was not given, `timeout` when nobody
   * came in time, AbortError when cancelled. Visits with a wrong state are turned away and otherwise ignored.
   */
  waitForCode(expected: ExpectedVisit, signal: AbortSignal, timeoutMs: number): Promise<string>;
  close(): void;
}

export interface ExpectedVisit {
  readonly state: string;
  /** By which name the code comes; `code` where there is none. */
  readonly codeName?: string | undefined;
}

/** What a visit to the redirect address brought; null when the visit is none of ours. */
type Result = { readonly code: string } | { readonly denied: true } | null;

/** Listens on 127.0.0.1 at a random port until closed. */
export async function openLoopbackListener(words: LoopbackPageWords): Promise<LoopbackListener> {
  let onVisit: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    turnAway(response);
  const server = createServer((request, response) => onVisit(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve());
  });
  const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return {
    redirectUri,
    waitForCode(expected, signal, timeoutMs) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => settle(() => reject(new PlatformError('timeout'))), timeoutMs);
        const cancel = () => settle(() => reject(new DOMException('Cancelled', 'AbortError')));
        function settle(act: () => void): void {
          clearTimeout(timer);
          signal.removeEventListener('abort', cancel);
          onVisit = (_request, response) => turnAway(response);
          act();
        }
        signal.addEventListener('abort', cancel);
        onVisit = (request, response) => {
          const result = readVisit(request, redirectUri, expected);
          if (result === null) return turnAway(response);
          const isGranted = 'code' in result;
          // The answer is awaited so that closing the listener can't cut the page off.
          show(response, loopbackPage(words, isGranted), () =>
            settle(() => (isGranted ? resolve(result.code) : reject(new PlatformError('forbidden')))),
          );
        };
        if (signal.aborted) cancel();
      });
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function readVisit(request: IncomingMessage, redirectUri: string, { state, codeName = 'code' }: ExpectedVisit): Result {
  const own = new URL(redirectUri);
  const url = new URL(request.url ?? '/', own);
  if (request.method !== 'GET' || url.pathname !== own.pathname || request.headers.host !== own.host) return null;
  if (!sameText(url.searchParams.get('state') ?? '', state)) return null;
  const code = url.searchParams.get(codeName);
  return code === null || code === '' ? { denied: true } : { code };
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  connection: 'close',
} as const;

function show(response: ServerResponse, page: string, done: () => void): void {
  response.once('close', done);
  response.writeHead(200, headers);
  response.end(page);
}

function turnAway(response: ServerResponse): void {
  response.writeHead(404, { ...headers, 'content-type': 'text/plain' });
  response.end();
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
