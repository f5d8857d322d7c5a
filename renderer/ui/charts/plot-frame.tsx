import type { ComponentProps, ReactNode } from 'react';
import { CartesianGrid, ComposedChart, ResponsiveContainer, YAxis } from 'recharts';
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

/** Wide enough for the longest tick. */
export const valueAxisWidth = 56;

/** Shares from 0 to 100 percent, whatever is drawn: two such drawings can be compared at a glance. */
export function ShareAxis() {
  const words = useChartWords();
  const { valueAxis } = useChartDirection();
  return (
    <YAxis
      orientation={valueAxis}
      width={valueAxisWidth}
      domain={[0, 100]}
      allowDataOverflow
      ticks={[0, 25, 50, 75, 100]}
      tickFormatter={(share: number) => words.tick(share, 'percent')}
    />
  );
}
