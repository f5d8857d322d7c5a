// Prints one finished HTML report to PDF in a hidden window. For the command line, which has no window of its own.
import path from 'node:path';
import { buildWhenNeeded } from './runtime/build-when-needed.mjs';
import { root } from './runtime/places.mjs';
import { prepareWindow } from './runtime/prepare-window.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';
import { giveUp } from './runtime/say.mjs';

requireInstall();
try {
  const [source, target] = process.argv.slice(2);
  if (!(source && target)) throw new Error('Say which HTML file to print, and where to.');
  await buildWhenNeeded();
  const window = await prepareWindow();
  // A profile of its own: the person's may be open in the app.
  const env = {
    ...window.env,
    HEARTH_PROFILE: path.dirname(source),
    HEARTH_PRINT_SOURCE: source,
    HEARTH_PRINT_TARGET: target,
  };
  process.exitCode = await run(window.runtime.executable, [root, ...window.flags], { env });
  window.close();
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
