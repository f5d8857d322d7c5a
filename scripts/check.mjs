// npm run check: all that can be said without opening a window or a store. The first part of npm test.
import { requireInstall } from './runtime/require-install.mjs';
import { runGates } from './stages/gates.mjs';
import { runKind } from './stages/test-runs.mjs';
import { printTotals } from './stages/totals.mjs';

requireInstall();
printTotals([...(await runGates()), await runKind('architecture'), await runKind('unit')]);
