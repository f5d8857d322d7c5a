import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, type BarShapeProps, ReferenceDot, ReferenceLine, Tooltip } from 'recharts';
import type { PartsShape } from '../../../shared/domain/health/chart.ts';
import { axisOver, readingOf } from '../../../shared/domain/health/reading.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { useChartWords } from './chart-words.ts';
import { FillPatterns, fillOf } from './fill-patterns.tsx';
import { PlaceAxis } from './place-axis.tsx';
import { PlotFrame, ValueAxis } from './plot-frame.tsx';
import { annotationLines, plotMargin } from './series-lines.tsx';
import type { Annotations } from './series-model.ts';

type Row = PartsShape['rows'][number];

/**
 * True for a row with a part that has no size to draw. What is left of the whole would look like a collapse, and its gap
 * would have the length of what is hidden: such a row is not drawn as a stack at all.
 */
export function isBroken(row: Row): boolean {
  return row.values.some((value) => value.mark === 'hidden' || value.mark === 'band');
}

/** The heights of one row by number of the part, negative below zero; null draws nothing. */
function heightsOf(row: Row, parts: PartsShape['parts']): Readonly<Record<string, number | string | null>> {
  const heights: Record<string, number | string | null> = { key: row.id };
  if (isBroken(row)) return heights;
  for (const [at, part] of parts.entries()) {
    const value = row.values[at];
    const size = value ? (readingOf(value)?.value ?? null) : null;
    heights[`part-${at}`] = size === null || part.side === 'above' ? size : -size;
  }
  return heights;
}

/** The axis over what is stacked: rows that are drawn alone, so that its end tells nothing of a hidden part. */
function axisOfStacks(shape: PartsShape) {
  const whole = shape.rows.filter((row) => !isBroken(row));
  const ends = whole.flatMap((row) =>
    (['above', 'below'] as const).map((side) => {
      const sizes = shape.parts.map((part, at) => {
        const value = row.values[at];
        return part.side === side && value ? (readingOf(value)?.value ?? 0) : 0;
      });
      const sum = sizes.reduce((total, size) => total + size, 0);
      return side === 'above' ? sum : -sum;
    }),
  );
  return axisOver(shape.unit, [], ends);
}

/** A column in the place of a row with a hidden part: always this size, whatever is known of the row. */
const column = { width: 26, height: 56 } as const;

/** Parts over time, stacked above and below zero. A row with a hidden part is a hatched column of fixed size. */
export function SidedBars({ shape, name, annotations }: { shape: PartsShape; name: string; annotations: Annotations }) {
  const { t } = useTranslation('charts');
  const id = `sides${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const words = useChartWords();
  const axis = axisOfStacks(shape);
  const places = shape.rows.map(({ id: key, label, period }) => ({ key, row: { label, period } }));
  const rowOf = (key: unknown): Row | undefined => shape.rows.find((row) => row.id === key);
  return (
    <PlotFrame
      name={name}
      height={280}
      data={shape.rows.map((row) => heightsOf(row, shape.parts))}
      stackOffset="sign"
      margin={plotMargin}
    >
      <FillPatterns id={id} count={shape.parts.length} />
      <PlaceAxis places={places} />
      <ValueAxis axis={axis} unit={shape.unit} isSided />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--surface-hover)' }}
        content={({ active, label }) => {
          const row = rowOf(label);
          if (!(active && row)) return null;
          const lines = shape.parts.flatMap((part, at) => {
            const value = row.values[at];
            return value
              ? [t('row.pair', { name: words.label(part.label), value: words.value(value, shape.unit) })]
              : [];
          });
          return <ChartTooltip title={words.row(row)} lines={lines} />;
        }}
      />
      {shape.parts.map((part, at) => (
        <Bar
          key={part.id}
          dataKey={`part-${at}`}
          stackId="parts"
          maxBarSize={44}
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => (
            <StackedPart
              id={id}
              bar={bar}
              fill={fillOf(id, at)}
              open={shape.rows[bar.index]?.period?.complete === false}
            />
          )}
        />
      ))}
      <ReferenceLine y={0} stroke="var(--line-strong)" />
      {annotationLines(annotations, places, words)}
      {shape.rows.filter(isBroken).map((row) => (
        <ReferenceDot
          key={row.id}
          x={row.id}
          y={0}
          shape={({ cx, cy }) => (
            <rect
              x={(cx ?? 0) - column.width / 2}
              y={(cy ?? 0) - column.height}
              {...column}
              fill={`url(#${id}-hidden)`}
              stroke="var(--chart-hatch)"
            />
          )}
        />
      ))}
    </PlotFrame>
  );
}

/** One part of a stack; hatched over while its period is still open. */
function StackedPart({ id, bar, fill, open }: { id: string; bar: BarShapeProps; fill: string; open: boolean }) {
  const height = Number(bar.height);
  const place = {
    x: Number(bar.x),
    y: height < 0 ? Number(bar.y) + height : Number(bar.y),
    width: Number(bar.width),
    height: Math.abs(height),
  };
  return (
    <g>
      <rect {...place} fill={fill} stroke="var(--surface-pane)" strokeWidth="1" />
      {open && <rect {...place} fill={`url(#${id}-veil)`} />}
    </g>
  );
}
