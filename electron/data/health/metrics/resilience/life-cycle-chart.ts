import { lifeCycleOf } from '../../engine/life-cycle-flow.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { knowsNewcomers, withoutCohort } from '../join-days.ts';
import type { LifeCycleRow } from '../life-cycle.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodRow } from '../period-series.ts';
import type { MetricWindow, Period } from '../window.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
const LEVEL = 2;
const PARTS = ['new', 'returning', 'resurrected', 'dormant'] as const;

/** Z9. New, returning, back after a break, and gone quiet, which is drawn below zero. The first three make up the active. */
export const lifeCycleChart: MetricModule = {
  id: 'Z9',
  dashboard: 'resilience',
  isCore: true,
  definitionVersion: 2,
  level: LEVEL,
  needs: ['activity-days'],
  chart: 8,
  source: 'PostHog, life cycle; Adobe Analytics, new, repeat, return, dormant',
  place: 'any',
  team: 'by-joining',
  compute: (facts, window) => {
    if (!knowsNewcomers(facts)) return missing('activity-days');
    const flows = flowsOf(facts, window);
    return {
      kind: 'parts',
      unit: 'count',
      of: 'people',
      parts: PARTS.map((part) => ({ id: part, label: word(part), side: part === 'dormant' ? 'below' : 'above' })),
      rows: flows.map(({ period, flow }) => ({
        ...periodRow(period, word('flow')),
        counts: PARTS.map((part) => flow[part]),
      })),
    };
  },
};

/** Z10. Active in the period before and not in this one, of those active in the period before. */
export const dormancy: MetricModule = {
  ...lifeCycleChart,
  id: 'Z10',
  isCore: false,
  chart: null,
  source: 'PostHog, life cycle',
  compute: (facts, window) => {
    if (!knowsNewcomers(facts)) return missing('activity-days');
    const rows = flowsOf(facts, window)
      .filter(({ before }) => before > 0)
      .map(({ period, flow, before }) => ({
        ...periodRow(period, word('dormant')),
        part: flow.dormant,
        whole: before,
      }));
    return { kind: 'shares', draw: 'series', of: 'people', rows };
  },
};

interface PeriodFlow {
  readonly period: Period;
  readonly flow: LifeCycleRow;
  /** Active in the period before. */
  readonly before: number;
}

function flowsOf(facts: HealthFacts, { unit, periods }: MetricWindow): PeriodFlow[] {
  const weeks = facts.weeks(LEVEL);
  const joinedEarlier = weeks.setOf(withoutCohort(facts));
  const rows = lifeCycleOf(weeks.active, { unit, lastDay: facts.lastDay, within: weeks.within, joinedEarlier });
  const byPeriod = new Map(rows.map((row) => [row.period, row]));
  return periods.flatMap((period) => {
    const flow = byPeriod.get(period.index);
    return flow ? [{ period, flow, before: byPeriod.get(period.index - 1)?.active ?? 0 }] : [];
  });
}
