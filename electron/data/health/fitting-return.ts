import type { ActiveWeeks } from '../store/activities/bitmap-queries.ts';
import { FEWEST_FOR_PERCENT } from './disclosure/rules.ts';
import { returnTableOf, type TableOptions } from './engine/return-table.ts';
import type { ReturnTable } from './metrics/return-on-period.ts';

const STEPS = ['week', 'month', 'quarter'] as const;
export type ReturnStep = (typeof STEPS)[number];

/**
 * The cohort table by the step asked for, or by the finest one that says something: half of the cohorts with a complete
 * first return hold 30 people, the fewest a percentage may stand for. Where no step does, the longest one that has a
 * complete return at all; in a community of a few hundred, weeks would be a table of dashes.
 */
export function fittingReturn(
  active: ActiveWeeks,
  step: ReturnStep | 'fit',
  options: Omit<TableOptions, 'unit'>,
): ReturnTable {
  if (step !== 'fit') return returnTableOf(active, { ...options, unit: step });
  let longest: ReturnTable | undefined;
  for (const unit of STEPS) {
    const table = returnTableOf(active, { ...options, unit });
    const told = table.rows.filter(({ cells }) => cells[1]?.complete);
    const enough = told.filter(({ size }) => size >= FEWEST_FOR_PERCENT).length;
    if (enough > 0 && enough * 2 >= told.length) return table;
    if (!longest || told.length > 0) longest = table;
  }
  return longest ?? returnTableOf(active, { ...options, unit: 'week' });
}
