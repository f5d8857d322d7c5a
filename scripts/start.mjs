// npm start: builds what is not built and opens Hearth in a real window.
import { buildWhenNeeded } from './runtime/build-when-needed.mjs';
import { root } from './runtime/places.mjs';
import { prepareWindow } from './runtime/prepare-window.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';
import { giveUp } from './runtime/say.mjs';

requireInstall();
try {
  await buildWhenNeeded();
  const window = await prepareWindow();
  const { executable } = window.runtime;
  process.exitCode = await run(executable, [root, ...window.flags, ...process.argv.slice(2)], { env: window.env });
  window.close();
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
