import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { LifeCycle } from '../../../../shared/ipc/topics/health.ts';
import { ChartTooltip } from '../../../ui/charts/chart-tooltip.tsx';
import { useChartDirection } from '../../../ui/charts/use-chart-direction.ts';
import { useFormat } from '../../../ui/format/use-format.ts';
import { useDateWords } from '../use-date-words.ts';
import { drawable, usePublishedText } from '../use-published-text.ts';

const kinds = ['returning', 'fresh', 'resurrected', 'dormant'] as const;
const colours = {
  returning: 'var(--chart-1)',
  fresh: 'var(--chart-2)',
  resurrected: 'var(--chart-4)',
  dormant: 'var(--chart-3)',
} as const;

/** Patterns beside colours: nobody has to tell four hues apart. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-fresh`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill={colours.fresh} />
        <circle cx="3" cy="3" r="1.2" fill="var(--surface-pane)" />
      </pattern>
      <pattern id={`${id}-resurrected`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill={colours.resurrected} />
        <path d="M0 6L6 0" stroke="var(--surface-pane)" strokeWidth="1.2" />
      </pattern>
      <pattern id={`${id}-dormant`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill={colours.dormant} />
        <path d="M0 3H6" stroke="var(--surface-pane)" strokeWidth="1.2" />
      </pattern>
    </defs>
  );
}

/** New, returning and resurrected members above zero, dormant ones below. Periods that are not over stand paler. */
export function LifeCycleBars({ lifeCycle }: { lifeCycle: LifeCycle }) {
  const { t } = useTranslation('health');
  const id = `life${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const format = useFormat();
  const dates = useDateWords();
  const say = usePublishedText();
  const { reversed, valueAxis } = useChartDirection();
  const fills = {
    returning: colours.returning,
    fresh: `url(#${id}-fresh)`,
    resurrected: `url(#${id}-resurrected)`,
    dormant: `url(#${id}-dormant)`,
  };
  const rows = lifeCycle.periods.map((period) => ({
    start: period.start,
    fresh: drawable(period.fresh),
    returning: drawable(period.returning),
    resurrected: drawable(period.resurrected),
    dormant: negative(drawable(period.dormant)),
  }));
  return (
    <figure className="ui-plot" aria-label={t('screen.lifeCycle.title')}>
      <ul className="ui-chart-key">
        {kinds.map((kind) => (
          <li key={kind}>
            <svg className="ui-chart-swatch" viewBox="0 0 32 12" aria-hidden="true">
              <Patterns id={`${id}-key-${kind}`} />
              <rect
                width="32"
                height="12"
                fill={kind === 'returning' ? colours.returning : `url(#${id}-key-${kind}-${kind})`}
              />
            </svg>
            {t(`screen.lifeCycle.${kind}`)}
          </li>
        ))}
      </ul>
      <ResponsiveContainer width="100%" height={280}>
        <BarChart data={rows} stackOffset="sign" margin={{ top: 8, right: 16, bottom: 8, left: 16 }} accessibilityLayer>
          <Patterns id={id} />
          <CartesianGrid vertical={false} />
          <XAxis
            dataKey="start"
            reversed={reversed}
            tickFormatter={dates.month}
            minTickGap={24}
            interval="equidistantPreserveStart"
          />
          <YAxis orientation={valueAxis} width={56} tickFormatter={(count: number) => format.number(Math.abs(count))} />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--surface-hover)' }}
            content={({ active, label }) => {
              const period = lifeCycle.periods.find((one) => one.start === label);
              if (!active || !period) return null;
              const lines = kinds.map((kind) =>
                t('screen.chart.pair', { name: t(`screen.lifeCycle.${kind}`), value: say(period[kind], 'count') }),
              );
              return <ChartTooltip title={dates.month(period.start)} lines={lines} />;
            }}
          />
          {kinds.map((kind) => (
            <Bar
              key={kind}
              dataKey={kind}
              stackId="members"
              fill={fills[kind]}
              isAnimationActive={false}
              maxBarSize={48}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

function negative(value: number | null): number | null {
  return value === null ? null : -value;
}
