import type { ComponentProps, ReactNode } from 'react';
import { CartesianGrid, ComposedChart, ResponsiveContainer, YAxis } from 'recharts';
import type { ChartUnit } from '../../../shared/domain/health/chart.ts';
import type { Axis } from '../../../shared/domain/health/reading.ts';
import { useChartWords } from './chart-words.ts';
import { useChartDirection } from './use-chart-direction.ts';

type Chart = ComponentProps<typeof ComposedChart>;

export interface PlotFrameProps extends Pick<Chart, 'data' | 'margin' | 'stackOffset'> {
  /** What is drawn, for those who can't see it. */
  readonly name: string;
  /** In pixels; it is as wide as its place. */
  readonly height: number;
  readonly children: ReactNode;
}

/** What every drawing over axes stands in: a named figure whose places arrow keys can reach. */
export function PlotFrame({ name, height, children, ...chart }: PlotFrameProps) {
  return (
    <figure className="ui-plot" aria-label={name}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart {...chart} accessibilityLayer aria-label={name}>
          <CartesianGrid vertical={false} />
          {children}
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}

/** What is counted, over the height of a drawing. `isSided`: what lies below zero is told as an amount, too. */
export function ValueAxis({ axis, unit, isSided = false }: { axis: Axis; unit: ChartUnit; isSided?: boolean }) {
  const words = useChartWords();
  const { valueAxis } = useChartDirection();
  return (
    <YAxis
      orientation={valueAxis}
      // Wide enough for the longest tick.
      width={56}
      domain={[axis.from, axis.to]}
      // Without it an axis over ranges, open or missing values alone has no scale, and their marks no place.
      allowDataOverflow
      ticks={[...axis.ticks]}
      tickFormatter={(tick: number) => words.tick(isSided ? Math.abs(tick) : tick, unit)}
    />
  );
}

const wholeShare: Axis = { from: 0, to: 100, ticks: [0, 25, 50, 75, 100] };

/** Shares from 0 to 100 percent, whatever is drawn: two such drawings can be compared at a glance. */
export function ShareAxis() {
  return <ValueAxis axis={wholeShare} unit="percent" />;
}
