import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartPeriod } from '../../../../shared/domain/health/chart.ts';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import { useChartWords } from '../../../ui/charts/chart-words.ts';
import type { Goal, Goals } from './queries.ts';

export interface GoalWords {
  /** The title of a metric; its words belong to its dashboard. */
  readonly title: (metric: Pick<Goal, 'dashboard' | 'metricId'>) => string;
  /** Which number of it: "within 24 hours"; nothing where the metric tells one number alone. */
  readonly number: (number: Pick<Goal, 'words'>) => string;
  /** Both: "Time to first reply: within 24 hours". */
  readonly metric: (metric: Pick<Goal, 'dashboard' | 'metricId' | 'words'>) => string;
  readonly dashboard: (id: DashboardId) => string;
  /** "at least 80%" */
  readonly goal: (goal: Pick<Goal, 'direction' | 'target' | 'unit'>) => string;
  readonly period: (goal: Pick<Goal, 'period'>) => string;
  readonly notice: (notice: Goals['notices'][number], goal: Goal) => string;
}

/** Says goals in the language of the interface. */
export function useGoalWords(): GoalWords {
  const { t } = useTranslation(['goals', 'dashboards', 'charts']);
  const words = useChartWords();
  return useMemo(() => {
    const title: GoalWords['title'] = ({ dashboard, metricId }) =>
      words.sentence({ key: `${dashboard}:${metricId}.title`, params: {} });
    const number: GoalWords['number'] = (one) =>
      one.words.map(words.label).reduce((said, next) => (said ? t('words.join', { one: said, two: next }) : next), '');
    const metric: GoalWords['metric'] = (one) =>
      one.words.length > 0 ? t('words.numberOf', { metric: title(one), number: number(one) }) : title(one);
    const goal: GoalWords['goal'] = ({ direction, target, unit }) =>
      t(`words.${direction}`, { target: words.amount(target, unit) });
    return {
      title,
      number,
      metric,
      goal,
      dashboard: (id) => (id === 'outreach' ? t('dashboards:outreach.title') : t(`dashboards:tab.${id}`)),
      period: ({ period }) => {
        if (!period) return t('noPeriod');
        const said = words.period(period);
        return period.complete ? said : t('charts:period.open', { period: said });
      },
      notice: (notice, missed) => {
        const params = { metric: metric(missed), goal: goal(missed) };
        const { period } = missed;
        if (!period) return t('notice.missedNoPeriod', params);
        const span = period.start === notice.period ? period : earlier(notice.period, period);
        return t('notice.missed', { ...params, period: words.period(span) });
      },
    };
  }, [t, words]);
}

const millisecondsPerMonth = 31 * 86_400_000;

/** The month or quarter that starts on a day, as long as the one that is told now. */
function earlier(start: string, now: ChartPeriod): ChartPeriod {
  const isMonth = Date.parse(now.end) - Date.parse(now.start) < millisecondsPerMonth;
  const end = new Date(`${start}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + (isMonth ? 1 : 3), 0);
  return { start, end: end.toISOString().slice(0, 10), complete: true };
}
