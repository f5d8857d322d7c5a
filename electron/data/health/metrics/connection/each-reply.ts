import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { MessageTable } from '../../facts/message-table.ts';
import { isSpam } from './reply-finder.ts';

/**
 * Calls `meet` for every reply (as `firstReplies` defines one) that comes within `withinMs` of a message of the list, oldest
 * first, in steps. `asked`: rows, ascending; `place` is a place in it.
 */
export function* eachReply(
  messages: MessageTable,
  asked: Int32Array,
  withinMs: number,
  meet: (place: number, reply: number) => void,
): Steps<void> {
  const { count, author } = messages;
  const questions = openQuestions(messages, asked, withinMs);
  const met = new Set<number>();
  for (let row = asked[0] ?? count; row < count; row += 1) {
    if (isStep(row)) yield;
    questions.pass(row);
    if (isSpam(messages, row)) continue;
    questions.collect(row, met);
    for (const place of met) if (author[asked[place] ?? 0] !== author[row]) meet(place, row);
    met.clear();
  }
}

/** Questions still inside their time, by thread and by who asked; those past it are dropped as they are met. */
function openQuestions(messages: MessageTable, asked: Int32Array, withinMs: number) {
  const { at, author, thread, parent, target } = messages;
  const byThread = new Map<number, number[]>();
  const byPerson = new Map<number, number[]>();
  const placeOfRow = new Map<number, number>();
  let next = 0;
  const askedAt = (place: number) => at[asked[place] ?? 0] ?? 0;
  const stillOpen = (list: number[] | undefined, now: number): readonly number[] => {
    while (list?.[0] !== undefined && now - askedAt(list[0]) > withinMs) list.shift();
    return list ?? [];
  };
  const collectDirected = (row: number, now: number, found: Set<number>) => {
    const outsideThreads = (thread[row] ?? -1) < 0;
    for (const place of stillOpen(byPerson.get(target[row] ?? -1), now)) {
      if (outsideThreads || (thread[asked[place] ?? 0] ?? -1) < 0) found.add(place);
    }
  };
  return {
    /** Takes the row in as a question if it is one. */
    pass: (row: number) => {
      if (asked[next] !== row) return;
      if ((thread[row] ?? -1) >= 0) push(byThread, thread[row] ?? -1, next);
      push(byPerson, author[row] ?? -1, next);
      placeOfRow.set(row, next);
      next += 1;
    },
    /** Puts the open questions that a row answers, whoever wrote it, into `found`. */
    collect: (row: number, found: Set<number>) => {
      const now = at[row] ?? 0;
      const above = parent[row] ?? -1;
      for (const place of stillOpen(byThread.get(thread[row] ?? -1), now)) found.add(place);
      if (above < 0) return collectDirected(row, now, found);
      const place = placeOfRow.get(above);
      if (place !== undefined && now - askedAt(place) <= withinMs) found.add(place);
    },
  };
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
