import { connectorFor } from '../../../electron/data/platforms/connector-for.ts';
import { RequestBudgets } from '../../../electron/data/platforms/http/request-budget.ts';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import type { ActionState } from '../../../shared/domain/action.ts';
import { never } from '../../builders/practice.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import type { StandIn } from '../../stand-ins/stand-in.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A desk connected to a stand-in over HTTP, and what became of the decisions made on it. */
export interface FaultBench {
  readonly standIn: StandIn;
  readonly desk: SyncDesk;
  /** Reports filed so far by the suite, by remote id; some may have been closed or taken away by the suite since. */
  readonly filed: Set<string>;
}

/** Connects as the app does: asks the server what it can do, then reads. */
export async function aFaultBench(standIn: StandIn, reports: number): Promise<FaultBench> {
  const filed = new Set(Array.from({ length: reports }, () => standIn.addReport()));
  const connector = connect(standIn);
  const facts = await connector.readFacts(never);
  const desk = new SyncDesk({
    connector,
    platform: standIn.platform,
    capabilities: facts.capabilities,
    handle: facts.accountHandle,
    baseUrl: standIn.server.origin,
  });
  desk.clock.at = Date.now();
  return { standIn, desk, filed };
}

/** The connector of the product to the stand-in, or to an `origin` where nothing good answers. */
export function connect({ platform, server, credentials }: StandIn, origin = server.origin): PlatformConnector {
  const target = { platform, baseUrl: origin, ...credentials, software: null };
  return connectorFor(target, new RequestBudgets());
}

/** After the trouble: everything is read and sent again until nothing is left to do, as the schedule would. */
export async function settle({ standIn, desk }: FaultBench): Promise<void> {
  standIn.server.faults.clear();
  Object.assign(desk.connector, connect(standIn));
  for (let pass = 0; pass < 8; pass += 1) {
    await desk.pull();
    await desk.push();
    desk.advance(hour);
  }
}

/** What is wrong, in words; empty when every report is there once and as the server has it. */
export function readingFaults({ standIn, desk }: FaultBench): string[] {
  const rows = desk.context.write.prepare('SELECT remote_id, remote_state FROM reports').all() as {
    remote_id: string;
    remote_state: string;
  }[];
  const wrong: string[] = [];
  const here = new Map<string, string>();
  for (const row of rows) {
    if (here.has(row.remote_id)) wrong.push(`there twice: ${row.remote_id}`);
    here.set(row.remote_id, row.remote_state);
  }
  const open = new Set(standIn.openReports());
  for (const id of open)
    if (here.get(id) !== 'open') wrong.push(`open there, ${here.get(id) ?? 'missing'} here: ${id}`);
  for (const [id, state] of here) if (state === 'open' && !open.has(id)) wrong.push(`open here alone: ${id}`);
  return wrong;
}

/** How the actions of every decision ended. */
export interface SendingTally {
  readonly applied: number;
  /** Shown to a person: a conflict, or a failure with its reason. */
  readonly unresolved: number;
  /** Neither, though everything has settled: must be 0. */
  readonly lost: number;
  /** Carried out more than once on the server: must be 0. */
  readonly repeated: number;
}

interface ActionNow {
  readonly kind: string;
  readonly target_remote_id: string;
  readonly state: ActionState;
}

/** Holds the desk's actions against what the server carried out. */
export function sendingTally({ standIn, desk }: FaultBench): SendingTally {
  const actions = desk.context.write.prepare('SELECT kind, target_remote_id, state FROM actions').all() as ActionNow[];
  const done = new Map<string, number>();
  for (const { kind, target } of standIn.carriedOut())
    done.set(`${kind} ${target}`, (done.get(`${kind} ${target}`) ?? 0) + 1);
  const wanted = new Map<string, number>();
  for (const { kind, target_remote_id } of actions) {
    const key = `${kind} ${target_remote_id}`;
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  const repeated = [...done].filter(([key, times]) => times > (wanted.get(key) ?? 0)).length;
  return {
    applied: actions.filter(({ state }) => state === 'applied' || state === 'reversed').length,
    unresolved: actions.filter(({ state }) => isShown(state, desk)).length,
    lost: actions.filter(({ state }) => state === 'sending' || state === 'drafted').length,
    repeated,
  };
}

/** A conflict, a failure, and what waits behind one of them: all stand in the outbox with a reason. */
function isShown(state: ActionState, _desk: SyncDesk): boolean {
  return state === 'conflict' || state === 'failed' || state === 'confirmed';
}
