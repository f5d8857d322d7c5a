import { useTranslation } from 'react-i18next';
import type { BarsShape, ChartRow, ChartUnit } from '../../../shared/domain/health/chart.ts';
import { type Axis, axisOver, placeOn, rangeOf, readingOf, saysNumber } from '../../../shared/domain/health/reading.ts';
import { hiddenLast } from '../../../shared/domain/health/row-order.ts';
import { type ChartWords, useChartWords } from './chart-words.ts';
import { MarkKey } from './mark-key.tsx';
import { RowNotes } from './row-notes.tsx';
import { ValueWords } from './value-words.tsx';
import './bars-chart.css';
import './dots-chart.css';

/** Bars from zero, or dots on the same lines, side by side, each with its words. Facets stand under headings and share one axis. */
export function BarsChart({ shape, name }: { shape: BarsShape; name: string }) {
  const words = useChartWords();
  const rows = shape.facets.flatMap((facet) => facet.rows);
  const values = rows.map((row) => row.value);
  const axis = axisOver(
    shape.unit,
    values,
    rows.flatMap(({ reference }) => (reference === null ? [] : [reference])),
  );
  // Without a length to draw, names and words stand alone: an axis would be made up.
  const readable = values.some(saysNumber);
  if (rows.length === 0) return null;
  return (
    <figure className="ui-bars" aria-label={name} data-readable={readable}>
      {readable && <MarkKey values={values} />}
      <div className="ui-bars-facets">
        {shape.facets.map((facet) => (
          <div key={facet.id} className="ui-bars-facet">
            {facet.label && <h3>{words.label(facet.label)}</h3>}
            <ul className="ui-bars-rows">
              {hiddenLast(facet.rows, words.label, words.inOrder).map((row) => (
                <BarRow
                  key={row.id}
                  row={row}
                  unit={shape.unit}
                  asDot={shape.asDots === true}
                  axis={axis}
                  words={words}
                />
              ))}
            </ul>
            {readable && (
              <AxisLine axis={shape.facets.length > 1 ? endsOf(axis) : axis} unit={shape.unit} words={words} />
            )}
          </div>
        ))}
      </div>
    </figure>
  );
}

interface BarRowProps {
  readonly row: ChartRow;
  readonly unit: ChartUnit;
  readonly asDot: boolean;
  readonly axis: Axis;
  readonly words: ChartWords;
}

function BarRow({ row, unit, asDot, axis, words }: BarRowProps) {
  const { t } = useTranslation('charts');
  const open = row.period?.complete === false;
  return (
    <li className="ui-bars-row">
      <span className="ui-bars-label">{open ? t('period.open', { period: words.row(row) }) : words.row(row)}</span>
      <span className="ui-bars-track" aria-hidden="true">
        <BarMark row={row} asDot={asDot} axis={axis} />
      </span>
      <span className="ui-bars-words ui-figures">
        <ValueWords value={row.value} unit={unit} />
        <RowNotes row={row} unit={unit} />
      </span>
    </li>
  );
}

const percentOf = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The bar itself, or a dot where it would end. Only a reading has a length; everything else is a mark of fixed size, or a range from end to end. */
function BarMark({ row, asDot, axis }: Pick<BarRowProps, 'row' | 'asDot' | 'axis'>) {
  const reading = readingOf(row.value);
  const range = rangeOf(row.value);
  const at = (number: number): number => placeOn(axis, 'linear', number);
  return (
    <>
      {reading && !asDot && reading.value !== 0 && (
        <span
          className="ui-bar"
          data-mark={reading.look}
          style={{ inlineSize: percentOf(at(reading.value)), insetInlineStart: percentOf(at(0)) }}
        />
      )}
      {reading?.interval && (
        <Span className="ui-bar-interval" from={at(reading.interval[0])} to={at(reading.interval[1])} />
      )}
      {range && <Span className="ui-bar-range" from={at(range[0])} to={at(range[1])} />}
      {reading && asDot && (
        <span className="ui-dot" data-mark={reading.look} style={{ insetInlineStart: percentOf(at(reading.value)) }} />
      )}
      {row.value.mark === 'hidden' && <span className="ui-hidden-value" />}
      {row.value.mark === 'unavailable' && <span className="ui-bar-dash" />}
      {row.reference !== null && (
        <span className="ui-bar-reference" style={{ insetInlineStart: percentOf(at(row.reference)) }} />
      )}
    </>
  );
}

function Span({ className, from, to }: { className: string; from: number; to: number }) {
  return <span className={className} style={{ insetInlineStart: percentOf(from), inlineSize: percentOf(to - from) }} />;
}

/** An axis with its ends and zero alone: half as wide, five ticks would stand on each other. */
function endsOf(axis: Axis): Axis {
  return { ...axis, ticks: [...new Set([axis.from, 0, axis.to])] };
}

/** Ticks under the tracks: where they begin, where they end, and what lies in the middle. */
function AxisLine({ axis, unit, words }: { axis: Axis; unit: ChartUnit; words: ChartWords }) {
  return (
    <div className="ui-bars-row ui-bars-axis ui-figures" aria-hidden="true">
      <span />
      <span className="ui-axis-ticks">
        {axis.ticks.map((tick) => (
          <span key={tick} style={{ insetInlineStart: percentOf(placeOn(axis, 'linear', tick)) }}>
            {words.tick(tick, unit)}
          </span>
        ))}
      </span>
      <span />
    </div>
  );
}
