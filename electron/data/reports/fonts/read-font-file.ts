import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The build puts the fonts beside its chunks (see electron/vite.config.ts), where a package without node_modules has them. */
const built = join(dirname(fileURLToPath(import.meta.url)), '..', 'fonts');
const { resolve } = createRequire(import.meta.url);

/** A font file of a package: from the build, or from the installed package when run from source. */
export async function readFontFile(packageName: string, file: string): Promise<Buffer> {
  const own = await readFile(join(built, file)).catch(() => null);
  return own ?? readFile(resolve(`${packageName}/files/${file}`));
}
