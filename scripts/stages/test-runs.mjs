import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installed, nodeExecutable, root } from '../runtime/places.mjs';
import { run } from '../runtime/run-command.mjs';
import { heading } from './gates.mjs';

const results = path.join(root, 'test-results');

/**
 * Runs one kind of tests that need no window.
 * @param {string} kind name of the project in test/vitest.config.ts
 * @returns {Promise<import('./gates.mjs').Outcome>}
 */
export async function runKind(kind) {
  const file = resultFile(`${kind}.json`);
  const vitest = [installed('vitest', 'vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--project', kind];
  const reports = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file, '--passWithNoTests'];
  return count(kind, file, [...vitest, ...reports], {}, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + failedToLoad(report),
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/**
 * Files that broke before their first test count as one failure each; the runner's own total leaves them out.
 * @param {any} report
 * @returns {number}
 */
function failedToLoad(report) {
  const broken = (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0;
  return report.testResults.filter(broken).length;
}

/**
 * Runs the tests that drive the built application in real Electron.
 * @param {Record<string, string>} env from prepareWindow
 * @returns {Promise<import('./gates.mjs').Outcome>}
 */
export async function runWindowTests(env) {
  const file = resultFile('e2e.json');
  const playwright = installed('@playwright', 'test', 'cli.js');
  const args = [playwright, 'test', '--config', 'test/e2e/playwright.config.ts', '--pass-with-no-tests'];
  return count('e2e', file, args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, (report) => ({
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected + report.errors.length,
    skipped: report.stats.skipped,
  }));
}

/**
 * @param {string} stage
 * @param {string} file where the runner writes its JSON report
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} read
 * @returns {Promise<import('./gates.mjs').Outcome>}
 */
async function count(stage, file, args, env, read) {
  heading(stage);
  const began = performance.now();
  rmSync(file, { force: true });
  const code = await run(nodeExecutable(), args, { env });
  const counted = existsSync(file)
    ? read(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  // A runner that ends badly with nothing counted as failed (an unhandled error, say) must not look green.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  return { stage, ...counted, seconds: (performance.now() - began) / 1000 };
}

/** @param {string} name */
function resultFile(name) {
  mkdirSync(results, { recursive: true });
  return path.join(results, name);
}
