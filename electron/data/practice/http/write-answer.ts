import type { ServerResponse } from 'node:http';
import type { Instant } from '../../../../shared/domain/ids.ts';
import type { FaultSpec } from '../faults.ts';
import type { Answer } from './answer.ts';

const mostDrops = 4_000;
const datePattern = /"\d{4}-\d{2}-\d{2}T[\d:.]+Z"/g;

/** Sends an answer, spoilt by the fault that hit it. */
export function writeAnswer(response: ServerResponse, answer: Answer, fault: FaultSpec | null, now: Instant): void {
  const body = Buffer.from(answer.text?.body ?? JSON.stringify(answer.json ?? null), 'utf8');
  const type = answer.text?.type ?? 'application/json; charset=utf-8';
  const headers: Record<string, string> = {
    'content-type': type,
    'cache-control': 'private, no-store',
    ...answer.headers,
  };
  headers.date = new Date(now + (fault?.kind === 'clock-skew' ? (fault.ms ?? 0) : 0)).toUTCString();
  if (fault?.kind === 'truncated-body') {
    response.writeHead(answer.status, { ...headers, 'content-length': String(body.byteLength + 64) });
    response.write(body, () => response.socket?.destroy());
  } else if (fault?.kind === 'slow-body') {
    drip(response, answer.status, headers, body, fault.ms ?? 1);
  } else if (fault?.kind === 'huge-body') {
    stream(response, answer.status, headers, fault.bytes ?? 64 * 1024 * 1024);
  } else {
    if (fault?.kind === 'bad-gzip') headers['content-encoding'] = 'gzip';
    if (fault?.kind === 'wrong-type') headers['content-type'] = 'text/html; charset=utf-8';
    finish(response, answer.status, headers, spoilt(body, answer, fault));
  }
}

function spoilt(body: Buffer, answer: Answer, fault: FaultSpec | null): Buffer {
  switch (fault?.kind) {
    case 'malformed-json':
      return body.subarray(0, Math.max(1, body.byteLength - 2));
    case 'wrong-types':
      return Buffer.from(JSON.stringify(withWrongTypes(answer.json ?? null)));
    case 'empty-body':
      return Buffer.alloc(0);
    case 'reordered-list':
      return changedList(answer, (items) => items.toReversed());
    case 'repeated-list':
      return changedList(answer, (items) => items.flatMap((item) => [item, item]));
    case 'shortened-list':
      return changedList(answer, (items) => items.slice(1));
    case 'unknown-fields':
      return Buffer.from(JSON.stringify(withUnknownFields(answer.json ?? null)));
    case 'clock-skew':
      return Buffer.from(skewed(body.toString('utf8'), fault.ms ?? 0));
    case 'wrong-charset':
      return Buffer.from([0x22, 0xe9, 0xff, 0xc3, 0x22]);
    default:
      return body;
  }
}

function finish(response: ServerResponse, status: number, headers: Record<string, string>, body: Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': String(body.byteLength) });
  response.end(body);
}

/** Changes the first list there is: the answer itself, or one it holds. */
function changedList(answer: Answer, change: (items: readonly unknown[]) => readonly unknown[]): Buffer {
  const json = answer.json ?? null;
  if (Array.isArray(json)) return Buffer.from(JSON.stringify(change(json)));
  if (typeof json !== 'object' || json === null) return Buffer.from(JSON.stringify(json));
  const found = Object.entries(json).find(([, value]) => Array.isArray(value) && value.length > 0);
  const changed = found ? { ...json, [found[0]]: change(found[1] as unknown[]) } : json;
  return Buffer.from(JSON.stringify(changed));
}

function withUnknownFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownFields);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).map(([key, inner]) => [key, withUnknownFields(inner)] as const);
  return { ...Object.fromEntries(known), from_a_newer_version: { kind: 'unheard_of', parts: [1, null, 'x'] } };
}

function drip(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: Buffer,
  ms: number,
): void {
  response.writeHead(status, { ...headers, 'content-length': String(body.byteLength) });
  // Byte by byte, unless that would take a long answer for ever.
  const step = Math.ceil(body.byteLength / mostDrops);
  let at = 0;
  const next = (): void => {
    if (response.destroyed) return;
    if (at >= body.byteLength) {
      response.end();
      return;
    }
    response.write(body.subarray(at, at + step));
    at += step;
    setTimeout(next, ms);
  };
  next();
}

/** Sends as much as the client takes, and stops when it has had enough. */
function stream(response: ServerResponse, status: number, headers: Record<string, string>, bytes: number): void {
  response.writeHead(status, headers);
  const piece = Buffer.alloc(64 * 1024, 0x20);
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= piece.byteLength;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    if (!response.destroyed) response.end('[]');
  };
  more();
}

/** Every text becomes a number and every flag a text, except in every second item of a list. */
function withWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, position) => (position % 2 === 0 ? withWrongTypes(item) : item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withWrongTypes(inner)]));
  }
  if (typeof value === 'string') return 0.5;
  return typeof value === 'boolean' ? String(value) : value;
}

function skewed(text: string, ms: number): string {
  return text.replace(datePattern, (date) => `"${new Date(Date.parse(date.slice(1, -1)) + ms).toISOString()}"`);
}
