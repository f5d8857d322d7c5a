import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { COLOURS, round } from './chart-frame.ts';
import { hiddenBlock } from './hidden-block.ts';

export interface ShareBar {
  readonly label: string;
  readonly share: PublishedValue;
}

const WIDTH = 720;
const ROW = 44;

/** Horizontal bars from 0 to 100 %, each named and with its number: for a few shares to be compared. */
export function shareBars(bars: readonly ShareBar[], label: string, words: ReportWords): Markup {
  const rtl = words.direction === 'rtl';
  const start = rtl ? WIDTH : 0;
  const rows = bars.map(({ label: name, share }, at) => {
    const y = at * ROW;
    const width = 'value' in share ? round((share.value / 100) * WIDTH) : 24;
    const box = { x: rtl ? WIDTH - width : 0, y: y + 20, width, height: 14 };
    const colour = COLOURS[at === bars.length - 1 ? 3 : 0];
    const bar =
      'value' in share
        ? html`<rect x="${box.x}" y="${box.y}" width="${width}" height="14" fill="${colour}"/>`
        : hiddenBlock(box);
    return html`<text class="tick" x="${start}" y="${y + 14}" text-anchor="start">${name}: ${words.share(share)}</text><rect x="0" y="${y + 20}" width="${WIDTH}" height="14" class="track"/>${bar}`;
  });
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${bars.length * ROW}" direction="${words.direction}">${join(rows)}</svg>`;
}
