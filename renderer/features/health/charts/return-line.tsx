import { useTranslation } from 'react-i18next';
import { Area, Line, Tooltip, XAxis } from 'recharts';
import { readingOf } from '../../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { RetentionTable } from '../../../../shared/ipc/topics/health.ts';
import { ChartTooltip } from '../../../ui/charts/chart-tooltip.tsx';
import { stepsTo } from '../../../ui/charts/curve-model.ts';
import { PlotFrame, ShareAxis } from '../../../ui/charts/plot-frame.tsx';
import { useChartDirection } from '../../../ui/charts/use-chart-direction.ts';
import { useFormat } from '../../../ui/format/use-format.ts';
import { usePublishedText } from '../use-published-text.ts';
import { axisSteps } from './retention-words.ts';

export interface SharePoint {
  /** How many periods after the one of joining. */
  at: number;
  share: PublishedValue;
}

export interface ReturnLineProps {
  label: string;
  axisLabel: string;
  points: readonly SharePoint[];
  unit: RetentionTable['unit'];
  sayAt: (at: number) => string;
}

/**
 * The share that came back by period, with its interval as a band. Hidden values leave a gap, never a zero; where no point
 * can be read there is no drawing, for an empty frame would look like one that failed to load.
 */
export function ReturnLine({ label, axisLabel, points, unit, sayAt }: ReturnLineProps) {
  const { t } = useTranslation('health');
  const format = useFormat();
  const say = usePublishedText();
  const { reversed } = useChartDirection();
  const rows = points.map(({ at, share }) => {
    const reading = readingOf(share);
    return { at, share: reading?.value ?? null, band: reading?.interval ?? null };
  });
  const drawn = rows.filter(({ share }) => share !== null);
  const [first, last] = [drawn[0]?.at, drawn.at(-1)?.at];
  if (first === undefined || last === undefined) return null;
  return (
    <PlotFrame name={label} height={260} data={rows} margin={{ top: 8, right: 16, bottom: 20, left: 16 }}>
      <XAxis
        dataKey="at"
        type="number"
        domain={[0, Math.max(1, last)]}
        ticks={[...stepsTo(last, axisSteps[unit])]}
        reversed={reversed}
        tickFormatter={(at: number) => format.number(at)}
        label={{ value: axisLabel, position: 'insideBottom', offset: -12 }}
        allowDecimals={false}
      />
      <ShareAxis />
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
        type="linear"
        stroke="none"
        fill="var(--chart-1)"
        fillOpacity={0.16}
        isAnimationActive={false}
        name={t('screen.chart.interval')}
        activeDot={false}
      />
      <Line
        dataKey="share"
        type="linear"
        stroke="var(--chart-1)"
        strokeWidth={2}
        dot={{ r: 3, fill: 'var(--chart-1)' }}
        isAnimationActive={false}
        name={label}
      />
    </PlotFrame>
  );
}
