import { join } from 'node:path';
import { app } from 'electron';

/** Where the built parts of the app lie, also inside a package. */
export function appParts(): { readonly page: string; readonly preload: string; readonly dataProcess: string } {
  const built = join(app.getAppPath(), 'dist');
  return {
    page: join(built, 'renderer'),
    preload: join(built, 'preload', 'expose-api.cjs'),
    dataProcess: join(built, 'data', 'process.js'),
  };
}
