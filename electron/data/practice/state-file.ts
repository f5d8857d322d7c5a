import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PracticeFlavour, WorldState } from './world/world-state.ts';

/** The community as it was left, or null when there is none, it can't be read, or it is of another flavour. */
export function readStateFile(path: string, flavour: PracticeFlavour): WorldState | null {
  if (!existsSync(path)) return null;
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as WorldState;
    return state.format === 1 && state.flavour === flavour && Array.isArray(state.reports) ? state : null;
  } catch {
    return null;
  }
}

/** Replaces the file as a whole, so that a crash leaves either the old community or the new one. */
export function writeStateFile(path: string, state: WorldState): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
  renameSync(draft, path);
}
