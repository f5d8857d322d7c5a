import type { NumbersShape } from '../../../shared/domain/health/chart.ts';
import { useChartWords } from './chart-words.ts';
import { RowNotes } from './row-notes.tsx';
import { ValueWords } from './value-words.tsx';
import './numbers-chart.css';

/** A few numbers that are said, not drawn. */
export function NumbersChart({ shape, name }: { shape: NumbersShape; name: string }) {
  const words = useChartWords();
  return (
    <figure className="ui-numbers-figure" aria-label={name}>
      <dl className="ui-numbers">
        {shape.rows.map((row) => (
          <div key={row.id} className="ui-number">
            <dt>{words.row(row)}</dt>
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
