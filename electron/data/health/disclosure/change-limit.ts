import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { publishCount } from './counts.ts';
import type { DisclosureRules } from './rules.ts';

/** One count of a series as it may be shown. */
export interface LimitedChange {
  readonly value: PublishedValue;
  /** The value is that of an earlier period: at most T people came or went since. Hidden values do not carry it. */
  readonly noReportableChange: boolean;
}

/**
 * A series of identity counts, oldest first, in which a change of up to T people since the count that was last told shows
 * as that earlier value (health.md C.7.4). No change at all looks the same: else the mark would tell that somebody left.
 * Compared is the last count told, not the last period, so that a slow drift does show once it has added up.
 * In the audit such a cell is `carried`.
 */
export function limitChanges(counts: readonly number[], rules: DisclosureRules): LimitedChange[] {
  let told: { readonly count: number; readonly value: PublishedValue } | undefined;
  return counts.map((count) => {
    if (told && rules.threshold > 0 && Math.abs(count - told.count) <= rules.threshold)
      return { value: told.value, noReportableChange: told.value.mark !== 'hidden' };
    told = { count, value: publishCount(count, rules) };
    return { value: told.value, noReportableChange: false };
  });
}
