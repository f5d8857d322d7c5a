import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * A server in a thread of its own that answers moderators as Mastodon does, with as many reports as asked for: every other
 * one is open. It makes each page when it is asked for, so that no memory is spent on what is not looked at.
 */

const { reports } = workerData as { readonly reports: number };
const pageLimit = 200;
const firstAt = Date.UTC(2025, 0);
const firstId = 1_000_000;
let requests = 0;

const words =
  'somebody keeps writing to me under other names and the group is tired of asking them to stop at night'.split(' ');

function sentence(seed: number, length: number): string {
  return Array.from({ length }, (_, at) => words[(seed * 7 + at * 13) % words.length]).join(' ');
}

function account(number: number): object {
  const username = `member${number}`;
  const shown = { id: `9${number}`, username, acct: username, display_name: `Member ${number}`, note: '', fields: [] };
  const states = { suspended: false, disabled: false, silenced: false, sensitized: false, approved: true };
  return { id: `9${number}`, username, domain: null, created_at: isoAt(0), ...states, account: shown };
}

function isoAt(number: number): string {
  return new Date(firstAt + number * 60_000).toISOString();
}

function report(number: number): object {
  const target = account(number % Math.max(1, Math.floor(reports / 3)));
  const isOpen = number % 2 === 0;
  return {
    id: String(firstId + number),
    action_taken: !isOpen,
    action_taken_at: isOpen ? null : isoAt(number + 60),
    category: number % 5 === 0 ? 'spam' : 'other',
    comment: sentence(number, 9),
    forwarded: false,
    created_at: isoAt(number),
    updated_at: isoAt(number),
    account: account((number * 31) % reports),
    target_account: target,
    assigned_account: null,
    action_taken_by_account: isOpen ? null : account(1),
    statuses: [
      {
        id: `5${number}`,
        created_at: isoAt(number),
        content: `<p>${sentence(number + 3, 28)}</p>`,
        spoiler_text: '',
        visibility: 'public',
        language: 'en',
        account: (target as { account: object }).account,
        media_attachments: [],
      },
    ],
    rules: [],
  };
}

/** A page of the reports that are open, or that are not, by Mastodon's cursors, newest first. */
function page(query: URLSearchParams): { numbers: number[]; links: string } {
  const parity = query.has('resolved') ? 1 : 0;
  const limit = Math.min(pageLimit, Number(query.get('limit') ?? 100));
  const kept = query.has('resolved') ? 'resolved=true&' : '';
  const all = { from: parity, to: reports - 1 - ((reports - 1 - parity) & 1) };
  const minId = query.get('min_id');
  const maxId = query.get('max_id');
  const numbers: number[] = [];
  if (minId !== null) {
    let number = Math.max(all.from, Number(minId) - firstId + 1);
    if ((number & 1) !== parity) number += 1;
    for (; number <= all.to && numbers.length < limit; number += 2) numbers.unshift(number);
  } else {
    let number = maxId === null ? all.to : Math.min(all.to, Number(maxId) - firstId - 1);
    if ((number & 1) !== parity) number -= 1;
    for (; number >= all.from && numbers.length < limit; number -= 2) numbers.push(number);
  }
  const link = (name: string, number: number, rel: string) =>
    `<${origin}/api/v1/admin/reports?${kept}limit=${limit}&${name}=${firstId + number}>; rel="${rel}"`;
  const [newest, oldest] = [numbers[0], numbers.at(-1)];
  if (newest === undefined || oldest === undefined) return { numbers, links: '' };
  const older = numbers.length === limit ? [link('max_id', oldest, 'next')] : [];
  return { numbers, links: [...older, link('min_id', newest, 'prev')].join(', ') };
}

function answer(url: URL): { body: unknown; link?: string } | null {
  switch (url.pathname) {
    case '/api/v2/instance':
      return {
        body: { domain: 'bench.example', title: 'Bench', version: '4.5.0', rules: [{ id: '1', text: 'Be kind' }] },
      };
    case '/api/v1/accounts/verify_credentials':
      return { body: { id: '1', username: 'moderator', acct: 'moderator', role: { permissions: '17' } } };
    case '/api/v1/instance/rules':
      return { body: [{ id: '1', text: 'Be kind' }] };
    case '/api/v1/admin/reports': {
      const { numbers, links } = page(url.searchParams);
      return { body: numbers.map(report), link: links };
    }
    default:
      return url.pathname.endsWith('/context') ? { body: { ancestors: [], descendants: [] } } : null;
  }
}

let origin = '';
const server = createServer((request, response) => {
  requests += 1;
  const given = answer(new URL(request.url ?? '/', 'http://bench.example'));
  if (given === null) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"Not Found"}');
    return;
  }
  const headers = { 'content-type': 'application/json', ...(given.link ? { link: given.link } : {}) };
  response.writeHead(200, headers).end(JSON.stringify(given.body));
});
// A bare loop that writes for long keeps connections idle meanwhile.
server.keepAliveTimeout = 0;
server.listen({ host: '127.0.0.1', port: 0 }, () => {
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  parentPort?.postMessage({ origin });
});
parentPort?.on('message', (message) => {
  if (message === 'requests') parentPort?.postMessage({ requests });
  else server.close(() => process.exit());
});
