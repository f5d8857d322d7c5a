import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { COLOURS, round } from './chart-frame.ts';

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
    const fill = 'value' in share ? (COLOURS[at === bars.length - 1 ? 3 : 0] ?? '') : 'url(#bar-hidden)';
    return html`<text class="tick" x="${start}" y="${y + 14}" text-anchor="start">${name}: ${words.share(share)}</text><rect x="0" y="${y + 20}" width="${WIDTH}" height="14" class="track"/><rect x="${rtl ? WIDTH - width : 0}" y="${y + 20}" width="${width}" height="14" fill="${fill}"/>`;
  });
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${bars.length * ROW}" direction="${words.direction}"><defs><pattern id="bar-hidden" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0M0 0L6 6" stroke="#555" stroke-width="0.8"/></pattern></defs>${join(rows)}</svg>`;
}
