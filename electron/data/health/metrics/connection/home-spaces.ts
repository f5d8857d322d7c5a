import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { isSpam } from './reply-finder.ts';
import { type DaySpan, firstRowFrom } from './reply-graph.ts';

/**
 * The space each person wrote most in during a span, by position: what counts as their group. −1 for those who wrote
 * nowhere known. Of two spaces with as many messages it is the first one of the community's list.
 */
export function* homeSpaces(facts: HealthFacts, { firstDay, lastDay }: DaySpan): Steps<Int32Array> {
  const { messages, people, spaces } = facts;
  const counts = new Map<number, number>();
  const end = firstRowFrom(messages.day, messages.count, lastDay + 1);
  for (let row = firstRowFrom(messages.day, messages.count, firstDay); row < end; row += 1) {
    if (isStep(row)) yield;
    const space = messages.space[row] ?? -1;
    if (space < 0 || isSpam(messages, row)) continue;
    const place = (messages.author[row] ?? 0) * spaces.length + space;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const homes = new Int32Array(people.count).fill(-1);
  const most = new Int32Array(people.count);
  for (const [place, count] of counts) {
    const person = Math.floor(place / spaces.length);
    const space = place % spaces.length;
    const home = homes[person] ?? -1;
    const ahead = count - (most[person] ?? 0);
    if (ahead < 0 || (ahead === 0 && space > home)) continue;
    homes[person] = space;
    most[person] = count;
  }
  return homes;
}
