import { describe, expect, it, onTestFinished } from 'vitest';
import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import { listCurrentPolicies } from '../../../electron/data/store/policies/queries.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import { standIns } from '../../stand-ins/all.ts';
import { aFaultBench, type FaultBench, settle } from './fault-bench.ts';
import { type NamedFault, namedFaults } from './named-faults.ts';
import { readingFaults } from './reading-faults.ts';
import { sendingTally } from './sending-tally.ts';

/** Every named fault against every connector, while reading and while sending. */

async function bench(platform: string): Promise<FaultBench> {
  const standIn = await standIns[platform]!();
  onTestFinished(() => standIn.server.stop());
  return aFaultBench(standIn, 8, (options) => new SyncDesk(options));
}

/** Lets a fault strike between the second and the third request that the connector is asked for. Answers whether it has. */
function strikeMidway(target: FaultBench, fault: NamedFault): () => boolean {
  const { connector } = target.desk;
  let calls = 0;
  for (const name of Object.keys(connector) as (keyof PlatformConnector)[]) {
    const method = connector[name] as (...given: unknown[]) => Promise<unknown>;
    const wrapped = async (...given: unknown[]): Promise<unknown> => {
      calls += 1;
      if (calls === 3) {
        // As the schedule does every few seconds: how far a clock is set back is known from when it was last looked at.
        letTimePass(target.desk.context);
        await fault.strike(target);
      }
      return method.apply(connector, given);
    };
    Object.assign(connector, { [name]: wrapped });
  }
  return () => calls >= 3;
}

/** What runs into the trouble may say so in its own way; what counts is how things stand afterwards. */
async function inTrouble(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // A full disk and a closed file reach the caller as the store's own errors.
  }
}

describe.each(Object.keys(standIns))('%s', (platform) => {
  it('knows at least forty faults by name', () => {
    expect(new Set(namedFaults.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(namedFaults)('reads every report once in spite of: $name', async (fault) => {
    const target = await bench(platform);
    const hasStruck = strikeMidway(target, fault);
    await inTrouble(() => target.desk.pull());
    expect(hasStruck()).toBe(true);
    target.desk.restart();
    await settle(target);
    expect(readingFaults(target)).toEqual([]);
  });

  it.each(namedFaults)('sends every decision once, or shows it, in spite of: $name', async (fault) => {
    const target = await bench(platform);
    await target.desk.pull();
    const decided = target.desk.openCases().slice(0, 3);
    const policyId = listCurrentPolicies(target.desk.context.write, target.desk.communityId)[0]?.id ?? null;
    const personEffect = target.standIn.decideWith ?? 'none';
    for (const row of decided) target.desk.decide(row, { policyId, personEffect });
    target.desk.advance(60_000);
    const hasStruck = strikeMidway(target, fault);
    await inTrouble(() => target.desk.push());
    expect(hasStruck()).toBe(true);
    target.desk.restart();
    await settle(target);
    const { wrong, applied, unresolved } = sendingTally(target);
    expect(wrong).toEqual([]);
    expect(applied + unresolved).toBeGreaterThanOrEqual(3);
    expect(readingFaults(target)).toEqual([]);
  });
});
