import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aTempFolder } from '../../builders/temp-folder.ts';

export interface MountedFolder {
  readonly folder: string;
  readonly makeReadOnly: () => void;
}

/** Why no file system can be mounted here, or undefined where one can. */
export function whyNoMount(): string | undefined {
  if (process.platform !== 'linux') return 'mounting a small file system is written for Linux';
  return process.getuid?.() === 0 && canMount() ? undefined : 'mounting a small file system takes root';
}

/** A file system of its own, of so many bytes, unmounted when the test is over. */
export function aMountedFolder(bytes: number): MountedFolder {
  const folder = join(aTempFolder(), 'mounted');
  mkdirSync(folder);
  mount(['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  onTestFinished(() => void spawnSync('umount', [folder]));
  return { folder, makeReadOnly: () => mount(['-o', 'remount,ro', folder]) };
}

function mount(args: readonly string[]): void {
  const result = spawnSync('mount', args);
  if (result.status !== 0) throw new Error(`mount failed: ${result.stderr}`);
}

function canMount(): boolean {
  const folder = '/tmp';
  const probe = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', folder]);
  return probe.status === 0;
}
