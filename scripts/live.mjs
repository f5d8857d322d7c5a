// npm run live -- --platform <name>: the journeys against a real server, given by the environment (test/live/README.md).
import { nodeExecutable } from './runtime/places.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';
import { giveUp } from './runtime/say.mjs';

requireInstall();
try {
  process.exitCode = await run(nodeExecutable(), ['test/live/run-live.ts', ...process.argv.slice(2)]);
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
