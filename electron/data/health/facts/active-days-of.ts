import type { MemberDays } from '../../store/activities/queries.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { ActiveDays } from '../metrics/active-days.ts';
import type { PersonPositions } from './person-positions.ts';

/** Active days by position, up to a last day. People without a day keep their place with an empty list. */
export function activeDaysOf(memberDays: MemberDays, people: PersonPositions, lastDay: DayNumber): ActiveDays {
  const count = people.memberIds.length;
  const offsets = new Int32Array(count + 1);
  const days = new Int32Array(memberDays.days.length);
  const listOf = new Int32Array(count).fill(-1);
  for (const [list, memberId] of memberDays.memberIds.entries()) {
    const position = people.of(memberId);
    if (position >= 0) listOf[position] = list;
  }
  let filled = 0;
  for (let position = 0; position < count; position += 1) {
    offsets[position] = filled;
    const list = listOf[position] ?? -1;
    if (list < 0) continue;
    const end = memberDays.offsets[list + 1] ?? 0;
    for (let at = memberDays.offsets[list] ?? 0; at < end; at += 1) {
      const day = memberDays.days[at] ?? 0;
      if (day > lastDay) break;
      days[filled] = day;
      filled += 1;
    }
  }
  offsets[count] = filled;
  return { people: count, offsets, days: days.subarray(0, filled) };
}
