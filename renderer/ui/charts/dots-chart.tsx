import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { againstOne } from '../../../shared/domain/health/benchmark-words.ts';
import type { ChartRow, DotsShape } from '../../../shared/domain/health/chart.ts';
import { axisOver, logAxisOver, placeOn, rangeOf, readingOf } from '../../../shared/domain/health/reading.ts';
import { hiddenLast } from '../../../shared/domain/health/row-order.ts';
import { useFormat } from '../format/use-format.ts';
import { BenchmarkCaption, BenchmarkChoice } from './benchmark-caption.tsx';
import { useChartWords } from './chart-words.ts';
import { MarkKey } from './mark-key.tsx';
import { RowNotes } from './row-notes.tsx';
import { ValueWords } from './value-words.tsx';
import './bars-chart.css';
import './dots-chart.css';

const percentOf = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** Values as dots with their intervals, a line where there would be no difference, benchmarks as marks of their own. */
export function DotsChart({ shape: whole, name }: { shape: DotsShape; name: string }) {
  const { t } = useTranslation('charts');
  const benchmarks = whole.benchmarks ?? [];
  const [chosen, choose] = useState<string>();
  const benchmark = benchmarks.find(({ id }) => id === chosen) ?? benchmarks[0];
  const shape = benchmark ? againstOne(whole, benchmark.id) : whole;
  const words = useChartWords();
  const format = useFormat();
  const values = shape.rows.map((row) => row.value);
  const references = shape.rows.flatMap(referencesOf);
  const shown = shape.line === null ? references : [...references, shape.line];
  const axis = shape.scale === 'log' ? logAxisOver(values, shown) : axisOver(shape.unit, values, shown);
  const at = (number: number): number => placeOn(axis, shape.scale, number);
  return (
    <figure className="ui-dots" aria-label={name}>
      {benchmark && benchmarks.length > 1 && (
        <BenchmarkChoice benchmarks={benchmarks} chosen={benchmark.id} onChoose={choose} />
      )}
      <MarkKey values={values} />
      {shape.rows.length > 0 && (
        <ul className="ui-bars-rows">
          {hiddenLast(shape.rows, words.label, words.inOrder).map((row) => (
            <li key={row.id} className="ui-bars-row">
              <span className="ui-bars-label">{words.row(row)}</span>
              <span className="ui-bars-track" aria-hidden="true">
                {shape.line !== null && (
                  <span className="ui-dot-line" style={{ insetInlineStart: percentOf(at(shape.line)) }} />
                )}
                <DotMark row={row} at={at} />
              </span>
              <span className="ui-bars-words ui-figures">
                <ValueWords value={row.value} unit={shape.unit} />
                <RowNotes row={row} unit={shape.unit} />
              </span>
            </li>
          ))}
          <li className="ui-bars-row ui-bars-axis ui-figures" aria-hidden="true">
            <span />
            <span className="ui-axis-ticks">
              {axis.ticks.map((tick) => (
                <span key={tick} style={{ insetInlineStart: percentOf(at(tick)) }}>
                  {words.tick(tick, shape.unit)}
                </span>
              ))}
            </span>
            <span />
          </li>
        </ul>
      )}
      {shape.line !== null && shape.rows.length > 0 && (
        <p className="ui-chart-remark">{t('key.line', { value: words.tick(shape.line, shape.unit) })}</p>
      )}
      {shape.tooFew.length > 0 && (
        <p className="ui-chart-remark">
          {t('dots.tooFew')} {format.list(shape.tooFew.map(words.label).sort(words.inOrder))}
        </p>
      )}
      {benchmark && <BenchmarkCaption benchmark={benchmark} />}
    </figure>
  );
}

/** Public marks on the line of a row: the benchmark it is set against, or another reference. */
function referencesOf({ reference, against = [] }: ChartRow): readonly number[] {
  return [...(reference === null ? [] : [reference]), ...against.map((one) => one.reference)];
}

function DotMark({ row, at }: { row: ChartRow; at: (number: number) => number }) {
  const reading = readingOf(row.value);
  const range = rangeOf(row.value);
  const ends = reading?.interval ?? range;
  return (
    <>
      {ends && (
        <span
          className={range ? 'ui-bar-range' : 'ui-dot-interval'}
          style={{ insetInlineStart: percentOf(at(ends[0])), inlineSize: percentOf(at(ends[1]) - at(ends[0])) }}
        />
      )}
      {referencesOf(row).map((reference) => (
        <span key={reference} className="ui-bar-reference" style={{ insetInlineStart: percentOf(at(reference)) }} />
      ))}
      {reading && (
        <span className="ui-dot" data-mark={reading.look} style={{ insetInlineStart: percentOf(at(reading.value)) }} />
      )}
      {row.value.mark === 'hidden' && <span className="ui-hidden-value" />}
      {row.value.mark === 'unavailable' && <span className="ui-bar-dash" />}
    </>
  );
}
