import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { onion } from '../../statistics/onion.ts';
import { isSpam } from '../connection/reply-finder.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodPlaces } from '../period-places.ts';
import { periodRow } from '../period-series.ts';
import type { RawParts } from '../raw-result.ts';
import type { MetricWindow } from '../window.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const PARTS = ['core', 'regular', 'casual'] as const;

/** Z16. People by the part of all messages they write: the first 80 %, the next 15 %, the last 5 %. */
export const onionChart: MetricModule = {
  id: 'Z16',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 2,
  level: 2,
  needs: ['messages'],
  chart: null,
  source: 'GrimoireLab, onion analysis',
  place: 'any',
  team: 'in-period',
  ...stepwise(function* (facts, window) {
    if (facts.messages.count === 0) return missing('messages');
    const written = yield* messagesPerPerson(facts, window);
    const rows: RawParts['rows'][number][] = [];
    for (const [place, period] of window.periods.entries()) {
      yield;
      const rings = onion(written[place] ?? []);
      rows.push({ ...periodRow(period, word('rings')), counts: PARTS.map((part) => rings?.[part] ?? 0) });
    }
    return {
      kind: 'parts',
      unit: 'percent',
      of: 'people',
      parts: PARTS.map((part) => ({ id: part, label: word(part) })),
      rows,
    };
  }),
};

/** Messages per person, one column per period, in one pass. */
function* messagesPerPerson({ messages, people, isOut }: HealthFacts, window: MetricWindow): Steps<Int32Array[]> {
  const columns = window.periods.map(() => new Int32Array(people.count));
  const placeOf = periodPlaces(window);
  for (let row = 0; row < messages.count; row += 1) {
    if (isStep(row)) yield;
    const day = messages.day[row] ?? 0;
    const counts = columns[placeOf(day)];
    const author = messages.author[row] ?? 0;
    if (counts && !isSpam(messages, row) && !isOut?.(author, day)) counts[author] = (counts[author] ?? 0) + 1;
  }
  return columns;
}
