// npm run types, lint, imports or unused: one gate of npm run check by itself.
import { requireInstall } from './runtime/require-install.mjs';
import { runGates } from './stages/gates.mjs';

requireInstall();
const outcomes = await runGates(process.argv[2]);
process.exitCode = outcomes.length === 1 && outcomes.every(({ failed }) => failed === 0) ? 0 : 1;
