import { useTranslation } from 'react-i18next';
import type { NumbersShape } from '../../../shared/domain/health/chart.ts';
import { useChartWords } from './chart-words.ts';
import { RowNotes } from './row-notes.tsx';
import { ValueWords } from './value-words.tsx';
import './numbers-chart.css';

/** A few numbers that are said, not drawn: each by its name, and beside it the time it is of. */
export function NumbersChart({ shape, name }: { shape: NumbersShape; name: string }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (
    <figure className="ui-numbers-figure" aria-label={name}>
      <dl className="ui-numbers">
        {shape.rows.map((row) => (
          <div key={row.id} className="ui-number">
            <dt>
              {words.name(row)}
              {row.period && (
                <span className="ui-number-period">
                  {row.period.complete
                    ? words.period(row.period)
                    : t('period.open', { period: words.period(row.period) })}
                </span>
              )}
            </dt>
            <dd className="ui-figures">
              <ValueWords value={row.value} unit={row.unit} />
              <RowNotes row={row} unit={row.unit} />
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
