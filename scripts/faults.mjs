// npm run faults: random trouble on every platform's stand-in, and whether anything was lost or repeated.
import { nodeExecutable } from './runtime/places.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';
import { giveUp } from './runtime/say.mjs';

requireInstall();
try {
  process.exitCode = await run(nodeExecutable(), ['test/faults/random/run-faults.ts', ...process.argv.slice(2)]);
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
