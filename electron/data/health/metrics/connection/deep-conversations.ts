import { UPHELD_THREAD } from '../../facts/message-table.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { shareTally } from '../share-tally.ts';
import { rowLabel } from './labels.ts';
import { eachThread } from './thread-rows.ts';

const DAYS = 14;
const WITHIN = DAYS * MS_PER_DAY;
const FEWEST_PEOPLE = 3;
const FEWEST_RETURNING = 2;

/**
 * R7. Threads with three people or more of whom two or more wrote at least twice within 14 days, of all threads that old. Long
 * quarrels would count as well, so that threads with an upheld report are in neither.
 */
export const deepConversations: MetricModule = {
  id: 'R7',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 3,
  level: 2,
  needs: ['messages', 'threads'],
  chart: null,
  source: 'Hearth’s own; CHAOSS, Chat Platform Inclusivity',
  place: 'any',
  team: 'things',
  pools: true,
  ...stepwise(function* (facts, window) {
    const { messages, cutOff } = facts;
    if (messages.count === 0) return missing('messages');
    if (!messages.thread.some((thread) => thread >= 0)) return missing('threads');
    const tally = shareTally(facts, window);
    const once = new Set<number>();
    const again = new Set<number>();
    yield* eachThread(messages, cutOff, WITHIN, (start, rows) => {
      if (((messages.flags[start] ?? 0) & UPHELD_THREAD) !== 0) return;
      once.clear();
      again.clear();
      for (const row of rows) {
        const writer = messages.author[row] ?? -1;
        if (once.has(writer)) again.add(writer);
        once.add(writer);
      }
      const isDeep = once.size >= FEWEST_PEOPLE && again.size >= FEWEST_RETURNING;
      tally.add(messages.day[start] ?? 0, isDeep);
    });
    return { kind: 'shares', draw: 'series', of: 'things', rows: tally.rows('threads', rowLabel('threads'), DAYS) };
  }),
};
