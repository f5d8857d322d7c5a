import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import { useChartWords } from '../../../ui/charts/chart-words.ts';
import type { Goal, Goals } from './queries.ts';

export interface GoalWords {
  /** The title of a metric; its words belong to its dashboard. */
  readonly metric: (metric: Pick<Goal, 'dashboard' | 'metricId'>) => string;
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
    const metric: GoalWords['metric'] = ({ dashboard, metricId }) =>
      words.sentence({ key: `${dashboard}:${metricId}.title`, params: {} });
    const goal: GoalWords['goal'] = ({ direction, target, unit }) =>
      t(`words.${direction}`, { target: words.amount(target, unit) });
    return {
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
        if (period?.start === notice.period) return t('notice.missed', { ...params, period: words.period(period) });
        // A notice of an earlier quarter, or of a number that belongs to no period.
        if (!/-(01|04|07|10)-01$/.test(notice.period) || notice.period < '1971') {
          return t('notice.missedNoPeriod', params);
        }
        return t('notice.missed', { ...params, period: words.period(quarterFrom(notice.period)) });
      },
    };
  }, [t, words]);
}

/** The quarter that starts on a day. */
function quarterFrom(start: string) {
  const end = new Date(`${start}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + 3, 0);
  return { start, end: end.toISOString().slice(0, 10), complete: true };
}
