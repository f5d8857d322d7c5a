import type { Instant } from '../../../../shared/domain/ids.ts';
import { dailyMeasure, dayMs, startOfDay } from '../daily-measure.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { RemoteMeasure } from '../platform.ts';
import { adminPath } from './admin-path.ts';
import { type ListedUser, readUsers } from './user-list.ts';
import { type WalkPlace, walkByTime, walkStart } from './walk-by-time.ts';

const pageSize = 500;

/**
 * What can be told about a Matrix server without reading rooms. `new_users` per day is exact. What is named `sampled.` holds
 * for the moment of the reading alone, and is filed under that day: Synapse keeps only when somebody was seen last, so
 * yesterday's visitors who came again today can't be counted for yesterday any more. Automated accounts count nowhere, those
 * that were closed only among the new.
 */
export async function readMeasures(
  http: HttpClient,
  from: Instant,
  to: Instant,
  signal: AbortSignal,
): Promise<RemoteMeasure[]> {
  const people = (await readAllUsers(http, signal)).filter((user) => !user.isBot);
  const members = people.filter((user) => !user.isDeactivated);
  const active = members.filter(({ lastSeenAt }) => lastSeenAt !== null && lastSeenAt > to - dayMs && lastSeenAt <= to);
  const today = startOfDay(to);
  return [
    ...newUsers(people, from, to),
    { ...dailyMeasure('sampled.active_users', today, active.length), dimension: 'last-24-hours' },
    dailyMeasure('sampled.members', today, members.length),
    dailyMeasure('sampled.rooms', today, await countRooms(http, signal)),
  ];
}

async function readAllUsers(http: HttpClient, signal: AbortSignal): Promise<readonly ListedUser[]> {
  const users = new Map<string, ListedUser>();
  for (let place: WalkPlace | null = walkStart; place !== null; ) {
    const stretch: Awaited<ReturnType<typeof walkByTime<ListedUser>>> = await walkByTime(
      place,
      { pageSize, settlingMs: 0 },
      (at, limit) => readUsers(http, at, limit, signal),
    );
    for (const user of stretch.rows) users.set(user.key, user);
    place = stretch.next;
  }
  return [...users.values()];
}

async function countRooms(http: HttpClient, signal: AbortSignal): Promise<number> {
  const { body } = await http.send({ method: 'GET', path: `${adminPath}/v1/rooms?limit=1`, signal });
  return decodeAnswer(body, (value) => value.at('total_rooms').number());
}

/** Days without anybody are in it: a zero says something, a gap does not. */
function newUsers(people: readonly ListedUser[], from: Instant, to: Instant): RemoteMeasure[] {
  const measures: RemoteMeasure[] = [];
  const days = new Map<Instant, number>();
  for (const { joinedAt } of people) {
    const day = startOfDay(joinedAt);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  for (let day = startOfDay(from); day <= to; day += dayMs) {
    measures.push(dailyMeasure('new_users', day, days.get(day) ?? 0));
  }
  return measures;
}
