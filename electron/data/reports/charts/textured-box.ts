import { html, type Markup } from '../html/markup.ts';
import { type Box, type Hatching, hatching } from './hatching.ts';

/** What tells one part of a whole from the others. */
export interface Fill {
  readonly colour: string;
  readonly texture: Hatching;
}

/** A part of a stacked bar, with a light edge that keeps it apart from the next one. Paler while its period is open. */
export function texturedBox(box: Box, { colour, texture }: Fill, isOpen = false): Markup {
  const lines = hatching(texture, box);
  const paler = isOpen ? html` fill-opacity="0.5"` : html``;
  return html`<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${colour}" stroke="#fff"${paler}/>${
    lines === ''
      ? html``
      : html`<path d="${lines}" fill="none" stroke="#fff" stroke-width="${texture === 'dots' ? 2 : 1.2}"/>`
  }`;
}
