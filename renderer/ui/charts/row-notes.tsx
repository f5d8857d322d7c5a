import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ChartRow, ChartUnit, CurveComparison } from '../../../shared/domain/health/chart.ts';
import { saysNumber } from '../../../shared/domain/health/reading.ts';
import { type ChartWords, useChartWords } from './chart-words.ts';

/** What has to be said beside a value: out of how many, against which benchmark, how sure. */
export function RowNotes({ row, unit }: { row: ChartRow; unit: ChartUnit }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const notes = [
    row.n !== null && saysNumber(row.n) && t('row.people', { value: words.value(row.n, 'count') }),
    row.relative && saysNumber(row.relative) && t('row.relative', { value: words.value(row.relative, 'index') }),
    row.reference !== null && t('row.reference', { value: words.amount(row.reference, unit) }),
    ...(row.against ?? []).flatMap(({ reference, difference, relative }) => [
      t('row.reference', { value: words.amount(reference, unit) }),
      // Set beside the word, not into it: a sign begins with a mark of direction, which would turn an Arabic sentence round.
      saysNumber(difference) && `${t('row.difference')} ${words.value(difference, 'points')}`,
      saysNumber(relative) && t('row.relative', { value: words.value(relative, 'index') }),
    ]),
    row.note !== null && t(`note.${row.note}`),
    row.earlier && earlierNote(row.earlier, unit, words, t),
    ...(row.curves ? curveNotes(row.curves, words, t) : []),
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

/** The way from an earlier value; the value itself only where the change may be told. */
function earlierNote(
  { value, change }: NonNullable<ChartRow['earlier']>,
  unit: ChartUnit,
  words: ChartWords,
  t: TFunction<'charts'>,
) {
  // Set beside the words for the sake of its sign, as the difference above.
  return change === 'few' ? t('row.earlier.few') : `${t(`row.earlier.${change}`)} ${words.value(value, unit)}`;
}

/** What is said of two curves over their whole time, in as many notes: how sure, when half have gone, what could be found. */
function curveNotes({ test, medianGap, findable }: CurveComparison, words: ChartWords, t: TFunction<'charts'>) {
  return [
    t(`note.curves-${test}`),
    saysNumber(medianGap) && t('row.medianGap', { value: words.value(medianGap, 'days') }),
    findable === null ? t('row.findableNone') : t('row.findable', { ratio: findable }),
  ];
}
