import { ChartNoAxesColumn } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { EmptyState } from '../states.tsx';
import { type CardDoors, MetricCard } from './metric-card.tsx';

/** The charts of one dashboard. Those that lack data stand at the end, with what to do about it. */
export function MetricBoard({ charts, doors }: { charts: readonly MetricChart[]; doors: CardDoors }) {
  const { t } = useTranslation('charts');
  const ordered = useMemo(() => {
    const lacks = (chart: MetricChart): boolean => chart.shape.kind === 'missing';
    return [...charts.filter((chart) => !lacks(chart)), ...charts.filter(lacks)];
  }, [charts]);
  const lacking = charts.filter(({ shape }) => shape.kind === 'missing').length;
  if (charts.length === 0) {
    return (
      <EmptyState icon={ChartNoAxesColumn} title={t('board.empty')}>
        {t('board.emptyWords')}
      </EmptyState>
    );
  }
  return (
    <div className="ui-board">
      {lacking > 0 && lacking < charts.length && (
        <p className="ui-chart-remark">{t('board.partial', { count: lacking })}</p>
      )}
      {ordered.map((chart) => (
        <MetricCard key={chart.metricId} chart={chart} doors={doors} />
      ))}
    </div>
  );
}
