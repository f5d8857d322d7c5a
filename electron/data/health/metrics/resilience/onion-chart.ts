import type { HealthFacts } from '../../facts/health-facts.ts';
import { messageFlags } from '../../facts/message-table.ts';
import { onion } from '../../statistics/onion.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import type { Period } from '../window.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const PARTS = ['core', 'regular', 'casual'] as const;

/** Z16. People by the part of all messages they write: the first 80 %, the next 15 %, the last 5 %. */
export const onionChart: MetricModule = {
  id: 'Z16',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 1,
  level: 2,
  needs: ['messages'],
  chart: null,
  source: 'GrimoireLab, onion analysis',
  place: 'any',
  compute: (facts, { periods }) => {
    if (facts.messages.count === 0) return missing('messages');
    return {
      kind: 'parts',
      unit: 'percent',
      of: 'people',
      parts: PARTS.map((part) => ({ id: part, label: word(part) })),
      rows: periods.map((period) => {
        const rings = onion(messagesPerPerson(facts, period));
        return { ...periodRow(period, word('rings')), counts: PARTS.map((part) => rings?.[part] ?? 0) };
      }),
    };
  },
};

function messagesPerPerson({ messages, people }: HealthFacts, { firstDay, lastDay }: Period): Int32Array {
  const counts = new Int32Array(people.count);
  for (let row = 0; row < messages.count; row += 1) {
    const day = messages.day[row] ?? 0;
    if (day > lastDay) break;
    if (day < firstDay || (messages.flags[row] ?? 0) & messageFlags.spam) continue;
    const author = messages.author[row] ?? 0;
    counts[author] = (counts[author] ?? 0) + 1;
  }
  return counts;
}
