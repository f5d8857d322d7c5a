import type { ChartShape, PartsShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawParts } from '../../metrics/raw-result.ts';
import type { AuditCell, Relation } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import { asOpen, HIDDEN, roundedCount, shownCount, UNAVAILABLE } from '../counts.ts';
import { type DisclosureRules, FEWEST_FOR_PERCENT } from '../rules.ts';
import { percentValue } from '../shares.ts';
import { countBand } from '../small-n.ts';
import { chartPeriod } from './period-of-row.ts';

type RawPartsRow = RawParts['rows'][number];

/**
 * Wholes and their parts. Every reader knows that parts add up, so where counts are rounded the whole table is audited
 * and more is hidden than what is small; a table that can't be protected shows nothing.
 */
export function publishParts(raw: RawParts, rules: DisclosureRules): ChartShape {
  const counts = rules.threshold > 0 ? auditedCounts(raw, rules) : exactCounts(raw, rules);
  const parts = raw.parts.map(({ id, label, side = 'above' }) => ({ id, label, side }));
  const rows = raw.rows.map((row, at): PartsShape['rows'][number] => {
    const whole = sumOf(row);
    const shown = counts[at] ?? [];
    const values = row.counts.map((_, part) => partValue(shown[part], whole, raw.unit, rules));
    const open = row.period?.complete === false;
    return {
      id: row.id,
      label: row.label,
      period: row.period ? chartPeriod(row.period) : null,
      values: open ? values.map(asOpen) : values,
      n: countBand(whole, rules),
    };
  });
  return { kind: 'parts', unit: raw.unit, parts, rows };
}

function sumOf(row: RawPartsRow): number {
  return row.counts.reduce((sum, count) => sum + count, 0);
}

function partValue(
  count: number | undefined,
  whole: number,
  unit: RawParts['unit'],
  rules: DisclosureRules,
): PublishedValue {
  if (unit === 'count') return shownCount(count);
  if (count === undefined) return HIDDEN;
  const n = roundedCount(whole, rules);
  if (n === undefined) return HIDDEN;
  if (whole < FEWEST_FOR_PERCENT || n < FEWEST_FOR_PERCENT) return UNAVAILABLE;
  return percentValue(Math.min(1, count / n), undefined, n, rules);
}

function exactCounts(raw: RawParts, rules: DisclosureRules): (number | undefined)[][] {
  return raw.rows.map((row) => row.counts.map((count) => roundedCount(count, rules)));
}

function auditedCounts(raw: RawParts, rules: DisclosureRules): (number | undefined)[][] {
  const cells: AuditCell[] = [];
  const relations: Relation[] = [];
  for (const [at, row] of raw.rows.entries()) {
    const ids = row.counts.map((_, part) => `${at}/${part}`);
    for (const [part, count] of row.counts.entries()) cells.push({ id: `${at}/${part}`, count, sensitive: true });
    cells.push({ id: `${at}/all`, count: sumOf(row), sensitive: true });
    relations.push({ total: `${at}/all`, parts: ids, kind: 'equals' });
  }
  const audited = auditRelease({ cells, relations, rules });
  return raw.rows.map((row, at) =>
    row.counts.map((_, part) => {
      const cell = audited.tooDetailed ? undefined : audited.cells.get(`${at}/${part}`);
      return cell && 'shown' in cell ? cell.shown : undefined;
    }),
  );
}
