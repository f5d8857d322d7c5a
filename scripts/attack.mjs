// npm run attack: attacks random tables and question sequences as a reader would, and tells what is left to guess.
import { nodeExecutable } from './runtime/places.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';
import { giveUp } from './runtime/say.mjs';

requireInstall();
try {
  process.exitCode = await run(nodeExecutable(), ['test/attack/run-attack.ts', ...process.argv.slice(2)]);
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
