import { HearthError } from '../../../shared/ipc/errors.ts';

/**
 * Files and folders that a person chose in a system dialog since the app started. The window may name only these, so a
 * page that was taken over can't read or write anywhere else.
 */
export interface ChosenPaths {
  readonly remember: (path: string) => void;
  /** Throws 'not-permitted' for a path that no dialog answered. */
  readonly require: (path: string) => void;
}

export function createChosenPaths(): ChosenPaths {
  const chosen = new Set<string>();
  return {
    remember: (path) => void chosen.add(path),
    require(path) {
      if (!chosen.has(path)) throw new HearthError('not-permitted');
    },
  };
}

/** Checks every path that an input of the contract carries: they all stand under `file` or `folder` at the top. */
export function requireChosenPaths(chosen: ChosenPaths, input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const field of ['file', 'folder'] as const) {
    const path = (input as Readonly<Record<string, unknown>>)[field];
    if (typeof path === 'string') chosen.require(path);
  }
}
