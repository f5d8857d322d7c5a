import { medianOfCounts, percentOf } from '../formulas.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { pairOf } from '../pairs.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { settledAfter } from '../period-series.ts';
import { eachReply } from './each-reply.ts';
import { rowLabel } from './labels.ts';
import { knowsReplies } from './reply-finder.ts';
import { requestWaits } from './requests.ts';

const DAYS = 7;
const WITHIN = DAYS * MS_PER_DAY;
/** Requests with more repliers are counted as having this many: it moves no median that people would meet. */
const MOST_REPLIERS = 20;

/** R5. Median number of other people who reply to a request within 7 × 24 hours, and the share of requests with two or more. */
export const replyReach: MetricModule = {
  id: 'R5',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 2,
  level: 2,
  needs: ['messages', 'reply-links', 'requests'],
  chart: null,
  source: 'Orbit model, reach; the form is Hearth’s own',
  place: 'any',
  team: 'things',
  pools: true,
  ...stepwise(function* (facts, window) {
    const { messages, cutOff } = facts;
    if (messages.count === 0) return missing('messages');
    if (!knowsReplies(messages)) return missing('reply-links');
    const waits = yield* requestWaits(facts);
    if (waits.count === 0) return missing('requests');
    const asked = waits.row.filter((row) => {
      const day = messages.day[row] ?? 0;
      const isOld = (messages.at[row] ?? 0) + WITHIN <= cutOff;
      return isOld && day >= window.current.firstDay && day <= window.current.lastDay;
    });
    const repliers = new Int32Array(asked.length);
    const met = new Set<number>();
    yield* eachReply(messages, asked, WITHIN, (place, reply) => {
      const pair = pairOf(place, messages.author[reply] ?? 0);
      if (met.has(pair)) return;
      met.add(pair);
      repliers[place] = (repliers[place] ?? 0) + 1;
    });
    const counts = new Array<number>(MOST_REPLIERS + 1).fill(0);
    for (const number of repliers)
      counts[Math.min(number, MOST_REPLIERS)] = (counts[Math.min(number, MOST_REPLIERS)] ?? 0) + 1;
    const people = new Set(Array.from(asked, (row) => messages.author[row])).size;
    const several = repliers.filter((number) => number >= 2).length;
    const period = settledAfter(window.current, DAYS, facts.lastDay);
    return {
      kind: 'numbers',
      draw: 'numbers',
      rows: [
        {
          id: 'median',
          label: rowLabel('medianRepliers'),
          period,
          unit: 'count',
          people,
          counts,
          formula: medianOfCounts,
          decimals: 1,
        },
        {
          id: 'several',
          label: rowLabel('severalRepliers'),
          period,
          unit: 'percent',
          people,
          counts: [several, asked.length],
          formula: percentOf,
          decimals: 0,
        },
      ],
    };
  }),
};
