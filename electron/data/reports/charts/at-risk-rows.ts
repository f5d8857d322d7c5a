import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { FRAME, type Scale } from './chart-frame.ts';
import { lineLook } from './line-look.ts';

/** How many are still followed along one curve. */
export type AtRisk = readonly { readonly at: number; readonly count: PublishedValue }[];

const ROW = 17;
/** Numbers nearer to each other than this would run together. */
const APART = 46;

/**
 * How many are still followed, under the times of a curve: a line for each curve in its colour. The numbers stand in a table
 * beside it as well, so that this is for the eye alone.
 */
export function atRiskRows(curves: readonly AtRisk[], scale: Scale, words: ReportWords): Markup {
  if (curves.every((rows) => rows.length === 0)) return html``;
  const start = words.direction === 'rtl' ? FRAME.width : 0;
  const rows = curves.map((row, at) => {
    const y = ROW * (at + 2) - 5;
    const { colour } = lineLook(at);
    let last = Number.NEGATIVE_INFINITY;
    const numbers = row.flatMap(({ at: time, count }) => {
      const x = scale.x(time);
      if (Math.abs(x - last) < APART) return [];
      last = x;
      return [
        html`<text class="tick" x="${x}" y="${y}" text-anchor="middle" style="fill:${colour}">${words.count(count)}</text>`,
      ];
    });
    return join(numbers);
  });
  return html`<svg aria-hidden="true" viewBox="0 0 ${FRAME.width} ${ROW * (curves.length + 1)}" direction="${words.direction}"><text class="axis" x="${start}" y="${ROW - 4}" text-anchor="start">${words.say('atRisk')}</text>${join(rows)}</svg>`;
}
