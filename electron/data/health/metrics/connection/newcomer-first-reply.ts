import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { shareTally } from '../share-tally.ts';
import { FIRST_REPLY_DAYS, firstReplyInTime } from './first-reply-in-time.ts';
import { rowLabel } from './labels.ts';
import { firstMessagesInSteps } from './newcomers.ts';
import { firstRepliesInSteps, knowsReplies } from './reply-finder.ts';

/** R1. Newcomers whose first message got a reply within 7 × 24 hours, of newcomers whose first message is that old. */
export const newcomerFirstReply: MetricModule = {
  id: 'R1',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 2,
  level: 2,
  needs: ['messages', 'reply-links'],
  chart: 1,
  source: 'Joyce and Kraut 2006; Pethig and others 2025; CHAOSS, Issue Response Time',
  place: 'any',
  team: 'by-joining',
  pools: true,
  ...stepwise(function* (facts, window) {
    const { messages } = facts;
    if (messages.count === 0) return missing('messages');
    if (!knowsReplies(messages)) return missing('reply-links');
    yield* firstRepliesInSteps(messages);
    const replied = firstReplyInTime(facts);
    const tally = shareTally(facts, window);
    for (const row of yield* firstMessagesInSteps(facts)) {
      const outcome = replied(row);
      if (outcome >= 0) tally.add(messages.day[row] ?? 0, outcome === 1);
    }
    return {
      kind: 'shares',
      draw: 'series',
      of: 'people',
      rows: tally.rows('newcomers', rowLabel('newcomers'), FIRST_REPLY_DAYS),
    };
  }),
};
