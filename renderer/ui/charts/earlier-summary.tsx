import { useTranslation } from 'react-i18next';
import type { ChartRow, ChartShape, MetricChart, RowChange } from '../../../shared/domain/health/chart.ts';
import { useChartWords } from './chart-words.ts';

/** How many rows went which way since an earlier period, and never which: that stands beside each. Nothing without one. */
export function EarlierSummary({ chart: { earlier, shape } }: { chart: MetricChart }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  if (!earlier) return null;
  const changes = rowsIn(shape).flatMap((row) => row.earlier?.change ?? []);
  const many = (change: RowChange) => changes.filter((one) => one === change).length;
  const counts = { up: many('up'), down: many('down'), unclear: many('unclear'), few: many('few') };
  return <p className="ui-metric-comparison">{t('card.earlier', { period: words.period(earlier), ...counts })}</p>;
}

/** Rows of the shapes that are compared row by row. */
function rowsIn(shape: ChartShape): readonly ChartRow[] {
  if (shape.kind === 'dots') return shape.rows;
  return shape.kind === 'bars' ? shape.facets.flatMap(({ rows }) => rows) : [];
}
