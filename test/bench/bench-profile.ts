import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataService } from '../../electron/data/service/data-service.ts';
import { openConnection } from '../../electron/data/store/connection.ts';
import { createStore } from '../../electron/data/store/create-store.ts';
import type { ReadDb } from '../../electron/data/store/db.ts';
import { readEnvelopeFile } from '../../electron/data/store/key/envelope-file.ts';
import { unlockKey } from '../../electron/data/store/key/unlock-key.ts';
import { storeFiles } from '../../electron/data/store/store-files.ts';
import { writeActs } from './acts-file.ts';
import type { BenchProfile, BenchSizes, OpenBench } from './bench-run.ts';
import { type Filled, fillStore } from './fill-store.ts';
import { addFileCommunity, importActs } from './ingest-bench.ts';

const passphrase = 'a passphrase for measuring only';

/** Makes a profile with a filled store, or takes the one that an earlier run left in the folder. */
export async function prepareProfile(directory: string, sizes: BenchSizes): Promise<BenchProfile> {
  const note = join(directory, 'filled.json');
  if (existsSync(note)) {
    return { directory, passphrase, filled: JSON.parse(readFileSync(note, 'utf8')) as Filled };
  }
  mkdirSync(directory, { recursive: true });
  const store = await createStore(storeFiles(directory), { kind: 'passphrase', passphrase });
  const filled = fillStore(store, { cases: sizes.cases, now: Date.now() });
  await importActs(store, addFileCommunity(store), await writeActs(directory, sizes.activities));
  store.close();
  writeFileSync(note, JSON.stringify(filled));
  return { directory, passphrase, filled };
}

/** Runs `work` on the profile, opened as the app opens it, and closes it again. */
export async function withOpenBench<T>(
  profile: BenchProfile,
  sizes: BenchSizes,
  work: (open: OpenBench) => Promise<T>,
): Promise<T> {
  const service = createDataService({
    directory: profile.directory,
    appVersion: '0.0.0',
    tool: 'cli',
    keychain: null,
    renderPdf: null,
    background: false,
    emit: () => undefined,
  });
  await service.vault['vault.unlock']({ passphrase });
  const bare = await openBare(profile.directory);
  let drafts = 0;
  const touch = async () => {
    drafts += 1;
    await service.call('case.saveDraft', { caseId: 1, draft: { ...emptyDraft, note: `draft ${drafts}` } });
  };
  try {
    return await work({ service, bare, filled: profile.filled, sizes, touch });
  } finally {
    await service.close();
  }
}

const emptyDraft = {
  finding: null,
  policyId: null,
  severity: null,
  personEffect: 'none',
  reasonInternal: '',
  reasonPerson: '',
  notifyPerson: false,
  removePosts: false,
} as const;

async function openBare(directory: string): Promise<ReadDb> {
  const files = storeFiles(directory);
  const key = await unlockKey(readEnvelopeFile(files.envelope), { kind: 'passphrase', passphrase });
  return openConnection({ file: files.database, key, readonly: true, fileMustExist: true }) as unknown as ReadDb;
}
