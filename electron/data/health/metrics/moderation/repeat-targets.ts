import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn, periodRow } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';
import { instantsOf } from './instants-of.ts';

const word = wordsOf('moderation');
const SPAN_DAYS = 90;

/** M8. People harmed in at least two upheld reports of the 90 days up to a period's end, of those harmed in at least one. */
export const repeatTargets: MetricModule = {
  id: 'M8',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['reports', 'decisions'],
  chart: null,
  source: 'The community itself: upheld reports by who was harmed',
  place: 'any',
  isSensitive: true,
  compute: (facts, { periods }) => {
    const upheld = facts.moderation.reports.filter(({ upheld, harmed }) => upheld === true && harmed >= 0);
    if (upheld.length === 0) return missing('reports');
    const rows = periods.map((period) => {
      const lastDay = lastDayIn(period, facts.lastDay);
      const within = instantsOf(facts, { firstDay: lastDay - SPAN_DAYS + 1, lastDay });
      const times = new Map<number, number>();
      for (const { openedAt, harmed } of upheld) {
        if (within(openedAt)) times.set(harmed, (times.get(harmed) ?? 0) + 1);
      }
      const part = [...times.values()].filter((count) => count >= 2).length;
      return { ...periodRow(period, word('repeatTargets')), part, whole: times.size };
    });
    return { kind: 'shares', draw: 'series', of: 'people', rows };
  },
};
