import type { SeriesShape } from '../../../shared/domain/health/chart.ts';
import { axisOver, saysNumber } from '../../../shared/domain/health/reading.ts';
import { useChartWords } from './chart-words.ts';
import { MarkKey, SilentKey } from './mark-key.tsx';
import { SeriesBars } from './series-bars.tsx';
import { SeriesKey } from './series-key.tsx';
import { SeriesLines } from './series-lines.tsx';
import { mostSeries } from './series-looks.ts';
import { type Annotations, placesOf } from './series-model.ts';

/** Values in order of time: bars for the counts of one series, lines otherwise, small multiples beyond four lines. */
export function SeriesChart({
  shape,
  name,
  annotations,
}: {
  shape: SeriesShape;
  name: string;
  annotations: Annotations;
}) {
  const words = useChartWords();
  const rows = shape.series.flatMap((one) => one.rows);
  const values = rows.map((row) => row.value);
  const axis = axisOver(
    shape.unit,
    values,
    rows.flatMap(({ reference }) => (reference === null ? [] : [reference])),
  );
  // An empty frame would look like a chart that failed to load, and its axis would be made up.
  if (!values.some(saysNumber)) return <SilentKey values={values} />;
  const places = placesOf(shape.series);
  const plot = { unit: shape.unit, axis, places, annotations };
  if (shape.series.length > mostSeries) {
    return (
      <div className="ui-series">
        <MarkKey values={values} />
        <ul className="ui-multiples">
          {shape.series.map((one) => (
            <li key={one.id}>
              <h3>{words.label(one.label)}</h3>
              {one.rows.some((row) => saysNumber(row.value)) ? (
                <SeriesLines
                  {...plot}
                  places={placesOf([one])}
                  series={[one]}
                  name={words.label(one.label)}
                  height={160}
                />
              ) : (
                <SilentKey values={one.rows.map(({ value }) => value)} />
              )}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  const single = shape.series.length === 1;
  return (
    <div className="ui-series">
      {!single && <SeriesKey series={shape.series} />}
      <MarkKey values={values} />
      {single && shape.unit === 'count' ? (
        <SeriesBars {...plot} series={shape.series} name={name} />
      ) : (
        <SeriesLines {...plot} series={shape.series} name={name} height={260} />
      )}
    </div>
  );
}
