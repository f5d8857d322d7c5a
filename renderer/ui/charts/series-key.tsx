import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartLabel } from '../../../shared/domain/health/chart.ts';
import { useChartWords } from './chart-words.ts';
import { FillPatterns } from './fill-patterns.tsx';
import { Point } from './plot-marks.tsx';
import { lookOf } from './series-looks.ts';

/** Which line is which: its colour, its dashes and the shape of its points. */
export function SeriesKey({ series }: { series: readonly { readonly id: string; readonly label: ChartLabel }[] }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (
    <ul className="ui-chart-key" aria-label={t('key.label')}>
      {series.map((one, at) => (
        <li key={one.id}>
          <LineSwatch at={at} count={series.length} />
          {words.label(one.label)}
        </li>
      ))}
    </ul>
  );
}

/** A short piece of one line. */
function LineSwatch({ at, count }: { at: number; count: number }) {
  const id = `key${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const look = lookOf(at, count);
  return (
    <svg className="ui-chart-swatch" viewBox="0 0 32 12" aria-hidden="true">
      <FillPatterns id={id} count={0} />
      <path d="M0 6H32" stroke={look.colour} strokeWidth="2" strokeDasharray={look.dashes} />
      <Point cx={16} cy={6} look={look} mark="shown" id={id} />
    </svg>
  );
}
