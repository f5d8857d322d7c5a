import { useTranslation } from 'react-i18next';
import { Area, Line, Tooltip, XAxis } from 'recharts';
import type { CurvesShape } from '../../../shared/domain/health/chart.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { useChartWords } from './chart-words.ts';
import { curvePlaces, timeTicks } from './curve-model.ts';
import { PlotFrame, ShareAxis } from './plot-frame.tsx';
import { lookOf } from './series-looks.ts';
import { useChartDirection } from './use-chart-direction.ts';

/** The curves themselves, from 0 to 100 percent, in steps. */
export function CurvePlot({ shape, name, height }: { shape: CurvesShape; name: string; height: number }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const { reversed } = useChartDirection();
  const places = curvePlaces(shape.series);
  const last = places.at(-1)?.at ?? 1;
  const count = shape.series.length;
  const sayAt = (at: number): { title: string; lines: readonly string[] } => ({
    title: t('curves.at', { time: words.amount(at, shape.time) }),
    lines: shape.series.flatMap((one) => {
      const point = one.points.findLast((candidate) => candidate.at <= at);
      if (!point) return [];
      const said = words.value(point.share, 'percent');
      return [count > 1 ? t('row.pair', { name: words.label(one.label), value: said }) : said];
    }),
  });
  return (
    <PlotFrame name={name} height={height} data={[...places]} margin={{ top: 8, right: 20, bottom: 22, left: 16 }}>
      <XAxis
        dataKey="at"
        type="number"
        domain={[0, last]}
        ticks={[...timeTicks(last, shape.time)]}
        reversed={reversed}
        tickFormatter={(at: number) => words.tick(at, 'count')}
        label={{ value: t(`axis.${shape.time}`), position: 'insideBottom', offset: -14 }}
      />
      <ShareAxis />
      <Tooltip
        isAnimationActive={false}
        content={({ active, label }) => (active ? <ChartTooltip {...sayAt(Number(label))} /> : null)}
      />
      {shape.series.map((one, at) => (
        <Area
          key={`band-${one.id}`}
          dataKey={`band-${at}`}
          type="stepAfter"
          stroke="none"
          fill={lookOf(at, count).colour}
          fillOpacity={0.14}
          isAnimationActive={false}
          activeDot={false}
          connectNulls={false}
        />
      ))}
      {shape.series.map((one, at) => (
        <Line
          key={one.id}
          dataKey={`share-${at}`}
          type="stepAfter"
          stroke={lookOf(at, count).colour}
          strokeDasharray={lookOf(at, count).dashes ?? '0'}
          strokeWidth={2}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
      ))}
    </PlotFrame>
  );
}
