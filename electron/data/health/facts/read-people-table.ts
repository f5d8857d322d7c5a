import type { PersonRow } from '../../store/members/people-queries.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { LocalDays } from '../calendar/local-days.ts';
import { accountEnds, type PeopleTable } from './people-table.ts';

/** People first met later than this after the first stored day count as new, whenever their account was made (B.1, rule 6). */
export const EARLIER_WITHIN_DAYS = 90;

export interface PeopleOptions {
  readonly calendar: LocalDays;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  readonly routeOf: (position: number) => number;
}

/** People by position. What happened after the last day has not happened yet. */
export function peopleTable(rows: readonly PersonRow[], options: PeopleOptions): PeopleTable {
  const { calendar, firstDay, lastDay } = options;
  const count = rows.length;
  const table = {
    count,
    joinedAt: new Float64Array(count).fill(Number.NaN),
    firstSpokeAt: new Float64Array(count).fill(Number.NaN),
    joinedEarlier: new Uint8Array(count),
    endDay: new Int32Array(count).fill(-1),
    endedHow: new Uint8Array(count),
    isStaff: new Uint8Array(count),
    route: new Int32Array(count).fill(-1),
  };
  const after = calendar.startOf(lastDay + 1);
  for (const [at, row] of rows.entries()) {
    if (row.joined_at !== null && row.joined_at < after) table.joinedAt[at] = row.joined_at;
    if (row.spoke_at !== null && row.spoke_at < after) {
      table.firstSpokeAt[at] = row.spoke_at;
      if (isEarlier(row, calendar, firstDay)) table.joinedEarlier[at] = 1;
    }
    if (row.ended_at !== null && row.ended_how !== null && row.ended_at < after) {
      table.endDay[at] = calendar.dayOf(row.ended_at);
      table.endedHow[at] = accountEnds[row.ended_how];
    }
    table.isStaff[at] = row.is_staff;
    table.route[at] = options.routeOf(at);
  }
  return table;
}

/** Joined before the data starts and met in its first days: the first stored message may not be the first ever. */
function isEarlier(row: PersonRow, calendar: LocalDays, firstDay: DayNumber): boolean {
  if (row.joined_at === null || row.spoke_at === null) return false;
  return calendar.dayOf(row.joined_at) < firstDay && calendar.dayOf(row.spoke_at) < firstDay + EARLIER_WITHIN_DAYS;
}
