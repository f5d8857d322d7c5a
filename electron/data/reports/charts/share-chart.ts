import { readingOf } from '../../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { type AtRisk, atRiskRows } from './at-risk-rows.ts';
import { COLOURS, chartFrame, type Scale, scaleOf } from './chart-frame.ts';

export interface SharePoint {
  readonly at: number;
  readonly share: PublishedValue;
}

export interface ShareChart {
  readonly label: string;
  readonly axisLabel: string;
  readonly points: readonly SharePoint[];
  readonly look: 'steps' | 'line';
  /** What the axis counts; periods where it is not said. */
  readonly time?: 'days';
  /** How many are still followed, under the axis. */
  readonly atRisk?: AtRisk;
}

export type Drawn = {
  readonly at: number;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** A share in percent with its band. A value that is not shown leaves a gap: the line is never drawn across it. */
export function shareChart(chart: ShareChart, words: ReportWords): Markup {
  const last = Math.max(1, ...chart.points.map((point) => point.at));
  const first = Math.min(last, ...chart.points.map((point) => point.at));
  const scale = scaleOf(words.direction, [first, last], [0, 100]);
  const runs = unbrokenRuns(chart.points);
  const marks = runs.flatMap((run) => [curveBand(run, scale, chart.look, COLOURS[0]), line(run, scale, chart.look)]);
  const frame = chartFrame({
    direction: words.direction,
    label: chart.label,
    axisLabel: chart.axisLabel,
    scale,
    xTicks: ticks(first, last, chart.time).map((at) => ({ at, label: words.number(at) })),
    yTicks: [0, 25, 50, 75, 100].map((at) => ({ at, label: words.percent(at) })),
    marks,
  });
  return chart.atRisk ? join([frame, atRiskRows([chart.atRisk], scale, words)]) : frame;
}

/** Steps of a week and a year where they are days, of a day and a week where they are hours; any whole number else. */
const STEPS = {
  days: [1, 7, 30, 60, 90, 180, 365, 730],
  hours: [1, 3, 6, 12, 24, 48, 72, 168, 336, 672],
  periods: [],
} as const;

/** About six whole numbers over a range, at steps that people count the time in. */
export function ticks(first: number, last: number, time: keyof typeof STEPS = 'periods'): number[] {
  const least = Math.max(1, Math.ceil((last - first) / 6));
  const step = STEPS[time].find((one) => one >= (last - first) / 7) ?? least;
  const found: number[] = [];
  for (let at = first; at <= last; at += step) found.push(at);
  return found;
}

/** Points that are told one after the other, in stretches without a gap. */
export function unbrokenRuns(points: readonly SharePoint[]): Drawn[][] {
  const runs: Drawn[][] = [[]];
  for (const { at, share } of points) {
    const reading = readingOf(share);
    if (reading) {
      const [lower, upper] = reading.interval ?? [null, null];
      runs.at(-1)?.push({ at, value: reading.value, lower, upper });
    }
    if (!reading && runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function line(run: readonly Drawn[], scale: Scale, look: ShareChart['look']): Markup {
  return html`<path d="${curvePath(run, scale, look)}" fill="none" stroke="${COLOURS[0]}" stroke-width="2"/>`;
}

/** The line through a stretch, as path data. */
export function curvePath(run: readonly Drawn[], scale: Scale, look: ShareChart['look']): string {
  return pathOf(
    run.map((point) => [scale.x(point.at), scale.y(point.value)]),
    look,
  );
}

/** The intervals along a stretch as an area; nothing for a single point. */
export function curveBand(run: readonly Drawn[], scale: Scale, look: ShareChart['look'], colour: string): Markup {
  const bounded = run.filter((point) => point.lower !== null && point.upper !== null);
  if (bounded.length < 2) return html``;
  const upper = pathOf(
    bounded.map((point) => [scale.x(point.at), scale.y(point.upper ?? 0)]),
    look,
  );
  return html`<path d="${upper}${backAlongLower(bounded, scale, look)}Z" fill="${colour}" fill-opacity="0.15"/>`;
}

/** The lower end from its last point to its first; a step back is level first at the earlier height. */
function backAlongLower(run: readonly Drawn[], scale: Scale, look: ShareChart['look']): string {
  const points = run.map((point): [number, number] => [scale.x(point.at), scale.y(point.lower ?? 0)]).reverse();
  return points
    .map(([x, y], at) => {
      const next = points[at + 1];
      const corner = look === 'steps' && next ? `L${x} ${next[1]}` : '';
      return `L${x} ${y}${corner}`;
    })
    .join('');
}

/** Steps run level from one point to the next and then jump. */
function pathOf(points: readonly (readonly number[])[], look: ShareChart['look']): string {
  return points
    .map(([x = 0, y = 0], at) => {
      if (at === 0) return `M${x} ${y}`;
      return look === 'steps' ? `H${x}V${y}` : `L${x} ${y}`;
    })
    .join('');
}
