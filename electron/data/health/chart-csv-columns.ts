import type { PublishedValue } from '../../../shared/domain/published.ts';
import type { CsvCell } from './csv-text.ts';

/** Columns of every chart's file (health.md G.4). */
export const csvHeader = [
  'metric_id',
  'definition_version',
  'group',
  'period_start',
  'period_end',
  'level',
  'value',
  'lower',
  'upper',
  'n_rounded',
  'flag',
];

/** A value with its ends, or its mark and nothing beside it (C.8). */
export function valueCells(value: PublishedValue): [value: CsvCell, lower: CsvCell, upper: CsvCell] {
  switch (value.mark) {
    case 'hidden':
      return ['[c]', null, null];
    case 'impossible':
      return ['[z]', null, null];
    case 'unavailable':
      return ['[x]', null, null];
    case 'band':
      return [`${value.lower} to ${value.upper}`, value.lower, value.upper];
    default:
      return [value.value, value.lower, value.upper];
  }
}

/** u: uncertain. o: the period may still change. */
export function flagOf({ mark }: PublishedValue): string {
  if (mark === 'uncertain') return 'u';
  return mark === 'open' ? 'o' : '';
}
