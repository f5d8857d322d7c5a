import type { Published } from '../../../shared/domain/published.ts';
import { isoStartOf } from '../../data/health/calendar/periods.ts';
import type { RawHealth } from '../../data/health/raw-health.ts';
import type { Printer } from './printer.ts';
import { table } from './table.ts';

/** True counts of a data set without personal data, named so that they can be held against published figures. */
export interface CheckedHealth {
  readonly timeZone: string;
  readonly level: number;
  readonly members: number;
  readonly activities: number;
  readonly reciprocity: { readonly pairs: number; readonly returned: number; readonly share: number } | null;
  readonly cohorts: readonly { readonly start: string; readonly size: number; readonly returned: readonly number[] }[];
}

/** Makes the checking view of what the health room released for checking. */
export function toCheckedHealth(raw: Published<RawHealth>): CheckedHealth {
  const { retention, reciprocity } = raw;
  return {
    timeZone: raw.timeZone,
    level: raw.level,
    members: raw.members,
    activities: raw.activities,
    reciprocity:
      reciprocity === null
        ? null
        : {
            pairs: reciprocity.arcs,
            returned: reciprocity.returnedArcs,
            share: reciprocity.returnedArcs / reciprocity.arcs,
          },
    cohorts:
      retention === null
        ? []
        : retention.rows.map((row) => ({
            start: isoStartOf(retention.unit, row.cohort),
            size: row.size,
            returned: row.cells.slice(1).map((cell) => cell.returned),
          })),
  };
}

/** The same as text. */
export function sayRawHealth(health: CheckedHealth, print: Printer): string {
  return [
    print.t('rawTotals', { members: print.number(health.members), activities: print.number(health.activities) }),
    health.reciprocity === null
      ? ''
      : print.t('rawReciprocity', {
          share: print.number(Math.round(health.reciprocity.share * 1000) / 1000),
          returned: print.number(health.reciprocity.returned),
          pairs: print.number(health.reciprocity.pairs),
        }),
    table(health.cohorts, [
      { header: print.t('column.cohort'), cell: (one) => one.start },
      { header: print.t('column.size'), cell: (one) => print.number(one.size), end: true },
      { header: print.t('column.returned'), cell: (one) => one.returned.map(print.number).join(' ') },
    ]),
  ].join('\n');
}
