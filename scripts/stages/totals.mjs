/**
 * Prints what every stage came to and, as the last line, the sum. Sets the exit code.
 * @param {import('./gates.mjs').Outcome[]} outcomes
 */
export function printTotals(outcomes) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const lines = [
    '',
    `${'stage'.padEnd(18)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(9)}`,
  ];
  for (const { stage, passed, failed, skipped, seconds } of outcomes) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    const cells = [String(passed).padStart(8), String(failed).padStart(8), String(skipped).padStart(9)];
    lines.push(`${stage.padEnd(18)}${cells.join('')}${seconds.toFixed(1).padStart(9)}`);
  }
  lines.push('', `${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}
