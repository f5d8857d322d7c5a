import { useTranslation } from 'react-i18next';
import type { ChartRow, ChartUnit } from '../../../shared/domain/health/chart.ts';
import { useChartWords } from './chart-words.ts';
import { saysNumber } from './reading.ts';

/** What has to be said beside a value: out of how many, against which benchmark, how sure. */
export function RowNotes({ row, unit }: { row: ChartRow; unit: ChartUnit }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const notes = [
    row.n !== null && saysNumber(row.n) && t('row.people', { value: words.value(row.n, 'count') }),
    row.relative && saysNumber(row.relative) && t('row.relative', { value: words.value(row.relative, 'index') }),
    row.reference !== null && t('row.reference', { value: words.amount(row.reference, unit) }),
    row.note !== null && t(`note.${row.note}`),
  ].filter((note) => note !== false && note !== undefined);
  if (notes.length === 0) return null;
  return (
    <span className="ui-chart-notes">
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </span>
  );
}
