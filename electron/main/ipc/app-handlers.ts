import { rename, writeFile } from 'node:fs/promises';
import { app, type BrowserWindow, shell } from 'electron';
import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';
import type { ChosenPaths } from '../security/chosen-paths.ts';
import { inspectLink } from '../security/inspect-link.ts';
import { chooseFile, chooseFolder, chooseSave } from '../windows/file-dialogs.ts';
import type { Words } from '../words.ts';
import type { WindowHandlers } from './register.ts';

export interface AppHandlerOptions {
  readonly window: () => BrowserWindow | null;
  readonly words: Words;
  readonly chosen: ChosenPaths;
  readonly sqlite: () => Promise<string>;
  readonly demo: boolean;
  readonly systemLocale: string;
}

type AppHandlers = Pick<WindowHandlers, Extract<keyof WindowHandlers, `app.${string}`>>;

/** How many inspected links stay open for confirming. A person confirms the last one. */
const rememberedLinks = 50;

/** What only main can do: dialogs, the system browser, the window itself. */
export function createAppHandlers(options: AppHandlerOptions): AppHandlers {
  const { chosen, words } = options;
  const window = () => {
    const open = options.window();
    // The call came from the window, so it can only have closed since.
    if (open === null) throw new HearthError('cancelled');
    return open;
  };
  const inspected = new Set<string>();

  return {
    'app.info': async () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
      sqlite: await options.sqlite().catch(() => ''),
      platform: process.platform,
      systemLocale: options.systemLocale,
      demo: options.demo,
    }),
    'app.inspectLink': ({ address }) => {
      const link = inspectLink(address);
      inspected.delete(link.address);
      inspected.add(link.address);
      for (const old of [...inspected].slice(0, Math.max(0, inspected.size - rememberedLinks))) inspected.delete(old);
      return { ...link };
    },
    'app.openLink': async ({ address }) => {
      // Exactly what was shown may be opened, once. Anything else did not pass before a person's eyes.
      if (!inspected.delete(address)) throw new HearthError('not-permitted');
      await shell.openExternal(address);
      return null;
    },
    'app.chooseFile': async ({ purpose }) => {
      const file = await chooseFile(window(), purpose, words);
      if (file === null) return null;
      chosen.remember(file);
      return { file };
    },
    'app.chooseSave': async ({ purpose, suggestedName }) => {
      const file = await chooseSave(window(), purpose, suggestedName, words);
      if (file === null) return null;
      chosen.remember(file);
      return { file };
    },
    'app.chooseFolder': async () => {
      const folder = await chooseFolder(window(), words);
      if (folder === null) return null;
      chosen.remember(folder);
      return { folder };
    },
    'app.saveText': async ({ file, text }) => {
      chosen.require(file);
      await writeWhole(file, text);
      return null;
    },
    'app.showFolder': ({ folder }) => {
      chosen.require(folder);
      // Shows it in the file manager. Opening it could run a program that lies there.
      shell.showItemInFolder(folder);
      return null;
    },
    'app.quit': () => {
      app.quit();
      return null;
    },
  };
}

/** Writes beside the file first: a full disk leaves the old file as it was. */
async function writeWhole(file: string, text: string): Promise<void> {
  try {
    await writeFile(`${file}.part`, text, { mode: 0o600 });
    await rename(`${file}.part`, file);
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    throw hearthErrorFrom(error, full ? 'disk-full' : 'folder-not-writable');
  }
}
