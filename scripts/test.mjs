// npm test: everything. Static gates, unit, property, integration and crash tests, the build, real windows.
import { build } from './runtime/build-when-needed.mjs';
import { prepareWindow } from './runtime/prepare-window.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { gateOutcome, heading, runGates } from './stages/gates.mjs';
import { runKind, runWindowTests } from './stages/test-runs.mjs';
import { printTotals } from './stages/totals.mjs';

requireInstall();
const outcomes = await runGates();
for (const kind of ['architecture', 'unit', 'property', 'integration', 'faults', 'crash'])
  outcomes.push(await runKind(kind));

heading('build');
let began = performance.now();
const built = await build();
outcomes.push(gateOutcome('build', built, began));

heading('window');
began = performance.now();
try {
  const window = await prepareWindow();
  outcomes.push(gateOutcome('window', 0, began));
  if (built === 0) outcomes.push(await runWindowTests(window.env));
  window.close();
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
  outcomes.push(gateOutcome('window', 1, began));
}
printTotals(outcomes);
