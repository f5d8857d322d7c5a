import { useId } from 'react';
import { Bar, type BarShapeProps, ReferenceLine } from 'recharts';
import { readingOf } from '../../../shared/domain/health/reading.ts';
import { useChartWords } from './chart-words.ts';
import { FillPatterns } from './fill-patterns.tsx';
import { PlaceAxis, SeriesTooltip } from './place-axis.tsx';
import { PlotFrame, ValueAxis } from './plot-frame.tsx';
import { plotMarks } from './plot-marks.tsx';
import { annotationLines, plotMargin, type SeriesPlotProps } from './series-lines.tsx';
import { marksOf } from './series-model.ts';

/** Counts of one series as bars from zero. What has no reading is a mark at the foot of the axis. */
export function SeriesBars({ series, unit, axis, places, annotations, name }: SeriesPlotProps) {
  const id = `bars${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const words = useChartWords();
  const marks = marksOf(series);
  const bars = places.map(({ key }) => {
    const mark = marks.find((one) => one.key === key);
    const reading = mark ? readingOf(mark.row.value) : null;
    return { key, count: reading?.value ?? null, look: reading?.look ?? 'shown' };
  });
  const silent = marks.filter(({ row }) => readingOf(row.value) === null);
  return (
    <PlotFrame name={name} height={240} data={bars} margin={plotMargin}>
      <FillPatterns id={id} count={0} />
      <PlaceAxis places={places} />
      <ValueAxis axis={axis} unit={unit} />
      <ReferenceLine y={0} stroke="var(--line-strong)" />
      <SeriesTooltip series={series} unit={unit} cursor={{ fill: 'var(--surface-hover)' }} />
      <Bar
        dataKey="count"
        maxBarSize={44}
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => <OneBar {...bar} id={id} />}
      />
      {plotMarks(silent, 1, axis, id)}
      {annotationLines(annotations, places, words)}
    </PlotFrame>
  );
}

/** Filled where it is sure, paler where it is uncertain, hatched where its period is still open. */
function OneBar({ x, y, width, height, payload, id }: BarShapeProps & { id: string }) {
  const look = (payload as { look?: string } | undefined)?.look;
  const pale = look === 'uncertain' ? 0.35 : 1;
  return (
    <rect
      x={Number(x)}
      y={Number(y)}
      width={Number(width)}
      height={Math.max(0, Number(height))}
      fill={look === 'open' ? `url(#${id}-open)` : 'var(--chart-1)'}
      fillOpacity={pale}
      stroke="var(--chart-1)"
      strokeWidth={look === 'shown' ? 0 : 1}
    />
  );
}
