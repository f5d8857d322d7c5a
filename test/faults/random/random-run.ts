import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAuditChain } from '../../../electron/data/store/audit/verify-chain.ts';
import { BareDesk } from '../../builders/bare-desk.ts';
import { standIns } from '../../stand-ins/all.ts';
import { aFaultBench, settle } from '../every-platform/fault-bench.ts';
import { readingFaults } from '../every-platform/reading-faults.ts';
import { type SendingTally, sendingTally } from '../every-platform/sending-tally.ts';
import { diceOf } from './dice.ts';
import { takeStep } from './steps.ts';
import { FaultWorld } from './world.ts';

/** How one run went. */
export interface RandomRun {
  readonly platform: string;
  readonly seed: number;
  readonly steps: number;
  readonly injected: ReadonlyMap<string, number>;
  readonly reports: number;
  readonly decisions: number;
  readonly tally: SendingTally;
  /** Everything that must not be, in words; empty when nothing was lost or repeated. */
  readonly wrong: readonly string[];
}

/**
 * Mixes people, colleagues, faults and kills by chance on one platform's stand-in, lets everything settle, and holds the
 * desk against the server. The same seed mixes the same.
 */
export async function randomRun(platform: string, seed: number): Promise<RandomRun> {
  const dice = diceOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'hearth-faults-'));
  const start = standIns[platform];
  if (!start) throw new Error(`no stand-in for ${platform}; there are ${Object.keys(standIns).join(', ')}`);
  const standIn = await start();
  try {
    const bench = await aFaultBench(standIn, 1 + dice.upTo(4), (options) => new BareDesk(options, folder));
    const world = new FaultWorld(bench, dice);
    await bench.desk.pull();
    const steps = 10 + dice.upTo(40);
    for (let step = 0; step < steps; step += 1) await takeStep(world);
    world.restart();
    world.calmDown();
    await settle(bench);
    const wrongDates = ['server clock a day ahead', 'server clock a day behind'].some((name) =>
      world.injected.has(name),
    );
    const mayMiss = world.injected.has('page without its first item') || (standIn.listsByTime === true && wrongDates);
    const tally = sendingTally(bench, world);
    const wrong = [...readingFaults(bench, mayMiss), ...tally.wrong, ...brokenBooks(world)];
    const { injected, decided } = world;
    const made = { platform, seed, steps, injected, reports: bench.filed.size, decisions: decided.size, tally, wrong };
    bench.desk.dispose();
    return made;
  } finally {
    await standIn.server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function brokenBooks({ bench, decided }: FaultWorld): string[] {
  const { write, read } = bench.desk.context;
  const kept = write.prepare('SELECT id FROM decisions ORDER BY id').pluck().all() as number[];
  const made = [...decided].sort((a, b) => a - b);
  return [
    ...(kept.join() === made.join() ? [] : [`decisions ${made.join()} were made, ${kept.join()} are kept`]),
    ...(verifyAuditChain(read).intact ? [] : ['the audit log does not hold together']),
  ];
}
