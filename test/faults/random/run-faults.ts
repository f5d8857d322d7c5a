import { parseArgs } from 'node:util';
import { standIns } from '../../stand-ins/all.ts';
import { type RandomRun, randomRun } from './random-run.ts';
import { addRun, noRuns, type Summary, showSummary } from './summary.ts';

/** npm run faults: random mixes on every platform's stand-in, for as long as asked. */

const usage = `npm run faults -- [--seed N] [--minutes M | --runs R] [--platform ${Object.keys(standIns).join('|')}]`;

function readNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number < least) throw new Error(`--${name} takes a number, not "${text}"\n${usage}`);
  return number;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1' },
    runs: { type: 'string' },
    platform: { type: 'string' },
  },
});
const firstSeed = Math.trunc(readNumber('seed', values.seed, 0));
const minutes = readNumber('minutes', values.minutes, 0);
const mostRuns = values.runs === undefined ? Number.POSITIVE_INFINITY : readNumber('runs', values.runs, 1);
const platforms = values.platform === undefined ? Object.keys(standIns) : [values.platform];
for (const platform of platforms)
  if (!(platform in standIns)) throw new Error(`no such platform: ${platform}\n${usage}`);

function tellFailure(run: RandomRun): void {
  console.log(`\nFAILED ${run.platform}, seed ${run.seed}:`);
  for (const wrong of run.wrong) console.log(`  ${wrong}`);
  console.log(`  faults: ${[...run.injected.keys()].join(', ') || 'none'}`);
  console.log(`  again: npm run faults -- --platform ${run.platform} --seed ${run.seed} --runs 1\n`);
}

const began = performance.now();
const summary: Summary = noRuns();
const isOver = (): boolean =>
  values.runs === undefined
    ? performance.now() - began >= minutes * 60_000
    : summary.runs >= mostRuns * platforms.length;
let told = began;
// Every platform gets every seed, so that one that is slow is not left out.
for (let seed = firstSeed; !isOver(); seed += 1) {
  for (const platform of platforms) {
    const run = await randomRun(platform, seed);
    addRun(summary, run);
    if (run.wrong.length > 0) tellFailure(run);
    if (performance.now() - told < 30_000) continue;
    told = performance.now();
    console.log(`${Math.round((told - began) / 1000)} s: ${summary.runs} runs, ${summary.failed} failed`);
  }
}
console.log(showSummary(summary));
console.log(`took ${Math.round((performance.now() - began) / 1000)} s, seeds from ${firstSeed} on`);
process.exitCode = summary.failed > 0 ? 1 : 0;
