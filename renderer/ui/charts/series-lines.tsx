import { useId } from 'react';
import { Area, Line, ReferenceLine } from 'recharts';
import type { ChartUnit, SeriesShape } from '../../../shared/domain/health/chart.ts';
import type { Axis } from '../../../shared/domain/health/reading.ts';
import { type ChartWords, useChartWords } from './chart-words.ts';
import { FillPatterns } from './fill-patterns.tsx';
import { PlaceAxis, SeriesTooltip } from './place-axis.tsx';
import { PlotFrame, ValueAxis } from './plot-frame.tsx';
import { plotMarks } from './plot-marks.tsx';
import { lookOf } from './series-looks.ts';
import { type Annotations, annotatedPlaces, marksOf, type SeriesPlace } from './series-model.ts';

export interface SeriesPlotProps {
  readonly series: SeriesShape['series'];
  readonly unit: ChartUnit;
  readonly axis: Axis;
  readonly places: readonly SeriesPlace[];
  readonly annotations: Annotations;
  readonly name: string;
}

/** Lines with their intervals as bands. A line breaks where there is no value. */
export function SeriesLines({
  series,
  unit,
  axis,
  places,
  annotations,
  name,
  height,
}: SeriesPlotProps & { height: number }) {
  const id = `lines${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const words = useChartWords();
  const references = [...new Set(series.flatMap(({ rows }) => rows.flatMap(({ reference }) => reference ?? [])))];
  return (
    <PlotFrame name={name} height={height} data={[...places]} margin={plotMargin}>
      <FillPatterns id={id} count={0} />
      <PlaceAxis places={places} room={28} />
      <ValueAxis axis={axis} unit={unit} />
      <SeriesTooltip series={series} unit={unit} />
      {references.map((reference) => (
        <ReferenceLine key={reference} y={reference} stroke="var(--text-quiet)" strokeDasharray="2 4" />
      ))}
      {axis.from < 0 && <ReferenceLine y={0} stroke="var(--line-strong)" />}
      {series.map((one, at) => (
        <Area
          key={`interval-${one.id}`}
          dataKey={`interval-${at}`}
          stroke="none"
          fill={lookOf(at, series.length).colour}
          fillOpacity={0.14}
          isAnimationActive={false}
          activeDot={false}
          connectNulls={false}
        />
      ))}
      {series.map((one, at) => (
        <Line
          key={one.id}
          dataKey={`value-${at}`}
          stroke={lookOf(at, series.length).colour}
          strokeDasharray={lookOf(at, series.length).dashes ?? '0'}
          strokeWidth={2}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
      ))}
      {plotMarks(marksOf(series), series.length, axis, id)}
      {annotationLines(annotations, places, words)}
    </PlotFrame>
  );
}

/** Room around a drawing for labels and for marks at its edges. */
export const plotMargin = { top: 20, right: 16, bottom: 8, left: 16 };

/**
 * A thin upright line with its number for everything the community did; the list below the drawing says what it was.
 * What falls into one place shares a line and carries all its numbers: on each other nobody could read them.
 */
export function annotationLines(
  annotations: Annotations,
  places: readonly Pick<SeriesPlace, 'key' | 'row'>[],
  words: ChartWords,
) {
  return annotatedPlaces(annotations, places).map(({ place, numbers }) => (
    <ReferenceLine
      key={place}
      x={place}
      stroke="var(--text-quiet)"
      strokeDasharray="3 3"
      label={{ value: words.numbers(numbers), position: 'top' }}
    />
  ));
}
