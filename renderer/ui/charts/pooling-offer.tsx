import { CalendarRange, Rows3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MetricChart, PooledChart } from '../../../shared/domain/health/chart.ts';
import { Button } from '../button.tsx';
import { useChartWords } from './chart-words.ts';

/** The chart in its coarser step; as it is where it has none. */
export function pooledOf({ pooled, ...chart }: MetricChart): MetricChart {
  if (!pooled) return chart;
  const { shape, finding, caveats, comparison } = pooled;
  return { ...chart, shape, finding, caveats, comparison };
}

/** Says that too few people stand behind much of a chart, and puts its periods together, or apart again. */
export function PoolingOffer({
  pooled,
  heading,
  isPooled,
  onPooled,
}: {
  pooled: PooledChart;
  /** Id of the title of the chart. */
  heading: string;
  isPooled: boolean;
  onPooled: (isPooled: boolean) => void;
}) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (
    <div className="ui-metric-pooling">
      <p>
        {isPooled
          ? t(`pooling.${pooled.unit}.shown`, { period: words.period(pooled.period) })
          : t(`pooling.${pooled.unit}.offer`)}
      </p>
      <Button icon={isPooled ? Rows3 : CalendarRange} aria-describedby={heading} onPress={() => onPooled(!isPooled)}>
        {t(isPooled ? `pooling.${pooled.unit}.apart` : `pooling.${pooled.unit}.together`)}
      </Button>
    </div>
  );
}
