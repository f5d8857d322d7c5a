import { harmCategories } from '../../../../../shared/domain/report.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { ReportFact } from '../../facts/moderation-facts.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn, periodRow } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';
import { instantsOf } from './instants-of.ts';

const word = wordsOf('moderation');
const SPAN_DAYS = 90;

/**
 * M8. Members who were the target of at least two upheld reports of harm to a person in the 90 days up to a period's end, of
 * those who were of one. No platform tells whom a report harmed: a moderator may say so in the case. Where nobody did, whoever
 * reported stands for them, the team's own reports left out.
 */
export const repeatTargets: MetricModule = {
  id: 'M8',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 3,
  level: null,
  needs: ['reports', 'decisions'],
  chart: null,
  source: 'The community itself: upheld reports of harm, by whom they harmed or else by who made them',
  place: 'any',
  team: 'things',
  spanDays: SPAN_DAYS,
  isSensitive: true,
  compute: (facts, { periods }) => {
    const upheld = facts.moderation.reports.flatMap((report) => {
      const target = report.upheld === true && harmCategories.includes(report.category) ? targetOf(facts, report) : -1;
      return target < 0 ? [] : [{ openedAt: report.openedAt, target }];
    });
    if (upheld.length === 0) return missing('reports');
    const rows = periods.map((period) => {
      const lastDay = lastDayIn(period, facts.lastDay);
      const within = instantsOf(facts, { firstDay: lastDay - SPAN_DAYS + 1, lastDay });
      const times = new Map<number, number>();
      for (const { openedAt, target } of upheld) {
        if (within(openedAt)) times.set(target, (times.get(target) ?? 0) + 1);
      }
      const part = [...times.values()].filter((count) => count >= 2).length;
      return { ...periodRow(period, word('repeatTargets')), part, whole: times.size };
    });
    return { kind: 'shares', draw: 'series', of: 'people', rows };
  },
};

/** Whom a report harmed, as far as that is known; −1 for nobody in particular, and for reports of the team about nobody named. */
function targetOf({ people }: HealthFacts, { harmed, reporter }: ReportFact): number {
  if (harmed !== null) return harmed;
  return reporter >= 0 && people.isStaff[reporter] !== 1 ? reporter : -1;
}
