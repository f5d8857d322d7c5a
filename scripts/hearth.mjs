// npm run hearth -- <command>: the command line, straight from its source.
import { nodeExecutable, root } from './runtime/places.mjs';
import { requireInstall } from './runtime/require-install.mjs';
import { run } from './runtime/run-command.mjs';

requireInstall();
// npm changes into the repository's folder; a file a person names is meant from where they stand.
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = await run(nodeExecutable(), [`${root}/electron/cli/hearth.ts`, ...process.argv.slice(2)], { cwd });
