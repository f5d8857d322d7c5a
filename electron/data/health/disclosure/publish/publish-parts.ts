import type { ChartShape, PartsShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawParts } from '../../metrics/raw-result.ts';
import { asOpen, HIDDEN, roundedCount, shownCount, UNAVAILABLE } from '../counts.ts';
import { type DisclosureRules, FEWEST_FOR_PERCENT } from '../rules.ts';
import { percentValue } from '../shares.ts';
import { countBand } from '../small-n.ts';
import { chartPeriod } from './period-of-row.ts';

type RawPartsRow = RawParts['rows'][number];

/** Counts of one row after rounding and hiding: its parts, and the whole they are of. */
interface ShownRow {
  readonly parts: readonly (number | undefined)[];
  readonly whole: number | undefined;
}

/** Wholes and their parts. Every reader knows that parts add up: what that would give away the audit has withheld before. */
export function publishParts(raw: RawParts, rules: DisclosureRules): ChartShape {
  const shown = shownRows(raw, rules);
  const parts = raw.parts.map(({ id, label, side = 'above' }) => ({ id, label, side }));
  const rows = raw.rows.map((row, at): PartsShape['rows'][number] => {
    const counts = shown[at] ?? { parts: [], whole: undefined };
    const values = row.counts.map((_, part) => partValue(counts.parts[part], counts.whole, raw.unit, rules));
    const open = row.period?.complete === false;
    return {
      id: row.id,
      label: row.label,
      period: row.period ? chartPeriod(row.period) : null,
      values: open ? values.map(asOpen) : values,
      n: counts.whole === undefined ? HIDDEN : countBand(counts.whole, rules),
    };
  });
  return { kind: 'parts', unit: raw.unit, parts, rows };
}

function sumOf(row: RawPartsRow): number {
  return row.counts.reduce((sum, count) => sum + count, 0);
}

/** A share of the whole as it was rounded: the true whole must not show in whether there is a percentage. */
function partValue(
  count: number | undefined,
  whole: number | undefined,
  unit: RawParts['unit'],
  rules: DisclosureRules,
): PublishedValue {
  if (unit === 'count') return shownCount(count);
  if (count === undefined || whole === undefined) return HIDDEN;
  if (whole < FEWEST_FOR_PERCENT) return UNAVAILABLE;
  return percentValue(Math.min(1, count / whole), undefined, whole, rules);
}

function shownRows(raw: RawParts, rules: DisclosureRules): ShownRow[] {
  return raw.rows.map((row) => ({
    parts: row.counts.map((count) => roundedCount(count, rules)),
    whole: roundedCount(row.whole ?? sumOf(row), rules),
  }));
}
