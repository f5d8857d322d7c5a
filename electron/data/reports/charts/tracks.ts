import type { ChartUnit } from '../../../../shared/domain/health/chart.ts';
import { type Axis, type Reading, rangeOf, readingOf } from '../../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { AXIS_ROOM, alongPage, PAGE_WIDTH } from './along-page.ts';
import { COLOURS, round } from './chart-frame.ts';
import { type Box, hatching } from './hatching.ts';
import { hiddenBlock } from './hidden-block.ts';

/** A value on a line of its own, named and said in words above it. */
export interface TrackRow {
  readonly name: string;
  readonly words: string;
  readonly value: PublishedValue;
  /** Public marks on the same line. */
  readonly references: readonly number[];
}

export interface Tracks {
  readonly label: string;
  readonly rows: readonly TrackRow[];
  readonly axis: Axis;
  readonly scale: 'linear' | 'log';
  readonly unit: ChartUnit;
  /** Bars from zero, or dots with their intervals. */
  readonly look: 'bars' | 'dots';
  /** Where there would be no difference. */
  readonly line: number | null;
}

const ONE_LINE = 40;
const TWO_LINES = 56;
const BAR = 12;
/** Length of what stands for a hidden value, whatever it is. */
const HIDDEN = 24;
/** Letters of name and words that fit beside each other. */
const MOST_LETTERS = 92;

/** Values side by side on one axis. A hidden one is a block of fixed size that no axis heeds. */
export function tracks(content: Tracks, words: ReportWords): Markup {
  const { label, rows, axis, scale, line, unit } = content;
  const x = alongPage(axis, scale, words);
  const heights = rows.map((row) => (row.name.length + row.words.length > MOST_LETTERS ? TWO_LINES : ONE_LINE));
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 0));
  const bottom = heights.reduce((sum, height) => sum + height, 0);
  const start = x(axis.from);
  const end = x(axis.to);
  const drawn = rows.map((row, at) => {
    const top = tops[at] ?? 0;
    const twice = heights[at] === TWO_LINES;
    const y = top + (heights[at] ?? ONE_LINE) - BAR - 6;
    const said = twice
      ? html`<text class="tick" x="${start}" y="${top + 28}" text-anchor="start">${row.words}</text>`
      : html`<text class="tick" x="${end}" y="${top + 13}" text-anchor="end">${row.words}</text>`;
    return html`<text class="name" x="${start}" y="${top + 13}" text-anchor="start">${row.name}</text>${said}${mark(row, content, { x, y })}`;
  });
  const ticks = axis.ticks.map(
    (tick) =>
      html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${bottom}" y2="${bottom + 4}"/><text class="tick" x="${x(tick)}" y="${bottom + 17}" text-anchor="middle">${words.tick(tick, unit)}</text>`,
  );
  const none =
    line === null
      ? html``
      : html`<line class="zero" x1="${x(line)}" x2="${x(line)}" y1="16" y2="${bottom}" stroke-dasharray="2 3"/>`;
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${PAGE_WIDTH} ${bottom + AXIS_ROOM}" direction="${words.direction}">${join(
    [none, ...drawn, ...ticks],
  )}</svg>`;
}

interface Place {
  readonly x: (number: number) => number;
  readonly y: number;
}

function mark({ value, references }: TrackRow, { look, axis }: Tracks, { x, y }: Place): Markup {
  const middle = y + BAR / 2;
  const boxOf = (from: number, to: number): Box => ({
    x: Math.min(x(from), x(to)),
    y,
    width: round(Math.abs(x(to) - x(from))),
    height: BAR,
  });
  const whole = boxOf(axis.from, axis.to);
  const ground =
    look === 'bars'
      ? html`<rect class="track" x="${whole.x}" y="${y}" width="${whole.width}" height="${BAR}"/>`
      : html`<line class="grid" x1="${whole.x}" x2="${whole.x + whole.width}" y1="${middle}" y2="${middle}"/>`;
  const marks: Markup[] = [ground];
  const reading = readingOf(value);
  const range = rangeOf(value);
  if (reading && look === 'bars') marks.push(bar(boxOf(0, reading.value), reading.look));
  if (reading?.interval) marks.push(whisker(x(reading.interval[0]), x(reading.interval[1]), middle));
  if (range) marks.push(rangeMark(boxOf(range[0], range[1])));
  if (reading && look === 'dots') marks.push(dot(x(reading.value), middle, reading.look));
  if (value.mark === 'hidden') {
    const start = x(axis.from);
    marks.push(hiddenBlock({ x: start < PAGE_WIDTH / 2 ? start : start - HIDDEN, y, width: HIDDEN, height: BAR }));
  }
  return join([...marks, ...references.map((reference) => diamond(x(reference), middle))]);
}

/** Textures of bars that are not simply told, beside their paler fill. */
const TEXTURES = { shown: 'plain', uncertain: 'dots', open: 'slant' } as const;

function bar(box: Box, look: Reading['look']): Markup {
  const lines = hatching(TEXTURES[look], box);
  const paler = look === 'shown' ? html`` : html` fill-opacity="0.6"`;
  return html`<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${COLOURS[0]}"${paler}/>${
    lines === '' ? html`` : html`<path d="${lines}" fill="none" stroke="#fff" stroke-width="1.4"/>`
  }`;
}

function rangeMark({ x, y, width, height }: Box): Markup {
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff" stroke="${COLOURS[0]}" stroke-dasharray="3 2"/>`;
}

/** Hollow where it is uncertain or still open. */
function dot(x: number, y: number, look: Reading['look']): Markup {
  return html`<circle cx="${x}" cy="${y}" r="5" fill="${look === 'shown' ? COLOURS[0] : '#fff'}" stroke="${COLOURS[0]}" stroke-width="2"/>`;
}

function whisker(from: number, to: number, y: number): Markup {
  const ends = [from, to].map((x) => html`<line x1="${x}" x2="${x}" y1="${y - 4}" y2="${y + 4}"/>`);
  const line = html`<line x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>`;
  // A light edge keeps it apart from the bar it lies on.
  return html`<g stroke="#fff" stroke-width="4">${line}${join(ends)}</g><g stroke="#1f1d1a" stroke-width="1.5">${line}${join(ends)}</g>`;
}

/** A mark that is no member's: a benchmark or a chance level. */
function diamond(x: number, y: number): Markup {
  return html`<path d="M${x} ${y - 7}L${round(x + 6)} ${y}L${x} ${y + 7}L${round(x - 6)} ${y}Z" fill="${COLOURS[3]}" stroke="#1f1d1a"/>`;
}
