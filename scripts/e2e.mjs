// npm run e2e: drives the built application in real Electron. Arguments go to the test runner.
import { buildWhenNeeded } from './runtime/build-when-needed.mjs';
import { installed, nodeExecutable } from './runtime/places.mjs';
import { prepareWindow } from './runtime/prepare-window.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';
import { giveUp } from './runtime/say.mjs';

requireInstall();
try {
  await buildWhenNeeded();
  const window = await prepareWindow();
  const args = [
    installed('@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
    ...process.argv.slice(2),
  ];
  process.exitCode = await run(nodeExecutable(), args, { env: window.env });
  window.close();
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
