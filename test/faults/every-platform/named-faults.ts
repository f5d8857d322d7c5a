import type { FaultSpec } from '../../../electron/data/practice/faults.ts';
import { connect, type FaultBench, others } from './fault-bench.ts';

/** Something that goes wrong, by name. */
export interface NamedFault {
  readonly name: string;
  /** Makes it go wrong from here on, until it heals by itself or everything is settled. */
  readonly strike: (bench: FaultBench) => void | Promise<void>;
}

const elsewhere = 'https://elsewhere.example/';
const hour = 60 * 60_000;
const day = 24 * hour;

/** Faults of the network and the server, for one request after some were let through. */
const onTheWire: readonly (readonly [name: string, spec: FaultSpec])[] = [
  ['connection reset before anything happens', { kind: 'reset-before', times: 1 }],
  ['connection reset after the call was carried out', { kind: 'reset-after', times: 1 }],
  ['several resets in a row', { kind: 'reset-before', times: 4 }],
  ['body cut off in the middle', { kind: 'truncated-body', times: 1 }],
  ['slow bytes', { kind: 'slow-body', times: 1, ms: 0 }],
  ['late answer', { kind: 'latency', times: 1, ms: 40 }],
  ['429 with a time (ISO)', { kind: 'rate-limited', style: 'mastodon', times: 1 }],
  ['429 with a time (ISO, no microseconds)', { kind: 'rate-limited', style: 'gotosocial', times: 1 }],
  ['429 with Retry-After', { kind: 'rate-limited', style: 'retry-after', times: 1 }],
  ['429 that shows another window', { kind: 'rate-limited', style: 'hidden-paging', times: 1 }],
  ['429 that says nothing', { kind: 'rate-limited', style: 'bare', times: 1 }],
  ['storm of 429', { kind: 'rate-limited', style: 'bare', times: 12 }],
  ['500 with JSON', { kind: 'server-error', status: 500, times: 1 }],
  ['502 with a web page', { kind: 'server-error', status: 502, html: true, times: 1 }],
  ['503 with a web page', { kind: 'server-error', status: 503, html: true, times: 1 }],
  ['504 after the call was carried out', { kind: 'server-error', status: 504, afterHandling: true, times: 1 }],
  ['408', { kind: 'server-error', status: 408, times: 1 }],
  ['several 503 in a row', { kind: 'server-error', status: 503, times: 5 }],
  ['JSON cut short', { kind: 'malformed-json', times: 1 }],
  ['values of the wrong type', { kind: 'wrong-types', times: 1 }],
  ['fields nobody knows', { kind: 'unknown-fields' }],
  ['web page of a hotel network', { kind: 'not-json', times: 1 }],
  ['hotel network for a while', { kind: 'not-json', times: 6 }],
  ['JSON that calls itself a web page', { kind: 'wrong-type', times: 1 }],
  ['empty body', { kind: 'empty-body', times: 1 }],
  ['body that never ends', { kind: 'huge-body', bytes: 24 * 1024 * 1024, times: 1 }],
  ['bytes that are no text', { kind: 'wrong-charset', times: 1 }],
  ['broken compression', { kind: 'bad-gzip', times: 1 }],
  ['token expired for one call', { kind: 'expired-token', times: 1 }],
  ['right taken away for one call', { kind: 'forbidden', times: 1 }],
  ['redirect to another host', { kind: 'redirect', to: elsewhere, times: 1 }],
  ['redirect in a circle', { kind: 'redirect', to: '/', times: 1 }],
  ['server clock a day ahead', { kind: 'clock-skew', ms: day }],
  ['server clock a day behind', { kind: 'clock-skew', ms: -day }],
  ['page in another order', { kind: 'reordered-list', times: 1 }],
  ['every item of a page twice', { kind: 'repeated-list', times: 1 }],
  ['page without its first item', { kind: 'shortened-list', times: 1 }],
];

const pick = (bench: FaultBench): string | undefined => bench.standIn.openReports()[0];

/** Things that happen on the server while Hearth reads or sends: in the middle of a run, between two requests. */
const inTheWorld: readonly NamedFault[] = [
  { name: 'new report between two requests', strike: (bench) => void others.file(bench) },
  { name: 'colleague closes a report', strike: (bench) => void withOne(bench, others.close) },
  { name: 'report vanishes', strike: (bench) => void withOne(bench, others.vanish) },
  { name: 'reported again', strike: (bench) => void withOne(bench, others.reportAgain) },
  {
    name: 'colleague closes and opens a report again',
    strike: (bench) => void withOne(bench, (at, id) => others.close(at, id) && others.reopen(at, id)),
  },
  { name: 'token revoked', strike: ({ standIn }) => standIn.revokeToken() },
];

function withOne(bench: FaultBench, act: (bench: FaultBench, remoteId: string) => boolean): boolean {
  const id = pick(bench);
  return id !== undefined && act(bench, id);
}

/** Things that happen to this computer. */
const onThisComputer: readonly NamedFault[] = [
  { name: 'clock set back ten hours', strike: ({ desk }) => desk.clock.advance(-10 * hour) },
  { name: 'clock set forward ten hours', strike: ({ desk }) => desk.clock.advance(10 * hour) },
  { name: 'asleep for two days', strike: ({ desk }) => desk.advance(2 * day) },
  { name: 'killed and started again', strike: ({ desk }) => desk.restart() },
  {
    name: 'name of the server not found',
    strike: (bench) => replaceConnection(bench, 'https://nobody.invalid'),
  },
  {
    name: 'TLS that can’t be made',
    strike: (bench) => replaceConnection(bench, bench.standIn.server.origin.replace('http:', 'https:')),
  },
  { name: 'disk full', strike: ({ desk }) => fillDisk(desk) },
];

/** Every request fails until things are settled. */
function replaceConnection(bench: FaultBench, origin: string): void {
  bench.reach(connect(bench.standIn, origin));
}

/** Leaves the file no room to grow, as a full disk does; opening it anew finds room again. */
function fillDisk(desk: FaultBench['desk']): void {
  const pages = desk.context.write.pragma('page_count', { simple: true }) as number;
  desk.context.write.pragma(`max_page_count = ${pages}`);
}

/** A fault on the wire hits the request after `after` others. */
export function wireFaults(after: number): readonly NamedFault[] {
  return onTheWire.map(([name, spec]) => ({
    name,
    strike: ({ standIn }) => void standIn.server.faults.add({ ...spec, after }),
  }));
}

/** Every fault there is. */
export const namedFaults: readonly NamedFault[] = [...wireFaults(0), ...inTheWorld, ...onThisComputer];
