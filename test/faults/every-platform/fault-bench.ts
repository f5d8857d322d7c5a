import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import { connectorFor } from '../../../electron/data/platforms/connector-for.ts';
import { RequestBudgets } from '../../../electron/data/platforms/http/request-budget.ts';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import type { BareDesk, DeskOptions } from '../../builders/bare-desk.ts';
import type { StandIn } from '../../stand-ins/stand-in.ts';

const hour = 60 * 60_000;
const never = new AbortController().signal;

/** A desk connected to a stand-in over HTTP, with what happened there by others than the desk. */
export interface FaultBench {
  readonly standIn: StandIn;
  readonly desk: BareDesk;
  /** Reports filed so far by the suite, by remote id. */
  readonly filed: Set<string>;
  /** Those of them that disappeared from the server without a trace. */
  readonly vanished: Set<string>;
  /** Those that somebody else than the desk opened again, or filed anew. */
  readonly reopened: Set<string>;
  /** From now on the desk reaches the server, or nothing good, by this connector. */
  reach: (connector: PlatformConnector) => void;
}

/** Connects as the app does: asks the server what it can do, then reads. */
export async function aFaultBench(
  standIn: StandIn,
  reports: number,
  makeDesk: (options: DeskOptions) => BareDesk,
): Promise<FaultBench> {
  const filed = new Set(Array.from({ length: reports }, () => standIn.addReport()));
  const connector = connect(standIn);
  const facts = await connector.readFacts(never);
  const desk = makeDesk({
    connector,
    platform: standIn.platform,
    capabilities: facts.capabilities,
    handle: facts.accountHandle,
    baseUrl: standIn.server.origin,
  });
  desk.clock.at = Date.now();
  const reach = (to: PlatformConnector): void => void Object.assign(desk.connector, to);
  return { standIn, desk, filed, vanished: new Set(), reopened: new Set(), reach };
}

/** The connector of the product to the stand-in, or to an `origin` where nothing good answers. */
export function connect({ platform, server, credentials }: StandIn, origin = server.origin): PlatformConnector {
  const target = { platform, baseUrl: origin, ...credentials, software: null };
  return connectorFor(target, new RequestBudgets());
}

/** What somebody else than the desk does to a report. Answers whether the platform can do that. */
export const others = {
  file(bench: FaultBench): boolean {
    bench.filed.add(bench.standIn.addReport());
    return true;
  },
  close(bench: FaultBench, id: string): boolean {
    if (!bench.standIn.closeByColleague(id)) return false;
    if (bench.standIn.closingRemoves === true) bench.vanished.add(id);
    return true;
  },
  reopen(bench: FaultBench, id: string): boolean {
    if (!bench.standIn.reopenByColleague(id)) return false;
    bench.reopened.add(id);
    return true;
  },
  reportAgain(bench: FaultBench, id: string): boolean {
    if (!bench.standIn.reportAgain(id)) return false;
    bench.reopened.add(id);
    return true;
  },
  vanish(bench: FaultBench, id: string): boolean {
    if (!bench.standIn.vanish(id)) return false;
    const known = bench.desk.context.write.prepare('SELECT remote_id FROM reports').pluck().all() as string[];
    for (const one of [id, ...bench.filed, ...known]) if (!bench.standIn.isThere(one)) bench.vanished.add(one);
    return true;
  },
} as const;

/** After the trouble: everything is read and sent again until nothing is left to do, as the schedule would. */
export async function settle(bench: FaultBench): Promise<void> {
  const { standIn, desk } = bench;
  standIn.server.faults.clear();
  bench.reach(connect(standIn));
  for (let pass = 0; pass < 8; pass += 1) {
    letTimePass(desk.context);
    await desk.pull();
    await desk.push();
    desk.advance(hour);
  }
  letTimePass(desk.context);
  await desk.pull();
}
