import { ChartNoAxesColumn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { EmptyState } from '../states.tsx';
import { type CardDoors, MetricCard } from './metric-card.tsx';

/** The charts of one dashboard. Those that lack data stand at the end, with what to do about it. */
export function MetricBoard({ charts, doors }: { charts: readonly MetricChart[]; doors: CardDoors }) {
  const { t } = useTranslation('charts');
  const lacks = (chart: MetricChart): boolean => chart.shape.kind === 'missing';
  const lacking = charts.filter(lacks);
  if (charts.length === 0) {
    return (
      <EmptyState icon={ChartNoAxesColumn} title={t('board.empty')}>
        {t('board.emptyWords')}
      </EmptyState>
    );
  }
  return (
    <div className="ui-board">
      {lacking.length > 0 && lacking.length < charts.length && (
        <p className="ui-chart-remark">{t('board.partial', { count: lacking.length })}</p>
      )}
      {charts
        .filter((chart) => !lacks(chart))
        .map((chart) => (
          <MetricCard key={chart.metricId} chart={chart} doors={doors} />
        ))}
      {lacking.length > 0 && (
        <div className="ui-board-lacking">
          {lacking.map((chart) => (
            <MetricCard key={chart.metricId} chart={chart} doors={doors} />
          ))}
        </div>
      )}
    </div>
  );
}
