import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * Chooses the folder that holds everything Hearth keeps: HEARTH_PROFILE where it is set, otherwise the system's place for
 * the app. Chromium's own files go into a folder beside ours. Must run before anything asks for a path.
 */
export function chooseProfile(): string {
  const chosen = process.env.HEARTH_PROFILE;
  const directory = chosen ? resolve(chosen) : join(app.getPath('appData'), 'Hearth');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(directory, 'window'));
  app.setPath('sessionData', join(directory, 'window'));
  app.setPath('crashDumps', join(directory, 'crashes'));
  return directory;
}
