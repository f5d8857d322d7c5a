import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { shareTally } from '../share-tally.ts';
import { rowLabel } from './labels.ts';
import { firstMessages } from './newcomers.ts';
import { firstReplies, knowsReplies } from './reply-finder.ts';

const DAYS = 7;
const WITHIN = DAYS * MS_PER_DAY;

/** R1. Newcomers whose first message got a reply within 7 × 24 hours, of newcomers whose first message is that old. */
export const newcomerFirstReply: MetricModule = {
  id: 'R1',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 1,
  level: 2,
  needs: ['messages', 'reply-links'],
  chart: 1,
  source: 'Joyce and Kraut 2006; Pethig and others 2025; CHAOSS, Issue Response Time',
  place: 'any',
  compute: (facts, window) => {
    const { messages, cutOff } = facts;
    if (messages.count === 0) return missing('messages');
    if (!knowsReplies(messages)) return missing('reply-links');
    const replies = firstReplies(messages);
    const tally = shareTally(facts, window);
    for (const row of firstMessages(facts)) {
      const at = messages.at[row];
      if (at === undefined || at + WITHIN > cutOff) continue;
      const repliedAt = messages.at[replies[row] ?? -1];
      tally.add(messages.day[row] ?? 0, repliedAt !== undefined && repliedAt - at <= WITHIN);
    }
    return {
      kind: 'shares',
      draw: 'series',
      of: 'people',
      rows: tally.rows('newcomers', rowLabel('newcomers'), DAYS),
    };
  },
};
