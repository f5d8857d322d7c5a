import type { ChartRow } from '../../../shared/domain/health/chart.ts';
import { hiddenLast } from '../../../shared/domain/health/row-order.ts';
import type { ReportWords } from './report-words.ts';

/** What a row is called: its period, or its name and what it is a part of. */
export function rowName(row: Pick<ChartRow, 'label' | 'period' | 'within'>, words: ReportWords): string {
  const name = row.period ? words.period(row.period) : words.label(row.label);
  return row.within ? words.say('within', { name, whole: words.label(row.within) }) : name;
}

/** Rows in the order they are told, those named by people with hidden ones last: no place in it tells a size (health.md C.8). */
export function orderedRows<Row extends ChartRow>(rows: readonly Row[], words: ReportWords): readonly Row[] {
  const collator = new Intl.Collator(words.language);
  return hiddenLast(rows, words.label, (one, other) => collator.compare(one, other));
}
