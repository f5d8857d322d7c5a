import { html, type Markup } from '../html/markup.ts';
import { type Box, hatching } from './hatching.ts';

/** What stands for a value that is not shown. */
export function hiddenBlock(box: Box): Markup {
  return html`<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="#fff" stroke="#555" stroke-width="0.8"/><path d="${hatching('crossed', box)}" fill="none" stroke="#555" stroke-width="0.8"/>`;
}
