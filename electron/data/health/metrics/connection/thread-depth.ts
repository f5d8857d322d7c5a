import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { MessageTable } from '../../facts/message-table.ts';
import { threadDepth as depthOf } from '../../statistics/thread-depth.ts';
import { medianOfCounts } from '../formulas.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY, periodPlaces } from '../period-places.ts';
import { periodRow, settledAfter } from '../period-series.ts';
import { rowLabel } from './labels.ts';
import { largest } from './reply-finder.ts';
import { eachThread } from './thread-rows.ts';

/** The catalogue names no end; without one the depth of a period would rise for ever. The same as for R7. */
const DAYS = 14;
const WITHIN = DAYS * MS_PER_DAY;
const DEEPEST = 20;

/** R6. Median depth of threads: for each the largest level h with at least h comments, 14 days after its start. */
export const threadDepth: MetricModule = {
  id: 'R6',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 2,
  level: 2,
  needs: ['messages', 'threads', 'reply-trees'],
  chart: null,
  source: 'Gómez, Kaltenbrunner and López 2008',
  place: 'any',
  team: 'things',
  pools: true,
  ...stepwise(function* (facts, window) {
    const { messages, people, cutOff } = facts;
    if (messages.count === 0) return missing('messages');
    if (!messages.thread.some((thread) => thread >= 0)) return missing('threads');
    if (!messages.parent.some((parent) => parent >= 0)) return missing('reply-trees');
    const levels = yield* nestingLevels(messages);
    const placeOf = periodPlaces(window);
    const counts = window.periods.map(() => new Array<number>(DEEPEST + 1).fill(0));
    const writers = window.periods.map(() => new Uint8Array(people.count));
    yield* eachThread(messages, cutOff, WITHIN, (start, rows) => {
      const place = placeOf(messages.day[start] ?? 0);
      const depths = counts[place];
      const seen = writers[place];
      if (!depths || !seen) return;
      for (const row of rows) seen[messages.author[row] ?? 0] = 1;
      const comments = rows.filter((row) => row !== start).map((row) => levels[row] ?? 1);
      const depth = Math.min(depthOf(comments), DEEPEST);
      depths[depth] = (depths[depth] ?? 0) + 1;
    });
    return {
      kind: 'numbers',
      draw: 'series',
      rows: window.periods.map((period, place) => ({
        ...periodRow(settledAfter(period, DAYS, facts.lastDay), rowLabel('medianDepth'), 'threads'),
        unit: 'count',
        people: writers[place]?.reduce((sum, seen) => sum + seen, 0) ?? 0,
        counts: counts[place] ?? [],
        formula: medianOfCounts,
        decimals: 1,
      })),
    };
  }),
};

/** Level of every message below the start of its thread; what answers something unknown counts as answering the start. */
function* nestingLevels({ count, parent, thread }: MessageTable): Steps<Int32Array> {
  const levels = new Int32Array(count);
  /** 1 for threads met; messages without one stand in the first place. */
  const seen = new Uint8Array(2 + largest(thread, count));
  for (let row = 0; row < count; row += 1) {
    if (isStep(row)) yield;
    const above = parent[row] ?? -1;
    const place = thread[row] ?? -1;
    if (above >= 0 && thread[above] === place) levels[row] = (levels[above] ?? 0) + 1;
    else levels[row] = seen[place + 1] ?? 0;
    seen[place + 1] = 1;
  }
  return levels;
}
