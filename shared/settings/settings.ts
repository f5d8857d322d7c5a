import { isValidSetting, type SettingDefinition } from './definition.ts';

/** Every setting of the app; the settings screen, the store and the main process read this one list. */
export const settings = [
  // Looks
  { key: 'language', kind: 'choice', choices: ['system', 'en', 'ar'], initial: 'system', readableWhileLocked: true },
  {
    key: 'numerals',
    kind: 'choice',
    choices: ['language', 'latin', 'arabic'],
    initial: 'language',
    readableWhileLocked: true,
  },
  { key: 'theme', kind: 'choice', choices: ['system', 'light', 'dark'], initial: 'system', readableWhileLocked: true },
  {
    key: 'density',
    kind: 'choice',
    choices: ['comfortable', 'compact'],
    initial: 'comfortable',
    readableWhileLocked: true,
  },
  { key: 'motion', kind: 'choice', choices: ['system', 'reduced'], initial: 'system', readableWhileLocked: true },
  { key: 'zoom', kind: 'number', minimum: 0.75, maximum: 2, initial: 1, readableWhileLocked: true },
  // Work
  /** The name colleagues and the audit log see; empty means "this device". */
  { key: 'moderator.alias', kind: 'text', longest: 80, initial: '' },
  /** Seconds during which a decision can be taken back before it is sent. */
  { key: 'decisions.undoSeconds', kind: 'number', minimum: 0, maximum: 300, initial: 10 },
  { key: 'shield.text', kind: 'choice', choices: ['all', 'severe', 'none'], initial: 'all' },
  /** Excerpts in the list instead of "text covered". */
  { key: 'queue.excerpts', kind: 'switch', initial: false },
  { key: 'shield.media', kind: 'switch', initial: true },
  /** Uncovered pictures stay grey. */
  { key: 'shield.greyMedia', kind: 'switch', initial: true },
  /** Minutes without a touch until the store locks itself; 0 never. */
  { key: 'lock.afterMinutes', kind: 'number', minimum: 0, maximum: 480, initial: 15 },
  /** Locks the store together with the system's own screen lock. */
  { key: 'lock.withScreen', kind: 'switch', initial: true },
  /** Keeps the window out of screenshots and shared screens, where the system can. */
  { key: 'lock.hideFromCapture', kind: 'switch', initial: false },
  { key: 'sync.everyMinutes', kind: 'number', minimum: 0, maximum: 240, initial: 5 },
  { key: 'keyboard.remap', kind: 'map', initial: {} },
] as const satisfies readonly SettingDefinition[];

type Definition = (typeof settings)[number];
export type SettingKey = Definition['key'];
type DefinitionOf<Key extends SettingKey> = Extract<Definition, { readonly key: Key }>;
type ValueOfDefinition<One> = One extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
  ? Choice
  : One extends { readonly kind: 'switch' }
    ? boolean
    : One extends { readonly kind: 'number' }
      ? number
      : One extends { readonly kind: 'text' }
        ? string
        : Readonly<Record<string, string>>;

/** What a setting holds, by its key. */
export type SettingValueOf<Key extends SettingKey> = ValueOfDefinition<DefinitionOf<Key>>;
export type SettingValues = { readonly [Key in SettingKey]: SettingValueOf<Key> };

/** The definition of a setting; undefined for a key nobody declared. */
export function findSetting(key: string): SettingDefinition | undefined {
  return settings.find((setting) => setting.key === key);
}

/** All settings: stored values that still fit their definition, the initial value for everything else. */
export function completeSettings(stored: Readonly<Record<string, unknown>>): SettingValues {
  const values = settings.map((setting) => {
    const value = stored[setting.key];
    return [setting.key, isValidSetting(setting, value) ? value : setting.initial];
  });
  return Object.fromEntries(values) as SettingValues;
}
