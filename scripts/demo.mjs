// npm run demo: the whole main job, unattended, in a real window on the practice community.
import { buildWhenNeeded } from './runtime/build-when-needed.mjs';
import { nodeExecutable } from './runtime/places.mjs';
import { prepareWindow } from './runtime/prepare-window.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';
import { giveUp } from './runtime/say.mjs';

requireInstall();
try {
  await buildWhenNeeded();
  const window = await prepareWindow();
  const args = ['test/e2e/demo/run-demo.ts', ...process.argv.slice(2)];
  process.exitCode = await run(nodeExecutable(), args, { env: window.env });
  window.close();
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
