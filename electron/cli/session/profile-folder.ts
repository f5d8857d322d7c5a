import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder the app uses too: `--profile`, then HEARTH_PROFILE, then the system's place for applications' data. */
export function profileFolder(chosen: string | undefined): string {
  const named = chosen ?? process.env.HEARTH_PROFILE;
  return named ? resolve(named) : join(applicationData(), 'Hearth');
}

function applicationData(): string {
  switch (process.platform) {
    case 'win32':
      return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    default:
      return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  }
}
