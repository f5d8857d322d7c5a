// Type-checks every room with its own settings.
import { installed, nodeExecutable } from '../runtime/places.mjs';
import { run } from '../runtime/run-command.mjs';

const rooms = [
  'shared',
  'electron/main',
  'electron/preload',
  'electron/data',
  'electron/cli',
  'renderer',
  'test',
  'scripts',
];

// The native compiler; the package named `typescript` is its predecessor, which tools still read source files with.
const compiler = installed('typescript-native', 'bin', 'tsc');
let wrong = 0;
for (const room of rooms) {
  const code = await run(nodeExecutable(), [compiler, '--project', room, '--pretty', 'false']);
  process.stdout.write(`types  ${room}  ${code === 0 ? 'ok' : 'FAILED'}\n`);
  if (code !== 0) wrong += 1;
}
process.exitCode = wrong === 0 ? 0 : 1;
