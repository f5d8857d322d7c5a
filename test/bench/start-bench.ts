import { join } from 'node:path';
import { scryptCost } from '../../electron/data/store/key/scrypt-wrap.ts';
import type { BenchProfile } from './bench-run.ts';
import { writeBlankApp } from './blank-app.ts';
import { launchHearth, unlock } from './hearth-window.ts';
import { launchWindow, type Memory } from './launch-window.ts';
import { atMost, type Measurement, medianOf, summarise } from './measure.ts';
import { paintedAt } from './page-clock.ts';
import { runElectronAsNode } from './versions.ts';

/** How long a window stands before its memory is read, in milliseconds: what it does at the start has settled by then. */
const settling = 3_000;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds that deriving a key from a passphrase takes in this runtime. Slow on purpose. */
async function timeDerivation(): Promise<number> {
  const { N, r, p } = scryptCost;
  const options = JSON.stringify({ N, r, p, maxmem: 256 * 1024 * N });
  const script = `const { scryptSync } = require('node:crypto'); const times = [];
    for (let run = 0; run < 3; run += 1) {
      const began = performance.now(); scryptSync('passphrase', 'salt', 32, ${options}); times.push(performance.now() - began);
    }
    console.log(times.sort((a, b) => a - b)[1]);`;
  return Number(await runElectronAsNode(script));
}

interface Round {
  readonly blank: { readonly painted: number; readonly memory: Memory };
  readonly hearth: { readonly painted: number; readonly unlocked: number; readonly memory: Memory };
  readonly derivation: number;
}

async function runRound(app: string, folder: string, profile: BenchProfile): Promise<Round> {
  const empty = await launchWindow(app, { BLANK_PROFILE: join(folder, 'blank-profile') });
  const emptyPainted = (await paintedAt(empty.page)) - empty.startedAt;
  await wait(settling);
  const blank = { painted: emptyPainted, memory: empty.memory() };
  await empty.close();

  const window = await launchHearth(profile);
  await window.page.locator('input[type=password]').waitFor({ timeout: 60_000 });
  const painted = (await paintedAt(window.page)) - window.startedAt;
  const unlocked = await unlock(window, profile);
  await wait(settling);
  const hearth = { painted, unlocked, memory: window.memory() };
  await window.close();
  return { blank, hearth, derivation: await timeDerivation() };
}

/** Start and memory of the real app against a blank window of the same runtime, in turns. The first round warms the disk. */
export async function benchStart(
  folder: string,
  profile: BenchProfile,
  rounds: number,
): Promise<readonly Measurement[]> {
  const app = writeBlankApp(folder);
  const all: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) all.push(await runRound(app, folder, profile));
  const counted = all.slice(1);
  const over = (pick: (round: Round) => number) => medianOf(counted.map(pick));
  const part = (name: string, pick: (round: Round) => number) => ({ name, ...summarise(counted.map(pick)) });

  const blank = { against: 'blank window to its first paint', baseline: over((one) => one.blank.painted) };
  const derivation = over((one) => one.derivation);
  const firstRow = over(({ hearth }) => hearth.painted + hearth.unlocked) - derivation;
  const memory = (kind: keyof Memory) => ({
    value: over(({ hearth }) => hearth.memory[kind]),
    unit: 'MiB' as const,
    baseline: over((one) => one.blank.memory[kind]),
  });
  const shared = memory('proportional');
  const resident = memory('resident');
  return [
    atMost({ name: 'start to lock screen painted', value: over(({ hearth }) => hearth.painted) }, blank, null),
    atMost(
      {
        name: 'start to first usable queue row, without the passphrase',
        value: firstRow,
        parts: [
          part('blank window painted', (one) => one.blank.painted),
          part('lock screen painted', ({ hearth }) => hearth.painted),
          part('unlock key to first row', ({ hearth }) => hearth.unlocked),
          part('deriving the key alone', (one) => one.derivation),
        ],
      },
      blank,
      1.5,
    ),
    atMost(
      { name: 'unlock key to first usable row', value: over(({ hearth }) => hearth.unlocked) },
      { against: 'deriving the key from the passphrase', baseline: derivation },
      null,
    ),
    atMost({ name: 'memory, shared pages once', ...shared }, { against: 'blank window', ...shared }, 2),
    atMost({ name: 'memory, shared pages per process', ...resident }, { against: 'blank window', ...resident }, null),
  ];
}
