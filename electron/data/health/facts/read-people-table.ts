import type { DataBegin } from '../../../../shared/domain/community.ts';
import type { PersonRow } from '../../store/members/person-row.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { LocalDays } from '../calendar/local-days.ts';
import { EARLIER_WITHIN_DAYS, earlierRule } from './joined-earlier.ts';
import { accountEnds, type PeopleTable } from './people-table.ts';

export interface PeopleOptions {
  readonly calendar: LocalDays;
  readonly firstDay: DayNumber;
  readonly dataBegin: DataBegin;
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
  const joinDates = rows.flatMap(({ joined_at }) => (joined_at === null ? [] : [joined_at]));
  const { isEarlier } = earlierRule(options.dataBegin, calendar.startOf(firstDay), joinDates);
  for (const [at, row] of rows.entries()) {
    if (row.joined_at !== null && row.joined_at < after) table.joinedAt[at] = row.joined_at;
    if (row.spoke_at !== null && row.spoke_at < after) {
      table.firstSpokeAt[at] = row.spoke_at;
      const isMetEarly = calendar.dayOf(row.spoke_at) < firstDay + EARLIER_WITHIN_DAYS;
      if (isMetEarly && isEarlier(row.joined_at)) table.joinedEarlier[at] = 1;
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
