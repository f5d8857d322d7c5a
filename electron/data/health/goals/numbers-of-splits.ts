import type { ChartPeriod, ChartRow } from '../../../../shared/domain/health/chart.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { ToldNumber } from './told-number.ts';

/**
 * Numbers by identity group, from the splits that somebody looked at this week and from nothing else: judging a goal asks the
 * identity answers no question, puts nobody into the ledger and tells no more than the split did. Terms that people wrote
 * themselves have none: a goal would keep their words after they were taken back.
 */
export function splitNumbers(views: readonly SplitView[], week: ChartPeriod): ToldNumber[] {
  const whole = views.filter(({ cross }) => cross === 'none');
  const byQuestion = new Map(whole.map((view) => [view.question, view]));
  return [
    ...[...byQuestion.values()].flatMap((view) => coverageNumber(view, week)),
    ...whole.flatMap((view) => groupNumbers(view, week)),
  ];
}

const nameOf = (text: string): string => encodeURIComponent(text);

/** Z21: how many of those asked have answered. The same beside every measure. */
function coverageNumber({ question, coverage }: SplitView, week: ChartPeriod): ToldNumber[] {
  const row = coverage.facets.flatMap(({ rows }) => rows).find(({ id }) => id === 'all');
  if (!row) return [];
  return [
    {
      metricId: 'Z21',
      dashboard: 'outreach',
      aim: `coverage/${nameOf(question)}`,
      words: [{ name: question }],
      unit: coverage.unit,
      value: row.value,
      ...ofWeek(week),
    },
  ];
}

function groupNumbers({ question, chart }: SplitView, week: ChartPeriod): ToldNumber[] {
  if (chart?.shape.kind !== 'dots') return [];
  const { metricId, dashboard, shape } = chart;
  return shape.rows.filter(isOffered).map((row) => ({
    metricId,
    dashboard,
    aim: `group/${nameOf(question)}/${nameOf(row.id)}`,
    words: [row.label, { name: question }],
    unit: shape.unit,
    value: row.value,
    ...ofWeek(week),
  }));
}

/** An answer the question offers, not one that somebody wrote. */
function isOffered({ id }: ChartRow): boolean {
  return !id.startsWith('term ') && id !== 'another-term';
}

/** A split is of the people of its week; what earlier weeks told is destroyed, so there are no steps. */
function ofWeek(week: ChartPeriod): Pick<ToldNumber, 'period' | 'judgedIn' | 'steps'> {
  return { period: null, judgedIn: week, steps: [] };
}
