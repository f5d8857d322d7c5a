import type { ChartRow, ChartUnit, SeriesShape } from '../../../../shared/domain/health/chart.ts';
import { type Axis, axisOver, rangeOf, readingOf, saysNumber } from '../../../../shared/domain/health/reading.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { rowName } from '../row-words.ts';
import { chartFrame, FRAME, round, type Scale, scaleOf } from './chart-frame.ts';
import { hiddenBlock } from './hidden-block.ts';
import { lineKey, lineLook, MOST_LINES, pointMark } from './line-look.ts';

type Series = SeriesShape['series'][number];

/**
 * Values in order of time. A value that is not told leaves a gap: no line is drawn across it, and what is hidden stands as a
 * block of fixed size on the ground. More lines than can be told apart become small drawings of one line each. Null where no
 * value can be read.
 */
export function linesPicture(shape: SeriesShape, label: string, words: ReportWords): Markup | null {
  const values = shape.series.flatMap(({ rows }) => rows.map(({ value }) => value));
  if (!values.some(saysNumber)) return null;
  const references = shape.series.flatMap(({ rows }) => rows.flatMap(({ reference }) => reference ?? []));
  const axis = axisOver(shape.unit, values, references);
  if (shape.series.length <= MOST_LINES)
    return html`<figure>${drawing(shape.series, { unit: shape.unit, axis, label, timesNamed: 6 }, words)}</figure>`;
  return html`<div class="small">${join(
    shape.series.map(
      (one) =>
        html`<figure><figcaption>${words.label(one.label)}</figcaption>${drawing([one], { unit: shape.unit, axis, label, timesNamed: 3 }, words)}</figure>`,
    ),
  )}</div>`;
}

interface Drawing {
  readonly unit: ChartUnit;
  readonly axis: Axis;
  readonly label: string;
  /** Names of times that have room below. */
  readonly timesNamed: number;
}

function drawing(series: readonly Series[], { unit, axis, label, timesNamed }: Drawing, words: ReportWords): Markup {
  const times = timesOf(series);
  const scale = scaleOf(words.direction, [-0.4, Math.max(1, times.length) - 0.6], [axis.from, axis.to]);
  const every = Math.max(1, Math.ceil(times.length / timesNamed));
  const marks = series.flatMap((one, at) => seriesMarks(one, at, series.length, { times, scale }));
  const chance = series.length === 1 ? referenceLine(series[0]?.rows ?? [], times, scale) : [];
  return join([
    lineKey(series.map(({ label: name }) => words.label(name))),
    chartFrame({
      direction: words.direction,
      label,
      axisLabel: '',
      scale,
      xTicks: times.flatMap(({ row }, at) => (at % every === 0 ? [{ at, label: rowName(row, words) }] : [])),
      yTicks: axis.ticks.map((at) => ({ at, label: words.tick(at, unit) })),
      marks: [...chance, ...marks],
    }),
  ]);
}

interface Time {
  readonly key: string;
  readonly row: ChartRow;
}

/** Every time that some line has a row for, in order. */
function timesOf(series: readonly Series[]): readonly Time[] {
  const found = new Map<string, ChartRow>();
  for (const { rows } of series) for (const row of rows) if (!found.has(timeOf(row))) found.set(timeOf(row), row);
  const times = [...found].map(([key, row]) => ({ key, row }));
  return times.every(({ row }) => row.period) ? times.sort((one, other) => (one.key < other.key ? -1 : 1)) : times;
}

const timeOf = (row: ChartRow): string => row.period?.start ?? row.id;

interface Ground {
  readonly times: readonly Time[];
  readonly scale: Scale;
}

const BLOCK = { width: 12, height: 24 } as const;

function seriesMarks({ rows }: Series, at: number, of: number, { times, scale }: Ground): Markup[] {
  const { colour, dash } = lineLook(at);
  const marks: Markup[] = [];
  let path = '';
  let isOn = false;
  for (const row of rows) {
    const { value } = row;
    const x = scale.x(times.findIndex(({ key }) => key === timeOf(row)));
    const reading = readingOf(value);
    const range = rangeOf(value);
    if (reading) {
      const y = scale.y(reading.value);
      path += `${isOn ? 'L' : 'M'}${x} ${y}`;
      if (reading.interval && of === 1) {
        const [lower, upper] = reading.interval.map(scale.y);
        marks.push(
          html`<line x1="${x}" x2="${x}" y1="${lower ?? y}" y2="${upper ?? y}" stroke="${colour}" stroke-opacity="0.5" stroke-width="5"/>`,
        );
      }
      marks.push(pointMark(at, x, y, reading.look === 'shown'));
    }
    if (range) {
      const [lower, upper] = [scale.y(range[0]), scale.y(range[1])];
      marks.push(
        html`<rect x="${round(x - 4)}" y="${upper}" width="8" height="${round(lower - upper)}" fill="#fff" stroke="${colour}" stroke-dasharray="3 2"/>`,
      );
    }
    if (value.mark === 'hidden') {
      const left = round(x + (at - (of - 1) / 2) * (BLOCK.width + 2) - BLOCK.width / 2);
      marks.push(hiddenBlock({ x: left, y: FRAME.height - FRAME.bottom - BLOCK.height, ...BLOCK }));
    }
    isOn = reading !== null;
  }
  const line = html`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`;
  return path === '' ? marks : [line, ...marks];
}

/** What would come about by chance, or another public level, beside a single line. */
function referenceLine(rows: readonly ChartRow[], times: readonly Time[], scale: Scale): Markup[] {
  const points = rows.flatMap((row) =>
    row.reference === null
      ? []
      : [`${scale.x(times.findIndex(({ key }) => key === timeOf(row)))} ${scale.y(row.reference)}`],
  );
  if (points.length < 2) return [];
  return [
    html`<path d="M${points.join('L')}" fill="none" stroke="#55504a" stroke-width="1.5" stroke-dasharray="1 4"/>`,
  ];
}
