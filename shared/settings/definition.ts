/** What a setting may hold; the same shapes the contract lets through. */
export type SettingShape =
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly initial: string }
  | { readonly kind: 'switch'; readonly initial: boolean }
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number; readonly initial: number }
  | { readonly kind: 'text'; readonly longest: number; readonly initial: string }
  | { readonly kind: 'map'; readonly initial: Readonly<Record<string, string>> };

export type SettingDefinition = SettingShape & {
  readonly key: string;
  /**
   * Needed before the store is open (language, theme), so a copy lives outside it. Never anything about a person.
   */
  readonly readableWhileLocked?: true;
};

/** Whether a value fits its definition. Used where settings are written, not only in the form. */
export function isValidSetting(definition: SettingDefinition, value: unknown): boolean {
  switch (definition.kind) {
    case 'choice':
      return typeof value === 'string' && definition.choices.includes(value);
    case 'switch':
      return typeof value === 'boolean';
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        value >= definition.minimum &&
        value <= definition.maximum
      );
    case 'text':
      return typeof value === 'string' && value.length <= definition.longest;
    case 'map':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((entry) => typeof entry === 'string')
      );
  }
}
