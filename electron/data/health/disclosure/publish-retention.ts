import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { RetentionTable } from '../../../../shared/ipc/topics/health.ts';
import { isoStartOf } from '../calendar/periods.ts';
import { type RetentionPlace, retentionCaveats, retentionFinding } from '../findings/retention.ts';
import { returnOn } from '../metrics/resilience/return-on.ts';
import type { ReturnCell, ReturnRow, ReturnTable } from '../metrics/return-on-period.ts';
import { asOpen, HIDDEN, IMPOSSIBLE, publishCount } from './counts.ts';
import type { DisclosureRules } from './rules.ts';
import { publishShare } from './shares.ts';

/** A cohort table as it may be shown. A cohort too small to count is hidden with its whole row. */
export function publishRetention(
  table: ReturnTable,
  level: ActivityLevel,
  rules: DisclosureRules,
  place: RetentionPlace = 'community',
): RetentionTable {
  const unit = table.unit === 'day' ? 'week' : table.unit;
  const chart = {
    metricId: 'Z4',
    definitionVersion: returnOn.definitionVersion,
    level,
    unit,
    cohorts: table.rows.map((row) => publishRow(row, table.unit, rules)),
    average: averageValues(table, rules),
  } as const;
  return {
    ...chart,
    finding: retentionFinding(chart, place),
    caveats: retentionCaveats(chart, publishCount(table.joinedEarlier, rules)),
  };
}

function publishRow(
  row: ReturnRow,
  unit: ReturnTable['unit'],
  rules: DisclosureRules,
): RetentionTable['cohorts'][number] {
  const size = publishCount(row.size, rules);
  const whole = row.cells[0]?.complete === false ? asOpen(size) : size;
  return {
    start: isoStartOf(unit, row.cohort),
    size: whole,
    cells: row.cells.map((cell) => publishCell(cell, row.size, size, rules)),
  };
}

function publishCell(cell: ReturnCell, size: number, shownSize: PublishedValue, rules: DisclosureRules) {
  if (shownSize.mark === 'hidden') return { share: HIDDEN, count: HIDDEN };
  if (size === 0) return { share: IMPOSSIBLE, count: IMPOSSIBLE };
  const share = publishShare(cell.returned, size, rules);
  const count = publishCount(cell.returned, rules);
  return cell.complete ? { share, count } : { share: asOpen(share), count: asOpen(count) };
}

/** By interval; the joining period itself is no return and stays empty. */
function averageValues(table: ReturnTable, rules: DisclosureRules): PublishedValue[] {
  if (table.average.length === 0) return [];
  return [IMPOSSIBLE, ...table.average.map(({ returned, reached }) => publishShare(returned, reached, rules))];
}
