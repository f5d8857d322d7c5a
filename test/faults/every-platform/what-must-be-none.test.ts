import { describe, expect, it, onTestFinished } from 'vitest';
import { listCurrentPolicies } from '../../../electron/data/store/policies/queries.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import { standIns } from '../../stand-ins/all.ts';
import type { StandIn } from '../../stand-ins/stand-in.ts';
import { aFaultBench, type FaultBench } from './fault-bench.ts';
import { readingFaults } from './reading-faults.ts';
import { sendingTally } from './sending-tally.ts';

/** What the suites call none is found where there is some, on every platform: connectors that do what none may. */

async function bench(platform: string): Promise<FaultBench> {
  const standIn = await standIns[platform]!();
  onTestFinished(() => standIn.server.stop());
  return aFaultBench(standIn, 3, (options) => new SyncDesk(options));
}

async function decideFirst({ desk, standIn }: FaultBench): Promise<void> {
  await desk.pull();
  const policyId = listCurrentPolicies(desk.context.write, desk.communityId)[0]?.id ?? null;
  desk.decide(desk.openCases()[0]!, { policyId, personEffect: standIn.decideWith ?? 'none' });
  desk.advance(60_000);
}

/** The stand-in, with other books. */
function withBooks(standIn: StandIn, books: Partial<StandIn>): StandIn {
  return { ...standIn, ...books };
}

describe.each(Object.keys(standIns))('%s', (platform) => {
  it('has nothing wrong where nothing is', async () => {
    const target = await bench(platform);
    await decideFirst(target);
    await target.desk.push();
    expect(sendingTally(target)).toMatchObject({ applied: 1, lost: 0, repeated: 0, wrong: [] });
    await target.desk.pull();
    expect(readingFaults(target)).toEqual([]);
  });

  it('shows what was carried out twice, and what never was though it is called done', async () => {
    const target = await bench(platform);
    await decideFirst(target);
    const openBefore = target.standIn.openReports();
    await target.desk.push();
    const { standIn } = target;
    const done = standIn.carriedOut();
    const twice = { ...target, standIn: withBooks(standIn, { carriedOut: () => [...done, ...done] }) };
    expect(sendingTally(twice).repeated).toBeGreaterThan(0);
    const never = { ...target, standIn: withBooks(standIn, { carriedOut: () => [], openReports: () => openBefore }) };
    expect(sendingTally(never).lost).toBeGreaterThan(0);
  });

  it('writes a call that is made twice into the server’s books twice, unless the server refuses it', async () => {
    const target = await bench(platform);
    await decideFirst(target);
    const { perform } = target.desk.connector;
    const refused: unknown[] = [];
    target.desk.connector.perform = async (call, signal) => {
      await perform(call, signal);
      await perform(call, signal).catch((error: unknown) => refused.push(error));
    };
    await target.desk.push();
    expect(sendingTally(target).repeated + refused.length).toBeGreaterThan(0);
  });

  it('shows a decision that never left', async () => {
    const target = await bench(platform);
    await decideFirst(target);
    expect(sendingTally(target).lost).toBeGreaterThan(0);
  });

  it('shows reports that are missing, gone or otherwise than on the server, and excuses no more than it may', async () => {
    const target = await bench(platform);
    const { desk, standIn } = target;
    await desk.pull();
    const { write } = desk.context;
    const [id = ''] = standIn.openReports();
    const set = (state: string) =>
      write.prepare('UPDATE reports SET remote_state = ? WHERE remote_id = ?').run(state, id);
    set('resolved');
    expect(readingFaults(target)).toHaveLength(1);
    set('gone');
    expect(readingFaults(target)).toHaveLength(2);
    set('open');
    expect(readingFaults(target)).toEqual([]);
    expect(readingFaults({ ...target, filed: new Set([...target.filed, 'x']) })).toHaveLength(1);
    expect(readingFaults({ ...target, filed: new Set([...target.filed, 'x']) }, 1)).toEqual([]);
    expect(readingFaults({ ...target, filed: new Set([...target.filed, 'x', 'y']) }, 1)).toHaveLength(2);
    const another = { openReports: () => [...standIn.openReports(), 'x'] };
    const open = { ...target, filed: new Set([...target.filed, 'x']), standIn: withBooks(standIn, another) };
    expect(readingFaults(open, 1)).not.toEqual([]);
  });
});
