import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isValidSetting } from '../../../shared/settings/definition.ts';
import { settings } from '../../../shared/settings/settings.ts';
import { writeFileAtomically } from '../store/write-file-atomically.ts';

/**
 * Settings that are needed before the store is open: language, theme and the like. They live outside the store, in one
 * small file that says nothing about anybody, and nowhere else.
 */
export interface LooksFile {
  readonly read: () => Readonly<Record<string, unknown>>;
  readonly write: (key: string, value: unknown) => void;
}

const looks = settings.filter((setting) => 'readableWhileLocked' in setting);

/** True for a setting that lives in the looks file. */
export function isLook(key: string): boolean {
  return looks.some((setting) => setting.key === key);
}

/** Opens the file of a profile. A damaged or missing file means the initial values. */
export function openLooksFile(directory: string): LooksFile {
  const file = join(directory, 'looks.json');
  function read(): Record<string, unknown> {
    try {
      const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      return Object.fromEntries(
        looks.filter((setting) => isValidSetting(setting, stored[setting.key])).map(({ key }) => [key, stored[key]]),
      );
    } catch {
      return {};
    }
  }
  return {
    read,
    write: (key, value) => writeFileAtomically(file, `${JSON.stringify({ ...read(), [key]: value }, null, 2)}\n`),
  };
}
