import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StoreFiles } from './store-files.ts';
import { takeStoreLock } from './store-lock.ts';
import { syncDirectory, writeFileAtomically } from './write-file-atomically.ts';

const readyMark = 'ready.json';

interface Exchange {
  /** Folder inside `replaced` that takes what was there before. */
  readonly asideAs: string;
  /** Copies made before schema changes can't be opened with another key, so they leave with the old one. */
  readonly newKey: boolean;
  /** An identity file comes along. A store with a new key can't read the one that is there. */
  readonly withIdentity: boolean;
}

/** Makes an empty folder in which a whole new store (database and envelope) is prepared. Hold the store's lock. */
export function clearIncoming(files: StoreFiles): StoreFiles {
  removeIncoming(files);
  mkdirSync(files.incoming, { recursive: true, mode: 0o700 });
  const incoming = (file: string) => join(files.incoming, basename(file));
  return {
    ...files,
    directory: files.incoming,
    database: incoming(files.database),
    identity: incoming(files.identity),
    envelope: incoming(files.envelope),
  };
}

/** Gives up a store that was being prepared. Not once `takePlace` was called: then it may be the only whole one. */
export function removeIncoming(files: StoreFiles): void {
  rmSync(files.incoming, { recursive: true, force: true });
}

/**
 * Puts the prepared store in the place of the present one, which is moved aside. The mark is written first: from then on
 * a crash can only delay the exchange, for the next start finishes it. Hold the store's lock.
 */
export function takePlace(files: StoreFiles, options: { readonly newKey: boolean }): void {
  syncDirectory(files.incoming);
  const withIdentity = existsSync(join(files.incoming, basename(files.identity)));
  const exchange: Exchange = { asideAs: String(Date.now()), newKey: options.newKey, withIdentity };
  writeFileAtomically(join(files.incoming, readyMark), JSON.stringify(exchange));
  carryOut(files, exchange);
}

/**
 * Finishes an exchange that a crash interrupted, or clears away one that was never ready. Throws `store-in-use` when it
 * is another process that is at it.
 */
export function finishTakingPlace(files: StoreFiles, nativeBinding?: string): void {
  const lock = takeStoreLock(files.database, nativeBinding);
  try {
    if (!existsSync(files.incoming)) return;
    const mark = join(files.incoming, readyMark);
    if (existsSync(mark)) carryOut(files, JSON.parse(readFileSync(mark, 'utf8')) as Exchange);
    removeIncoming(files);
  } finally {
    lock.close();
  }
}

function carryOut(files: StoreFiles, { asideAs, newKey, withIdentity }: Exchange): void {
  const aside = join(files.replaced, basename(asideAs));
  if (newKey && existsSync(join(files.incoming, basename(files.envelope)))) moveAside(files.copies, aside);
  if (newKey && !withIdentity) moveDatabaseAside(files.identity, aside);
  for (const file of [files.identity, files.database, files.envelope]) {
    const incoming = join(files.incoming, basename(file));
    // Already moved by the start that was interrupted, or none was prepared.
    if (!existsSync(incoming)) continue;
    moveDatabaseAside(file, aside);
    renameSync(incoming, file);
  }
  syncDirectory(files.directory);
  keepOnly(files.replaced, basename(asideAs));
  removeIncoming(files);
}

function moveDatabaseAside(file: string, folder: string): void {
  for (const old of [file, `${file}-wal`, `${file}-shm`]) moveAside(old, folder);
}

function moveAside(file: string, folder: string): void {
  if (!existsSync(file)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  renameSync(file, join(folder, basename(file)));
}

/** One earlier store is a way back; more would be copies that nobody knows of. */
function keepOnly(folder: string, name: string): void {
  if (!existsSync(folder)) return;
  for (const other of readdirSync(folder)) {
    if (other !== name) rmSync(join(folder, other), { recursive: true, force: true });
  }
}
