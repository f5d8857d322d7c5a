import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { LifeCycle } from '../../../../shared/ipc/topics/health.ts';
import { join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { COLOURS, chartFrame, FRAME, round, type Scale, scaleOf } from './chart-frame.ts';
import { hiddenBlock } from './hidden-block.ts';
import { partsKey } from './picture-key.ts';
import { texturedBox } from './textured-box.ts';

const FLOWS = [
  { flow: 'returning', colour: COLOURS[0], texture: 'plain' },
  { flow: 'fresh', colour: COLOURS[1], texture: 'dots' },
  { flow: 'resurrected', colour: COLOURS[3], texture: 'slant' },
  { flow: 'dormant', colour: COLOURS[2], texture: 'level' },
] as const;

/** A month with a hidden part is a hatched column of this height, whatever is known of it. */
const HIDDEN_HEIGHT = 44;

/** Stacked bars above and below zero, one per month; open months are paler. */
export function lifeCycleChart(chart: LifeCycle, label: string, words: ReportWords): Markup {
  const { periods } = chart;
  const whole = periods.filter((period) => !isBroken(period));
  const above = whole.map((period) => sum([period.fresh, period.returning, period.resurrected]));
  const below = whole.map((period) => sum([period.dormant]));
  const top = niceCeiling(Math.max(1, ...above));
  const bottom = -niceCeiling(Math.max(0, ...below));
  const scale = scaleOf(words.direction, [-0.5, periods.length - 0.5], [bottom, top]);
  const width = Math.min(44, ((FRAME.width - FRAME.left - FRAME.right) / Math.max(1, periods.length)) * 0.7);
  const bars = periods.flatMap((period, at) => barsOf(period, scale.x(at), width, scale));
  const every = Math.max(1, Math.ceil(periods.length / 7));
  const chartMarkup = chartFrame({
    direction: words.direction,
    label,
    axisLabel: words.say('month'),
    scale,
    xTicks: periods.flatMap((period, at) => (at % every === 0 ? [{ at, label: words.month(period.start) }] : [])),
    yTicks: [...new Set([bottom, 0, top / 2, top])].map((at) => ({ at, label: words.number(Math.abs(at)) })),
    marks: bars,
  });
  const parts = FLOWS.map(({ flow, ...fill }) => ({ ...fill, name: words.say(flow) }));
  return join([partsKey(parts, whole.length < periods.length, words), chartMarkup]);
}

type Period = LifeCycle['periods'][number];

/**
 * True for a month with a hidden part. What is left of it would look like a collapse, and the gap would have the length of
 * what is hidden.
 */
function isBroken(period: Period): boolean {
  return FLOWS.some(({ flow }) => period[flow].mark === 'hidden' || period[flow].mark === 'band');
}

function barsOf(period: Period, centre: number, width: number, scale: Scale): Markup[] {
  if (isBroken(period)) {
    const y = round(scale.y(0) - HIDDEN_HEIGHT);
    return [hiddenBlock({ x: round(centre - width / 2), y, width: round(width), height: HIDDEN_HEIGHT })];
  }
  const bars: Markup[] = [];
  let level = scale.y(0);
  for (const { flow, ...fill } of FLOWS) {
    const value = period[flow];
    if (!('value' in value)) continue;
    const down = flow === 'dormant';
    const from = down ? scale.y(0) : level;
    const height = Math.abs(scale.y(0) - scale.y(value.value));
    const y = down ? from : from - height;
    if (!down) level = y;
    if (height === 0) continue;
    const box = { x: round(centre - width / 2), y: round(y), width: round(width), height: round(height) };
    bars.push(texturedBox(box, fill, !period.complete));
  }
  return bars;
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
