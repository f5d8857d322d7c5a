import { installed, nodeExecutable } from '../runtime/places.mjs';
import { run } from '../runtime/run-command.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} stage
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 */

/** What can be said about the source without running it. The same list for `npm run check` and `npm test`. */
const gates = [
  { name: 'types', stage: 'types', args: ['scripts/stages/types.mjs'] },
  {
    name: 'lint',
    stage: 'format and lint',
    args: [installed('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings'],
  },
  { name: 'imports', stage: 'imports', args: [...cruiser(), 'shared', 'electron', 'renderer', 'scripts', 'test'] },
  { name: 'unused', stage: 'unused code', args: [installed('knip', 'bin', 'knip.js')] },
];

function cruiser() {
  const program = installed('dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  return [program, '--config', 'test/architecture/import-rules.ts', '--output-type', 'err-long'];
}

/**
 * Runs every gate, also after one has failed, so that one run tells all. Only tests count as
 * passed; a gate that fails counts as one failure.
 * @param {string} [only] name of the one gate to run
 * @returns {Promise<Outcome[]>}
 */
export async function runGates(only) {
  const outcomes = [];
  for (const { name, stage, args } of gates) {
    if (only !== undefined && only !== name) continue;
    heading(stage);
    const began = performance.now();
    const code = await run(nodeExecutable(), args);
    outcomes.push(gateOutcome(stage, code, began));
  }
  return outcomes;
}

/**
 * @param {string} stage
 * @param {number} code
 * @param {number} began
 * @returns {Outcome}
 */
export function gateOutcome(stage, code, began) {
  const good = code === 0;
  process.stdout.write(`${stage}: ${good ? 'ok' : 'FAILED'}\n`);
  return { stage, passed: 0, failed: good ? 0 : 1, skipped: 0, seconds: (performance.now() - began) / 1000 };
}

export function heading(/** @type {string} */ text) {
  process.stdout.write(`\n=== ${text} ===\n`);
}
