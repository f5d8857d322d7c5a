import type { SettingValue } from '../../../shared/ipc/topics/settings.ts';
import { findSetting, type SettingKey } from '../../../shared/settings/settings.ts';
import type { LooksFile } from '../settings/looks-file.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { ReadDb } from '../store/db.ts';
import { getSetting } from '../store/settings/settings.ts';

/** The present value of a declared setting, or of one that Hearth keeps for itself (null while it was never set). */
export function readSetting(db: ReadDb, looks: LooksFile, key: string): SettingValue {
  if (findSetting(key)) return readSettings(db, looks)[key as SettingKey];
  return (getSetting(db, key) ?? null) as SettingValue;
}
