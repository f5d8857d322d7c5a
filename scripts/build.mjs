// npm run build: builds the application into dist/.
import { build } from './runtime/build-when-needed.mjs';
import { requireInstall } from './runtime/require-install.mjs';

requireInstall();
process.exitCode = await build();
