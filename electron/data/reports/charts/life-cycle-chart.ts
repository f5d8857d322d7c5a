import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { LifeCycle } from '../../../../shared/ipc/topics/health.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { COLOURS, chartFrame, FRAME, round, type Scale, scaleOf } from './chart-frame.ts';

const FLOWS = [
  { flow: 'returning', colour: COLOURS[0], pattern: 'plain' },
  { flow: 'fresh', colour: COLOURS[1], pattern: 'dots' },
  { flow: 'resurrected', colour: COLOURS[3], pattern: 'slant' },
  { flow: 'dormant', colour: COLOURS[2], pattern: 'level' },
] as const;

/** A hidden part is a hatched block of this height, whatever its size. */
const HIDDEN_HEIGHT = 10;

/** Stacked bars above and below zero, one per month; open months are paler. */
export function lifeCycleChart(chart: LifeCycle, label: string, words: ReportWords): Markup {
  const { periods } = chart;
  const above = periods.map((period) => sum([period.fresh, period.returning, period.resurrected]));
  const below = periods.map((period) => sum([period.dormant]));
  const top = niceCeiling(Math.max(1, ...above));
  const bottom = -niceCeiling(Math.max(0, ...below));
  const scale = scaleOf(words.direction, [-0.5, periods.length - 0.5], [bottom, top]);
  const width = Math.min(44, ((FRAME.width - FRAME.left - FRAME.right) / Math.max(1, periods.length)) * 0.7);
  const bars = periods.flatMap((period, at) => barsOf(period, scale.x(at), width, scale));
  const every = Math.max(1, Math.ceil(periods.length / 8));
  const chartMarkup = chartFrame({
    direction: words.direction,
    label,
    axisLabel: words.say('month'),
    scale,
    xTicks: periods.flatMap((period, at) => (at % every === 0 ? [{ at, label: words.month(period.start) }] : [])),
    yTicks: [...new Set([bottom, 0, top / 2, top])].map((at) => ({ at, label: words.number(Math.abs(at)) })),
    marks: [patterns(), ...bars],
  });
  return join([key(words), chartMarkup]);
}

type Period = LifeCycle['periods'][number];

function barsOf(period: Period, centre: number, width: number, scale: Scale): Markup[] {
  const bars: Markup[] = [];
  let level = scale.y(0);
  for (const { flow, pattern } of FLOWS) {
    const value = period[flow];
    const down = flow === 'dormant';
    const from = down ? scale.y(0) : level;
    const height = 'value' in value ? Math.abs(scale.y(0) - scale.y(value.value)) : HIDDEN_HEIGHT;
    const y = down ? from : from - height;
    if (!down) level = y;
    const fill = 'value' in value ? pattern : 'hidden';
    bars.push(
      html`<rect x="${round(centre - width / 2)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="url(#fill-${fill})"${period.complete ? html`` : html` fill-opacity="0.45"`}/>`,
    );
  }
  return bars;
}

function key(words: ReportWords): Markup {
  return html`<ul class="key">${join(
    FLOWS.map(
      ({ flow, pattern }) =>
        html`<li><svg viewBox="0 0 20 12" aria-hidden="true"><rect width="20" height="12" fill="url(#fill-${pattern})"/></svg>${words.say(flow)}</li>`,
    ),
  )}</ul>`;
}

function patterns(): Markup {
  const [returning, fresh, dormant, back] = COLOURS;
  return html`<defs>
<pattern id="fill-plain" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${returning}"/></pattern>
<pattern id="fill-dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${fresh}"/><circle cx="3" cy="3" r="1.2" fill="#fff"/></pattern>
<pattern id="fill-slant" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${back}"/><path d="M0 6L6 0" stroke="#fff" stroke-width="1.2"/></pattern>
<pattern id="fill-level" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${dormant}"/><path d="M0 3H6" stroke="#fff" stroke-width="1.2"/></pattern>
<pattern id="fill-hidden" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="M0 6L6 0M0 0L6 6" stroke="#555" stroke-width="0.8"/></pattern>
</defs>`;
}

function sum(values: readonly PublishedValue[]): number {
  return values.reduce((total, value) => total + ('value' in value ? value.value : 0), 0);
}

/** The next round number to end an axis at. */
function niceCeiling(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}
