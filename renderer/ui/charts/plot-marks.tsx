import { ReferenceDot, ReferenceLine } from 'recharts';
import { type Axis, rangeOf, readingOf } from '../../../shared/domain/health/reading.ts';
import { lookOf, type SeriesLook } from './series-looks.ts';
import type { SeriesMark } from './series-model.ts';

const apart = 12;
const block = { width: 10, height: 22 } as const;

/** The marks of all rows: points, ranges, open values, and blocks of fixed size where a value is hidden. */
export function plotMarks(marks: readonly SeriesMark[], count: number, axis: Axis, id: string) {
  return marks.map(({ key, series, row, isAlone }) => {
    const look = lookOf(series, count);
    const name = `${series}-${key}`;
    // Marks at the foot of the axis stand side by side; their place tells which series, never how much.
    const beside = (series - (count - 1) / 2) * apart;
    const reading = readingOf(row.value);
    if (reading) {
      return [
        reading.interval && (reading.look !== 'shown' || isAlone) && (
          <ReferenceLine
            key={`${name}-interval`}
            segment={[
              { x: key, y: reading.interval[0] },
              { x: key, y: reading.interval[1] },
            ]}
            stroke={look.colour}
            strokeWidth={1.5}
          />
        ),
        <ReferenceDot
          key={name}
          x={key}
          y={reading.value}
          shape={({ cx, cy }) => <Point cx={cx ?? 0} cy={cy ?? 0} look={look} mark={reading.look} id={id} />}
        />,
      ];
    }
    const range = rangeOf(row.value);
    if (range) {
      return (
        <ReferenceLine
          key={name}
          segment={[
            { x: key, y: range[0] },
            { x: key, y: range[1] },
          ]}
          shape={(ends: BracketEnds) => <Bracket {...ends} look={look} />}
        />
      );
    }
    if (row.value.mark === 'impossible') return null;
    const hidden = row.value.mark === 'hidden';
    return (
      <ReferenceDot
        key={name}
        x={key}
        y={axis.from}
        ifOverflow="visible"
        shape={({ cx, cy }) =>
          hidden ? (
            <HiddenBlock x={(cx ?? 0) + beside} y={cy ?? 0} id={id} colour={look.colour} />
          ) : (
            <path d={`M${(cx ?? 0) + beside - 4} ${(cy ?? 0) - 5}h8`} stroke="var(--text-faint)" strokeWidth="2" />
          )
        }
      />
    );
  });
}

/** A hidden value: always the same block at the foot of the axis. */
function HiddenBlock({ x, y, id, colour }: { x: number; y: number; id: string; colour: string }) {
  const left = x - block.width / 2;
  return (
    <g>
      <rect
        x={left}
        y={y - block.height}
        {...block}
        fill={`url(#${id}-hidden)`}
        stroke="var(--chart-hatch)"
        strokeWidth="1"
      />
      <path d={`M${left} ${y}h${block.width}`} stroke={colour} strokeWidth="3" />
    </g>
  );
}

const outlines: Readonly<Record<SeriesLook['point'], string>> = {
  circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  square: 'M-3.6 -3.6h7.2v7.2h-7.2z',
  triangle: 'M0 -4.6L4.4 3.4H-4.4z',
  diamond: 'M0 -5L5 0L0 5L-5 0z',
};

/** One value: filled where it is sure, hollow where it is uncertain, hatched where its period is still open. */
export function Point({
  cx,
  cy,
  look,
  mark,
  id,
}: {
  cx: number;
  cy: number;
  look: SeriesLook;
  mark: 'shown' | 'uncertain' | 'open';
  id: string;
}) {
  const fills = { shown: look.colour, uncertain: 'var(--surface-pane)', open: `url(#${id}-open)` } as const;
  const size = mark === 'open' ? 1.5 : 1;
  return (
    <path
      d={outlines[look.point]}
      transform={`translate(${cx} ${cy}) scale(${size})`}
      fill={fills[mark]}
      stroke={look.colour}
      strokeWidth={1.5 / size}
    />
  );
}

interface BracketEnds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A range without a middle: from its lower to its upper end, with feet. */
function Bracket({ x1, y1, y2, look }: BracketEnds & { look: SeriesLook }) {
  return (
    <path
      d={`M${x1 - 5} ${y1}h10M${x1} ${y1}V${y2}M${x1 - 5} ${y2}h10`}
      stroke={look.colour}
      strokeWidth="2"
      fill="none"
    />
  );
}
