import type { DayNumber } from '../calendar/civil-day.ts';
import type { KnownZero } from '../metrics/metric-module.ts';
import type { RawResult, RawRow } from '../metrics/raw-result.ts';
import type { MetricWindow } from '../metrics/window.ts';
import type { DisclosureRules } from './rules.ts';

/** The first local day from which none is known to be none. */
export interface KnownFrom {
  readonly reports: DayNumber;
  readonly decisions: DayNumber;
}

/**
 * What there was none of in the period that a sentence speaks of, to be said in the place of "too few": the team knows what it
 * had no work with. Only where the rules show every count exactly; anywhere else none is a number like any other (C.2).
 */
export function knownZero(
  of: KnownZero | undefined,
  raw: RawResult,
  { window, knownFrom, rules }: KnownZeroAround,
): KnownZero | null {
  const isExact = rules.rounding === 1 && rules.threshold === 0 && !rules.hideZero;
  if (of === undefined || !isExact || !window || !knownFrom) return null;
  const from = of === 'reports' || of === 'openReports' ? knownFrom.reports : knownFrom.decisions;
  return from <= window.current.firstDay && countSaid(raw, window) === 0 ? of : null;
}

interface KnownZeroAround {
  readonly window: MetricWindow | null;
  readonly knownFrom: KnownFrom | null;
  readonly rules: DisclosureRules;
}

/** How many things stand behind the sentence of a result; undefined where that is no one number. */
function countSaid(raw: RawResult, { current }: MetricWindow): number | undefined {
  const said = <Row extends RawRow>(rows: readonly Row[]): Row | undefined =>
    rows.find(({ period }) => period?.index === current.index) ??
    (rows.some(({ period }) => period !== undefined) ? undefined : rows[0]);
  switch (raw.kind) {
    case 'rates':
      return said(raw.rows)?.events;
    case 'shares':
      return said(raw.rows)?.whole;
    case 'numbers':
      return said(raw.rows)?.people;
    case 'parts': {
      const row = said(raw.rows);
      return row && (row.whole ?? row.counts.reduce((sum, count) => sum + count, 0));
    }
    case 'curves':
      return raw.series.find(({ id }) => id === 'current')?.followed;
    default:
      return undefined;
  }
}
