import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { ChartUnit, SeriesShape } from '../../../shared/domain/health/chart.ts';
import { type Axis, saysNumber } from '../../../shared/domain/health/reading.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { type ChartWords, useChartWords } from './chart-words.ts';
import { FillPatterns } from './fill-patterns.tsx';
import { PlotFrame, valueAxisWidth } from './plot-frame.tsx';
import { plotMarks } from './plot-marks.tsx';
import { lookOf } from './series-looks.ts';
import { type Annotations, annotatedPlaces, marksOf, placeKey, type SeriesPlace } from './series-model.ts';
import { useChartDirection } from './use-chart-direction.ts';

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
  const { reversed, valueAxis } = useChartDirection();
  const sayAt = useSayAt(series, unit);
  const references = [...new Set(series.flatMap(({ rows }) => rows.flatMap(({ reference }) => reference ?? [])))];
  return (
    <PlotFrame name={name} height={height} data={[...places]} margin={plotMargin}>
      <FillPatterns id={id} count={0} />
      <XAxis
        dataKey="key"
        reversed={reversed}
        padding={{ left: 28, right: 28 }}
        minTickGap={16}
        interval="equidistantPreserveStart"
        tickFormatter={(key: string) => sayPlace(places, key, words.row)}
      />
      <YAxis
        orientation={valueAxis}
        width={valueAxisWidth}
        domain={[axis.from, axis.to]}
        // Without it an axis over open or missing values alone has no scale, and their marks no place.
        allowDataOverflow
        ticks={[...axis.ticks]}
        tickFormatter={(tick: number) => words.tick(tick, unit)}
      />
      <Tooltip
        isAnimationActive={false}
        content={({ active, label }) => {
          const said = active ? sayAt(String(label)) : null;
          return said && <ChartTooltip {...said} />;
        }}
      />
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

/** What a place on the time axis is called. */
export function sayPlace(
  places: readonly SeriesPlace[],
  key: string,
  say: (row: SeriesPlace['row']) => string,
): string {
  const place = places.find((one) => one.key === key);
  return place ? say(place.row) : '';
}

/** What the pointer or the arrow keys find at a place: finished words of published values. */
export function useSayAt(series: SeriesShape['series'], unit: ChartUnit) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (key: string): { title: string; lines: readonly string[] } | null => {
    const found = series.flatMap((one) => {
      const row = one.rows.find((candidate) => placeKey(candidate) === key);
      return row ? [{ one, row }] : [];
    });
    const [first] = found;
    if (!first) return null;
    return {
      title: words.row(first.row),
      lines: found.flatMap(({ one, row }) => {
        const said = words.value(row.value, unit);
        const value = series.length > 1 ? t('row.pair', { name: words.label(one.label), value: said }) : said;
        if (row.n === null || !saysNumber(row.n)) return [value];
        return [value, t('row.people', { value: words.value(row.n, 'count') })];
      }),
    };
  };
}

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
