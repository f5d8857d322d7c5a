import type { ChartLabel, ChartPeriod, ChartRow } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import { isoDateOf } from '../../calendar/civil-day.ts';
import type { RawRow } from '../../metrics/raw-result.ts';
import type { Period } from '../../metrics/window.ts';
import { asOpen } from '../counts.ts';

/** A period in local calendar dates. */
export function chartPeriod(period: Period): ChartPeriod {
  return { start: isoDateOf(period.firstDay), end: isoDateOf(period.lastDay), complete: period.complete };
}

/** A row with its values; those of a period that may still change are marked open. */
export function chartRow(
  row: RawRow & { readonly reference?: number },
  value: PublishedValue,
  n: PublishedValue | null,
): ChartRow {
  const open = row.period?.complete === false;
  return {
    id: row.id,
    label: row.label,
    period: row.period ? chartPeriod(row.period) : null,
    value: open ? asOpen(value) : value,
    n: n && open ? asOpen(n) : n,
    reference: row.reference ?? null,
    note: null,
  };
}

/** The row with what it is a part of, for shapes that have no headings. */
export function rowWithin(row: ChartRow, facet: ChartLabel | undefined): ChartRow {
  return facet === undefined ? row : { ...row, within: facet };
}
