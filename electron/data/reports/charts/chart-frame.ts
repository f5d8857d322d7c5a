import { html, join, type Markup } from '../html/markup.ts';

/** Drawing area in user units; the picture scales to the width of the page. Both sides have room for half a label. */
export const FRAME = { width: 720, height: 230, left: 56, right: 36, top: 16, bottom: 44 } as const;

/** Colours of the chart palette; each series also has a pattern or a line style of its own. */
export const COLOURS = ['#12436D', '#28A197', '#801650', '#F46A25'] as const;

/** Places of a chart: x runs in the direction of reading. */
export interface Scale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** A scale from value ranges to the drawing area. In a right-to-left report time runs from right to left. */
export function scaleOf(
  direction: 'ltr' | 'rtl',
  xRange: readonly [number, number],
  yRange: readonly [number, number],
): Scale {
  const plotWidth = FRAME.width - FRAME.left - FRAME.right;
  const plotHeight = FRAME.height - FRAME.top - FRAME.bottom;
  const share = (value: number, [low, high]: readonly [number, number]) =>
    high > low ? (value - low) / (high - low) : 0;
  return {
    x: (value) => {
      const along = round(share(value, xRange) * plotWidth);
      return direction === 'rtl' ? FRAME.width - FRAME.left - along : FRAME.left + along;
    },
    y: (value) => round(FRAME.top + (1 - share(value, yRange)) * plotHeight),
  };
}

/** One decimal is finer than any printer, and keeps files small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface FrameContent {
  readonly direction: 'ltr' | 'rtl';
  readonly label: string;
  readonly axisLabel: string;
  readonly scale: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly marks: readonly Markup[];
}

/** An SVG with grid, axes and labels around the marks. The table beside it carries the same numbers as text. */
export function chartFrame(content: FrameContent): Markup {
  const { direction, label, axisLabel, scale, xTicks, yTicks, marks } = content;
  const axisX = direction === 'rtl' ? FRAME.width - FRAME.left : FRAME.left;
  const valueAnchor = direction === 'rtl' ? FRAME.width - FRAME.left + 8 : FRAME.left - 8;
  const farX = direction === 'rtl' ? FRAME.right : FRAME.width - FRAME.right;
  const grid = yTicks.map(
    ({ at, label: text }) =>
      html`<line class="${at === 0 ? 'zero' : 'grid'}" x1="${axisX}" x2="${farX}" y1="${scale.y(at)}" y2="${scale.y(at)}"/><text class="tick" x="${valueAnchor}" y="${scale.y(at) + 4}" text-anchor="end">${text}</text>`,
  );
  const times = xTicks.map(
    ({ at, label: text }) =>
      html`<text class="tick" x="${scale.x(at)}" y="${FRAME.height - FRAME.bottom + 18}" text-anchor="middle">${text}</text>`,
  );
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${FRAME.width} ${FRAME.height}" direction="${direction}">${join(
    [...grid, ...times, ...marks],
  )}<text class="axis" x="${(FRAME.left + FRAME.width) / 2}" y="${FRAME.height - 6}" text-anchor="middle">${axisLabel}</text></svg>`;
}
