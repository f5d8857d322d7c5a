import { useTranslation } from 'react-i18next';
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { ChartTooltip } from '../../../ui/charts/chart-tooltip.tsx';
import { useChartDirection } from '../../../ui/charts/use-chart-direction.ts';
import { useFormat } from '../../../ui/format/use-format.ts';
import { drawable, drawableRange, usePublishedText } from '../use-published-text.ts';

export interface SharePoint {
  /** Place on the axis: a period number or a day. */
  at: number;
  share: PublishedValue;
}

export interface ShareLineProps {
  label: string;
  axisLabel: string;
  points: readonly SharePoint[];
  /** Steps for a stay curve, straight pieces for a return curve. */
  look: 'steps' | 'line';
  sayAt: (at: number) => string;
}

/** A share in percent over time with its interval as a band. Hidden values leave a gap, never a zero. */
export function ShareLine({ label, axisLabel, points, look, sayAt }: ShareLineProps) {
  const { t } = useTranslation('health');
  const format = useFormat();
  const say = usePublishedText();
  const { reversed, valueAxis } = useChartDirection();
  const type = look === 'steps' ? 'stepAfter' : 'linear';
  const rows = points.map((point) => ({
    at: point.at,
    share: drawable(point.share),
    band: drawableRange(point.share),
  }));
  return (
    <figure className="ui-plot" aria-label={label}>
      <ResponsiveContainer width="100%" height={260}>
        <ComposedChart data={rows} margin={{ top: 8, right: 16, bottom: 20, left: 16 }} accessibilityLayer>
          <CartesianGrid vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            domain={['dataMin', 'dataMax']}
            reversed={reversed}
            tickFormatter={(at: number) => format.number(at)}
            label={{ value: axisLabel, position: 'insideBottom', offset: -12 }}
            allowDecimals={false}
          />
          <YAxis
            orientation={valueAxis}
            domain={[0, 100]}
            ticks={[0, 25, 50, 75, 100]}
            width={56}
            tickFormatter={(share: number) => format.percent(share / 100)}
          />
          <Tooltip
            isAnimationActive={false}
            content={({ active, label: at }) => {
              const point = points.find((one) => one.at === Number(at));
              if (!active || !point) return null;
              return <ChartTooltip title={sayAt(point.at)} lines={[say(point.share, 'percent')]} />;
            }}
          />
          <Area
            dataKey="band"
            type={type}
            stroke="none"
            fill="var(--chart-1)"
            fillOpacity={0.16}
            isAnimationActive={false}
            name={t('screen.chart.interval')}
            activeDot={false}
          />
          <Line
            dataKey="share"
            type={type}
            stroke="var(--chart-1)"
            strokeWidth={2}
            dot={look === 'line' ? { r: 3, fill: 'var(--chart-1)' } : false}
            isAnimationActive={false}
            name={label}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
