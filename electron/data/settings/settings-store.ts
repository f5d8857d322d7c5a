import { HearthError } from '../../../shared/ipc/errors.ts';
import type { SettingValue } from '../../../shared/ipc/topics/settings.ts';
import { isValidSetting } from '../../../shared/settings/definition.ts';
import { completeSettings, findSetting, type SettingValues } from '../../../shared/settings/settings.ts';
import type { ReadDb, WriteDb } from '../store/db.ts';
import { getAllSettings, setSetting } from '../store/settings/settings.ts';
import { inTransaction } from '../store/transaction.ts';
import { isLook, type LooksFile } from './looks-file.ts';

/** Every setting with its present value; without a store, what can be known of them. */
export function readSettings(db: ReadDb | null, looks: LooksFile): SettingValues {
  const stored = db === null ? {} : Object.fromEntries(getAllSettings(db));
  return completeSettings({ ...stored, ...looks.read() });
}

/** Changes one setting. Throws 'invalid-input' for a key nobody declared and for a value that does not fit it. */
export function writeSetting(db: WriteDb | null, looks: LooksFile, key: string, value: SettingValue): void {
  const definition = findSetting(key);
  if (!definition || !isValidSetting(definition, value)) throw new HearthError('invalid-input', { field: 'value' });
  if (isLook(key)) looks.write(key, value);
  else if (db === null) throw new HearthError('vault-locked');
  else inTransaction(db, () => setSetting(db, key, value));
}
