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
  /** Reports that are lost, or not as the server has them. */
  readonly readingWrong: number;
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
    const tally = sendingTally(bench, world);
    const unread = readingFaults(bench, hiddenReports(world));
    const wrong = [...unread, ...tally.wrong, ...brokenBooks(world), ...wrongHolders(world)];
    const { injected, decided } = world;
    const counts = { steps, reports: bench.filed.size, decisions: decided.size, readingWrong: unread.length };
    bench.desk.dispose();
    return { platform, seed, injected, ...counts, tally, wrong };
  } finally {
    await standIn.server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many reports the server may have hidden: one for each page cut short. */
function hiddenReports({ injected }: FaultWorld): number {
  return injected.get('page without its first item') ?? 0;
}

/**
 * Whoever took an open report has it still, and nothing that nobody holds here any more is left in our hands. Decided ones are:
 * colleagues should see whose they are.
 */
function wrongHolders({ bench: { desk, standIn }, takenByColleague }: FaultWorld): string[] {
  const { holders } = standIn;
  if (!holders) return [];
  const isUndecided = desk.context.write.prepare(
    'SELECT 1 FROM reports JOIN cases ON cases.id = reports.case_id WHERE remote_id = ? AND cases.is_open = 1',
  );
  return standIn.openReports().flatMap((id) => {
    const holder = holders.of(id);
    if (takenByColleague.has(id) && holder === 'us') return [`taken from a colleague: ${id}`];
    return holder === 'us' && isUndecided.get(id) ? [`never given back: ${id}`] : [];
  });
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
