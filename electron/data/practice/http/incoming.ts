import type { IncomingMessage } from 'node:http';

export interface IncomingCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** The body as JSON, where it was JSON. */
  readonly json: unknown;
  readonly headers: IncomingMessage['headers'];
}

/**
 * Whether the call was meant for this computer. A web page elsewhere can make a browser call 127.0.0.1 under a name of its
 * own; such a call carries that name.
 */
export function isFromHere(call: IncomingCall): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(call.headers.host ?? '');
}

const maxBodyBytes = 1024 * 1024;

/** Reads a request to its end. Bodies may be forms or JSON, as Mastodon accepts both. */
export async function readCall(request: IncomingMessage): Promise<IncomingCall> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length <= maxBodyBytes) chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const isJson = (request.headers['content-type'] ?? '').includes('application/json');
  const json = isJson ? parseOrNull(body) : null;
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    form: isJson ? formOf(json) : new URLSearchParams(body),
    json,
    headers: request.headers,
  };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function formOf(json: unknown): URLSearchParams {
  const form = new URLSearchParams();
  if (typeof json !== 'object' || json === null) return form;
  for (const [name, value] of Object.entries(json)) {
    if (Array.isArray(value)) for (const item of value) form.append(`${name}[]`, String(item));
    else form.append(name, String(value));
  }
  return form;
}
