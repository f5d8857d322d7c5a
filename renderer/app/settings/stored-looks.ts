import { type SettingKey, type SettingValues, settings } from '../../../shared/settings/settings.ts';

const place = 'hearth.looks';
const kept = settings.filter((setting) => 'readableWhileLocked' in setting).map((setting) => setting.key as SettingKey);

/** Looks as they were last, for the screens before the store is open. Damaged or absent means none. */
export function readStoredLooks(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Keeps the looks and nothing else outside the store. */
export function storeLooks(values: SettingValues): void {
  try {
    localStorage.setItem(place, JSON.stringify(Object.fromEntries(kept.map((key) => [key, values[key]]))));
  } catch {
    // Without storage the next start begins with the system's looks.
  }
}
