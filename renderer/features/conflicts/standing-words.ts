import type { TFunction } from 'i18next';
import { reportCategories } from '../../../shared/domain/report.ts';

const accountStates = [
  'active',
  'silenced',
  'limited',
  'disabled',
  'frozen',
  'suspended',
  'sensitized',
  'sensitive',
  'pending',
  'gone',
  'unknown',
] as const;

/** The state of an account in words; a word of the platform's own is shown as it came. */
export function accountWords(t: TFunction<'case'>, state: string): string {
  const known = accountStates.find((candidate) => candidate === state);
  return known ? t(`header.accountState.${known}`) : state;
}

/** A category in words; an unknown one is shown as it came. */
export function categoryWords(t: TFunction<'case'>, category: string): string {
  const known = reportCategories.find((candidate) => candidate === category);
  return known ? t(`category.${known}`) : category;
}
