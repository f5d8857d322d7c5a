import { useTranslation } from 'react-i18next';
import type { SeriesShape } from '../../../../shared/domain/health/chart.ts';
import type { RetentionTable } from '../../../../shared/ipc/topics/health.ts';
import { useFormat } from '../../../ui/format/use-format.ts';
import { RetentionHeatMap } from './retention-heat-map.tsx';
import { periodWords } from './retention-words.ts';
import { ReturnLine } from './return-line.tsx';

/** Return by period on average, as a line, and cohort by cohort below it. */
export function RetentionFigure({ table }: { table: RetentionTable }) {
  const { t } = useTranslation('health');
  const format = useFormat();
  const words = periodWords[table.unit];
  return (
    <>
      <ReturnLine
        label={t('screen.retention.curveTitle')}
        axisLabel={t(words.column)}
        unit={table.unit}
        points={table.average.map((share, at) => ({ at, share })).slice(1)}
        sayAt={(at) => t(words.one, { number: format.number(at) })}
      />
      <RetentionHeatMap table={table} />
    </>
  );
}

/** The line as data: one row for each period after the one of joining. */
export function retentionShape(table: RetentionTable): SeriesShape {
  const rows = table.average.slice(1).map((value, at) => ({
    id: String(at + 1),
    label: { key: `health:${periodWords[table.unit].one}`, params: { number: at + 1 } },
    period: null,
    value,
    n: null,
    reference: null,
    note: null,
  }));
  return {
    kind: 'series',
    unit: 'percent',
    series: [{ id: 'average', label: { key: 'health:screen.retention.average', params: {} }, rows }],
  };
}
