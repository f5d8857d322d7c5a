import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { hiddenBlock } from './hidden-block.ts';
import { type Fill, texturedBox } from './textured-box.ts';

/** What is drawn, each with a sample in a box of `width` times 12. */
export function pictureKey(
  entries: readonly { readonly name: string; readonly sample: Markup }[],
  width: number,
): Markup {
  return html`<ul class="key">${join(
    entries.map(
      ({ name, sample }) => html`<li><svg viewBox="0 0 ${width} 12" aria-hidden="true">${sample}</svg>${name}</li>`,
    ),
  )}</ul>`;
}

const SAMPLE = { x: 0, y: 0, width: 20, height: 12 } as const;

/** Parts of stacked bars by name, and what stands for a whole with a part that is not told, where there is one. */
export function partsKey(
  parts: readonly (Fill & { readonly name: string })[],
  hides: boolean,
  words: ReportWords,
): Markup {
  const entries = parts.map((part) => ({ name: part.name, sample: texturedBox(SAMPLE, part) }));
  const hidden = { name: words.say('hiddenParts'), sample: hiddenBlock(SAMPLE) };
  return pictureKey(hides ? [...entries, hidden] : entries, SAMPLE.width);
}
