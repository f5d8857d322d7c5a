import type { GridShape } from '../../../../shared/domain/health/chart.ts';
import { type Axis, axisOver, placeOn, readingOf, saysNumber } from '../../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { PAGE_WIDTH } from './along-page.ts';
import { COLOURS, round } from './chart-frame.ts';
import type { Box } from './hatching.ts';
import { hiddenBlock } from './hidden-block.ts';

const NAMES = 150;
const ROW = 26;
const SHADES = 6;
/** Names of columns longer than their column are written aslant. */
const ASLANT = 92;
const LETTER = 7;
const MANY = 12;

/**
 * A table of shades. The number stands in every cell, so that nobody has to tell shades apart; a hidden cell is a hatched block
 * and heeds no scale. Null where no cell can be read.
 */
export function gridPicture(shape: GridShape, label: string, words: ReportWords): Markup | null {
  const values = shape.cells.flat();
  if (!values.some(saysNumber)) return null;
  const axis = axisOver(shape.unit, values);
  const columns = Math.max(1, shape.columns.length);
  const width = (PAGE_WIDTH - NAMES) / columns;
  const heads = shape.columns.map(words.label);
  const aslant = columns <= MANY && heads.some((name) => name.length * LETTER > width);
  const top = aslant ? ASLANT : 24;
  const rtl = words.direction === 'rtl';
  const left = (at: number) => round(rtl ? PAGE_WIDTH - NAMES - (at + 1) * width : NAMES + at * width);
  const every = columns > MANY ? 3 : 1;
  const columnNames = heads.flatMap((name, at) => {
    if (at % every !== 0) return [];
    const x = round(left(at) + width / 2);
    return aslant
      ? [
          html`<text class="tick" transform="rotate(-40 ${x} ${top - 6})" x="${x}" y="${top - 6}" text-anchor="${rtl ? 'end' : 'start'}">${name}</text>`,
        ]
      : [html`<text class="tick" x="${x}" y="${top - 8}" text-anchor="middle">${name}</text>`];
  });
  const rows = shape.cells.flatMap((cells, at) => {
    const y = top + at * ROW;
    const row = shape.rows[at];
    const name = html`<text class="name" x="${rtl ? PAGE_WIDTH : 0}" y="${y + 17}" text-anchor="start">${row ? words.label(row) : ''}</text>`;
    return [
      name,
      ...cells.map((cell, column) =>
        cellMark(cell, { x: left(column), y, width: round(width - 2), height: ROW - 2 }, axis, shape, words),
      ),
    ];
  });
  return html`<figure><svg role="img" aria-label="${label}" viewBox="0 0 ${PAGE_WIDTH} ${top + shape.cells.length * ROW}" direction="${words.direction}">${join([...columnNames, ...rows])}</svg></figure>`;
}

function cellMark(value: PublishedValue, box: Box, axis: Axis, { unit }: GridShape, words: ReportWords): Markup {
  if (value.mark === 'hidden') return hiddenBlock(box);
  const reading = readingOf(value);
  const shade = reading ? Math.min(SHADES - 1, Math.floor(placeOn(axis, 'linear', reading.value) * SHADES)) : -1;
  const fill = shade < 0 ? '#fff' : COLOURS[0];
  const opacity = shade < 0 ? 1 : 0.08 + shade * 0.17;
  const text = reading ? words.tick(reading.value, unit) : withoutNumber(value, words);
  const size = box.width < 34 ? 9 : 12;
  return html`<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${fill}" fill-opacity="${round(opacity * 100) / 100}" stroke="#d6d0c8"${
    reading?.look === 'open' ? html` stroke-dasharray="3 2"` : html``
  }/><text x="${round(box.x + box.width / 2)}" y="${box.y + 16}" font-size="${size}" fill="${shade > 2 ? '#fff' : '#1f1d1a'}" text-anchor="middle">${text}</text>`;
}

/** What stands in a cell that says no one number: a range, a dash, or nothing where nothing can be. */
function withoutNumber(value: PublishedValue, words: ReportWords): string {
  if (value.mark === 'band') return words.count(value);
  return value.mark === 'unavailable' ? '–' : '';
}
