import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { RawResult, RawShares } from '../metrics/raw-result.ts';
import { limitChanges } from './change-limit.ts';
import type { DisclosureRules } from './rules.ts';

/** A result in which small changes over time are taken out, and the rows that stand as they were told before. */
export interface LimitedSeries {
  readonly raw: RawResult;
  readonly carried: ReadonlySet<string>;
}

/**
 * A sensitive metric over periods as it may be told: each count that changed by up to T people since it was last told
 * stands as it was (health.md C.7.4), and a period that has not ended is left out, for it changes by one person at a time.
 * What is not a series of shares is left as it is.
 */
export function limitSeries(raw: RawResult, rules: DisclosureRules): LimitedSeries {
  if (raw.kind !== 'shares' || raw.draw !== 'series') return { raw, carried: new Set() };
  const carried = new Set<string>();
  const rows = new Map<RawShares['rows'][number], RawShares['rows'][number]>();
  for (const series of new Set(raw.rows.map((row) => row.series))) {
    const over = raw.rows.filter((row) => row.series === series && row.period?.complete !== false);
    const parts = limitChanges(
      over.map(({ part }) => part),
      rules,
    );
    const wholes = limitChanges(
      over.map(({ whole }) => whole),
      rules,
    );
    for (const [at, row] of over.entries()) {
      const [part, whole] = [parts[at], wholes[at]];
      if (!part || !whole) continue;
      rows.set(row, { ...row, part: told(part.value), whole: told(whole.value) });
      if (part.noReportableChange && whole.noReportableChange) carried.add(row.id);
    }
  }
  return { raw: { ...raw, rows: raw.rows.flatMap((row) => rows.get(row) ?? []) }, carried };
}

/** A told count stays as it is when it is rounded again; a hidden one holds nobody, which is hidden as well. */
function told(value: PublishedValue): number {
  return 'value' in value ? value.value : 0;
}
