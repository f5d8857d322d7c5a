import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  runProgram('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  onTestFinished(() => runProgram('umount', [folder]));
  return { folder, makeReadOnly: () => runProgram('mount', ['-o', 'remount,ro', folder]) };
}

/** In a mount name space of its own, so that the attempt leaves nothing behind. */
function canMount(): boolean {
  try {
    runProgram('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]);
    return true;
  } catch {
    return false;
  }
}

function runProgram(program: string, args: readonly string[]): void {
  const result = spawnSync(program, args);
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr}`);
}
