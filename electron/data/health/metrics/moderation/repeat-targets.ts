import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn, periodRow } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';
import { instantsOf } from './instants-of.ts';

const word = wordsOf('moderation');
const SPAN_DAYS = 90;

/**
 * What is done to a person. Spam, legal matters, broken rules and the rest may be noticed by anybody: whoever reports them
 * diligently is no repeat target.
 */
const harms: readonly string[] = ['crisis', 'outing', 'harassment', 'hate', 'sexual'];

/**
 * M8. Members who made at least two upheld reports of harm to a person in the 90 days up to a period's end, of those who made
 * one. Who was harmed is told by no platform: whoever reports for others counts too, and the team's own reports do not.
 */
export const repeatTargets: MetricModule = {
  id: 'M8',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 2,
  level: null,
  needs: ['reports', 'decisions'],
  chart: null,
  source: 'The community itself: upheld reports of harm by who made them',
  place: 'any',
  spanDays: SPAN_DAYS,
  isSensitive: true,
  compute: (facts, { periods }) => {
    const upheld = facts.moderation.reports.filter(
      ({ upheld, reporter, category }) =>
        upheld === true && reporter >= 0 && facts.people.isStaff[reporter] !== 1 && harms.includes(category),
    );
    if (upheld.length === 0) return missing('reports');
    const rows = periods.map((period) => {
      const lastDay = lastDayIn(period, facts.lastDay);
      const within = instantsOf(facts, { firstDay: lastDay - SPAN_DAYS + 1, lastDay });
      const times = new Map<number, number>();
      for (const { openedAt, reporter } of upheld) {
        if (within(openedAt)) times.set(reporter, (times.get(reporter) ?? 0) + 1);
      }
      const part = [...times.values()].filter((count) => count >= 2).length;
      return { ...periodRow(period, word('repeatTargets')), part, whole: times.size };
    });
    return { kind: 'shares', draw: 'series', of: 'people', rows };
  },
};
