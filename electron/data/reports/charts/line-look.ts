import { html, type Markup } from '../html/markup.ts';
import { COLOURS } from './chart-frame.ts';
import { pictureKey } from './picture-key.ts';

/** Lines that differ by more than their colour. */
const DASHES = ['', '9 4', '2 4', '10 3 2 3'] as const;

/** More lines than this in one drawing can't be told apart. */
export const MOST_LINES = DASHES.length;

/** Colour and dashes of a line by its place among others. */
export function lineLook(at: number): { readonly colour: string; readonly dash: string } {
  return { colour: COLOURS[at % COLOURS.length] ?? COLOURS[0], dash: DASHES[at % DASHES.length] ?? '' };
}

/** A point on a line: each line has a shape of its own. Hollow where it is uncertain or still open. */
export function pointMark(at: number, x: number, y: number, filled: boolean): Markup {
  const { colour } = lineLook(at);
  const fill = filled ? colour : '#fff';
  const outline = [
    `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`,
    `M${x - 4} ${y - 4}h8v8h-8Z`,
    `M${x} ${y - 5}l5 9h-10Z`,
    `M${x} ${y - 6}l5 6l-5 6l-5 -6Z`,
  ][at % MOST_LINES];
  return html`<path d="${outline ?? ''}" fill="${fill}" stroke="${colour}" stroke-width="1.6"/>`;
}

/** Names of lines, each with a piece of it. Nothing for a single line. */
export function lineKey(names: readonly string[]): Markup {
  if (names.length < 2) return html``;
  const entries = names.map((name, at) => {
    const { colour, dash } = lineLook(at);
    return {
      name,
      sample: html`<line x1="0" x2="28" y1="6" y2="6" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>${pointMark(at, 14, 6, true)}`,
    };
  });
  return pictureKey(entries, 28);
}
