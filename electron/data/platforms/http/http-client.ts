import type { Instant } from '../../../../shared/domain/ids.ts';
import { PlatformError } from '../platform.ts';
import { answerError } from './answer-error.ts';
import { decodeText } from './decode-text.ts';
import { networkFailure } from './network-failure.ts';
import { readLimitedBody } from './read-limited-body.ts';
import type { ReadRefusal } from './refusal.ts';
import type { RequestBudget, RequestKind } from './request-budget.ts';
import { folderOf, pathInFolder, serverBase } from './server-address.ts';
import { transportTo } from './transport.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query below the client's own base. Nothing else can be asked. */
  readonly path: string;
  readonly form?: readonly (readonly [name: string, value: string])[];
  /** Sent as JSON. Not together with `form`. */
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A page of a list counts against a limit of its own. */
  readonly paged?: boolean;
  /** A POST that only asks a question, such as for measures. */
  readonly readsOnly?: boolean;
  readonly withoutToken?: boolean;
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface HttpClientOptions {
  /** Where the server lives: "https://example.org", or with a folder "https://example.org/forum". */
  readonly address: string;
  readonly accessToken: string | null;
  /** Null where the server asks for none, such as the practice community. */
  readonly budget: RequestBudget | null;
  readonly clock?: () => Instant;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** The headers that carry the token; `Authorization: Bearer` unless told otherwise. */
  readonly authorize?: (accessToken: string) => Readonly<Record<string, string>>;
  /** What this platform means by a refusal, where status and headers alone don't say it. */
  readonly readRefusal?: ReadRefusal;
}

export interface HttpClient {
  /** Scheme and host, to tell whether an address is of the same server. */
  readonly origin: string;
  /** Origin and folder, without a slash at the end: what links of the server's own pages begin with. */
  readonly base: string;
  /** Resolves for a 2xx answer with JSON (or no body); rejects with a PlatformError, or AbortError when the signal fires. */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/** What shows that somebody else answered: sent to another host or out of the folder, or given a page to look at. */
export const sentAway = 'redirect';
export const webPage = 'page';

const defaultTimeoutMs = 30_000;
const defaultMaxBytes = 20 * 1024 * 1024;
const maxErrorBytes = 64 * 1024;
const maxRedirects = 3;

/**
 * One thin layer over the runtime's own fetch, which needs no help with retries or JSON here: a retry is the outbox's
 * decision, and every answer is bounded, decoded and judged in one place. Keeps no cookies.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const base = trustedBase(options.address);
  const { origin } = new URL(base);
  const folder = folderOf(base);
  const clock = options.clock ?? Date.now;

  async function send(request: HttpRequest): Promise<HttpAnswer> {
    const writes = request.method !== 'GET' && request.readsOnly !== true;
    if (request.signal.aborted) throw new DOMException('Cancelled', 'AbortError');
    options.budget?.take(requestKind(request, writes), clock());
    const timeout = AbortSignal.timeout(request.timeoutMs ?? options.timeoutMs ?? defaultTimeoutMs);
    try {
      const response = await fetchWithin(addressOf(request.path), request, AbortSignal.any([request.signal, timeout]));
      options.budget?.learn(response.headers, clock());
      if (!response.ok) throw await refusal(response, request, writes);
      const bytes = await readLimitedBody(response, options.maxBytes ?? defaultMaxBytes);
      return { status: response.status, headers: response.headers, body: parseJson(response, bytes) };
    } catch (error) {
      throw failureOf(error, { cancel: request.signal, timeout, writes });
    }
  }

  async function refusal(response: Response, request: HttpRequest, writes: boolean): Promise<PlatformError> {
    // Read in any case, to keep the connection usable; a broken body must not hide what the status says.
    const bytes = await readLimitedBody(response, maxErrorBytes).catch(() => undefined);
    const now = clock();
    const body = options.readRefusal && bytes ? refusalBody(response, bytes) : null;
    const meant = options.readRefusal?.({ status: response.status, headers: response.headers, body }) ?? {};
    const error = answerError(response, { writes, paged: request.paged === true, now, meant });
    if (error.code === 'rate-limited' && error.retryAt !== null) {
      options.budget?.refused(requestKind(request, writes), response.headers, error.retryAt);
    }
    return error;
  }

  async function fetchWithin(first: URL, request: HttpRequest, signal: AbortSignal): Promise<Response> {
    let url = first;
    for (let hops = 0; ; hops += 1) {
      const response = await (await transportTo(url))(url, {
        method: request.method,
        headers: headersOf(request),
        body: bodyOf(request),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        signal,
      });
      const { status } = response;
      const location = response.headers.get('location');
      // That there is nothing where a redirect leads says nothing about what was asked for.
      const leadsNowhere = hops > 0 && (status === 404 || status === 410);
      if (!isRedirect(status) && !leadsNowhere) return response;
      await response.body?.cancel().catch(() => undefined);
      if (leadsNowhere) throw new PlatformError('malformed', { status });
      const next = nextHop(location, url, status);
      // A redirect of a call that writes is not followed: nobody knows what the first address did with it.
      if (request.method !== 'GET' || next === null || hops === maxRedirects) {
        throw new PlatformError('malformed', { status });
      }
      url = next;
    }
  }

  /** Dots in a path must not lead out of the folder, to what else the host may serve. */
  function addressOf(path: string): URL {
    const url = new URL(`${base}${path}`);
    if (!isOurs(url)) throw new PlatformError('refused');
    return url;
  }

  function isOurs(url: URL): boolean {
    return url.origin === origin && pathInFolder(url, folder) !== null;
  }

  /**
   * Where a redirect leads; null where that makes no sense. Throws `captive` for another host and for what lies outside the
   * folder: nothing is sent there.
   */
  function nextHop(location: string | null, from: URL, status: number): URL | null {
    if (location === null || !URL.canParse(location, from.href)) return null;
    const next = new URL(location, from);
    if (!isOurs(next)) throw new PlatformError('captive', { status, reason: sentAway });
    return next;
  }

  function headersOf(request: HttpRequest): Record<string, string> {
    const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'Hearth', ...request.headers };
    if (request.json !== undefined) headers['content-type'] = 'application/json';
    if (options.accessToken === null || request.withoutToken === true) return headers;
    return { ...headers, ...(options.authorize ?? bearer)(options.accessToken) };
  }

  return { origin, base, send };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function bearer(accessToken: string): Record<string, string> {
  return { authorization: `Bearer ${accessToken}` };
}

function bodyOf({ form, json }: HttpRequest): string | URLSearchParams | null {
  if (json !== undefined) return JSON.stringify(json);
  return form === undefined ? null : new URLSearchParams(form.map(([name, value]): [string, string] => [name, value]));
}

/** A refusal says what it says in JSON, or in plain words, or not at all. */
function refusalBody(response: Response, bytes: Uint8Array): unknown {
  const text = decodeText(bytes, response.headers.get('content-type'));
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function trustedBase(address: string): string {
  const base = serverBase(address);
  if (base === null) throw new PlatformError('refused');
  return base;
}

function requestKind(request: HttpRequest, writes: boolean): RequestKind {
  if (writes) return 'write';
  return request.paged === true ? 'page' : 'read';
}

/** What went wrong, without the cause: the runtime's own errors name addresses. */
function failureOf(
  error: unknown,
  at: { readonly cancel: AbortSignal; readonly timeout: AbortSignal; readonly writes: boolean },
): Error {
  if (error instanceof PlatformError) return withArrival(error, at.writes);
  if (at.cancel.aborted) return new DOMException('Cancelled', 'AbortError');
  if (at.timeout.aborted) return new PlatformError('timeout', { mayHaveArrived: at.writes });
  return networkFailure(error, at.writes);
}

/** An answer that came but can't be used leaves it open what a writing call did. */
function withArrival(error: PlatformError, writes: boolean): PlatformError {
  if (!(writes && ['malformed', 'too-large', 'captive'].includes(error.code))) return error;
  return new PlatformError(error.code, {
    ...(error.status !== null && { status: error.status }),
    ...(error.reason !== null && { reason: error.reason }),
    mayHaveArrived: true,
  });
}

function parseJson(response: Response, bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return null;
  const text = decodeText(bytes, response.headers.get('content-type'));
  try {
    if (text !== null) return JSON.parse(text);
  } catch {
    // Falls through: text that is not JSON is as unusable as bytes that are not text.
  }
  const { status, headers } = response;
  // Whoever was asked for data and sends a page is not the one who was asked: a network's sign-in page, or a shop window.
  const isPage = /^\s*text\/html\b/i.test(headers.get('content-type') ?? '');
  throw isPage ? new PlatformError('captive', { status, reason: webPage }) : new PlatformError('malformed', { status });
}
