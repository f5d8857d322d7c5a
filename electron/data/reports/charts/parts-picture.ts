import type { PartsShape } from '../../../../shared/domain/health/chart.ts';
import { axisOver, readingOf } from '../../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { AXIS_ROOM, alongPage, PAGE_WIDTH, pagesOf } from './along-page.ts';
import { COLOURS, round } from './chart-frame.ts';
import type { Hatching } from './hatching.ts';
import { hiddenBlock } from './hidden-block.ts';
import { partsKey } from './picture-key.ts';
import { type Fill, texturedBox } from './textured-box.ts';

const TEXTURES: readonly Hatching[] = ['plain', 'dots', 'slant', 'level', 'crossed'];
const ROW = 38;
const BAR = 14;
const ROWS_A_PICTURE = 16;

type Row = PartsShape['rows'][number];

/**
 * Wholes as stacked bars, each part with a colour and a texture of its own; what is lost stands on the other side of zero. A
 * whole with a part that is not told is a block of fixed size: what is left of it would tell the rest. Null where no whole can
 * be read.
 */
export function partsPicture(shape: PartsShape, label: string, words: ReportWords): Markup | null {
  const whole = shape.rows.filter(isWhole);
  if (whole.length === 0) return null;
  const extents = whole.flatMap((row) => [sum(shape, row, 'below') * -1, sum(shape, row, 'above')]);
  const axis = axisOver(shape.unit, extents.map(plain));
  const x = alongPage(axis, 'linear', words);
  const parts = shape.parts.map(({ label }, at) => ({ ...fillOf(at), name: words.label(label) }));
  const figures = pagesOf(shape.rows, ROWS_A_PICTURE).map((rows, page) => {
    const bottom = rows.length * ROW;
    const ticks = axis.ticks.map(
      (tick) =>
        html`<path class="${tick === 0 ? 'zero' : 'grid'}" d="${rows.map((_, at) => `M${x(tick)} ${at * ROW + 18}v${BAR + 4}`).join('')}"/><text class="tick" x="${x(tick)}" y="${bottom + 17}" text-anchor="middle">${words.tick(Math.abs(tick), shape.unit)}</text>`,
    );
    const bars = rows.map((row, at) => rowMarks(shape, row, at * ROW, x, words, axis.from));
    return html`<figure>${page === 0 ? partsKey(parts, whole.length < shape.rows.length, words) : html``}<svg role="img" aria-label="${label}" viewBox="0 0 ${PAGE_WIDTH} ${bottom + AXIS_ROOM}" direction="${words.direction}">${join([...ticks, ...bars])}</svg></figure>`;
  });
  return join(figures);
}

function rowMarks(
  shape: PartsShape,
  row: Row,
  top: number,
  x: (number: number) => number,
  words: ReportWords,
  start: number,
): Markup {
  const name = row.period ? words.period(row.period) : words.label(row.label);
  const said = html`<text class="name" x="${x(start)}" y="${top + 14}" text-anchor="start">${name}</text>`;
  const y = top + 20;
  if (!isWhole(row)) {
    const left = x(Math.max(0, start));
    return join([said, hiddenBlock({ x: words.direction === 'rtl' ? left - 40 : left, y, width: 40, height: BAR })]);
  }
  const middle = shape.parts.reduce(
    (half, { side }, at) => half + (side === 'middle' ? amount(row.values[at]) / 2 : 0),
    0,
  );
  // What lies below is told from the outermost to the one beside zero.
  const outermost =
    -middle - shape.parts.reduce((all, { side }, at) => all + (side === 'below' ? amount(row.values[at]) : 0), 0);
  let [below, between, above] = [outermost, -middle, middle];
  const open = row.period?.complete === false;
  const bars = shape.parts.map(({ side }, at) => {
    const size = amount(row.values[at]);
    if (size === 0) return html``;
    const from = { below, middle: between, above }[side];
    if (side === 'below') below += size;
    else if (side === 'middle') between += size;
    else above += size;
    const [one, other] = [x(from), x(from + size)];
    return texturedBox(
      { x: Math.min(one, other), y, width: round(Math.abs(other - one)), height: BAR },
      fillOf(at),
      open,
    );
  });
  return join([said, ...bars]);
}

/** Colour and texture of a part by its place among the others. */
function fillOf(part: number): Fill {
  return {
    colour: COLOURS[part % COLOURS.length] ?? COLOURS[0],
    texture: TEXTURES[part % TEXTURES.length] ?? 'plain',
  };
}

/** Every part is told, or can't exist. */
function isWhole({ values }: Row): boolean {
  return values.every((value) => readingOf(value) !== null || value.mark === 'impossible') && values.some(readingOf);
}

function amount(value: PublishedValue | undefined): number {
  return (value && readingOf(value)?.value) ?? 0;
}

/** How far a whole reaches to one side; a middle part reaches half to each. */
function sum({ parts }: PartsShape, { values }: Row, wanted: 'above' | 'below'): number {
  return parts.reduce((total, { side }, at) => {
    const size = amount(values[at]);
    if (side === 'middle') return total + size / 2;
    return side === wanted ? total + size : total;
  }, 0);
}

const plain = (value: number): PublishedValue => ({ mark: 'shown', value, lower: null, upper: null });
