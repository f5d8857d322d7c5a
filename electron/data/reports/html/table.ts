import { html, join, type Markup } from './markup.ts';

/** A table with its heads. The first column names the row. */
export interface TableContent {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Said below the table. */
  readonly note?: string;
}

/** A table of up to so many rows stays on one page; a longer one is broken between rows and repeats its heads. */
const SHORT = 20;
/** A table of more columns is set in smaller letters on paper. */
const NARROW = 7;

/** A data table with a caption and header cells that screen readers and tagged PDF understand. */
export function dataTable({ caption, heads, rows, note }: TableContent): Markup {
  const kinds = ['scroll', ...(rows.length <= SHORT ? ['short'] : []), ...(heads.length > NARROW ? ['wide'] : [])];
  return html`<div class="${kinds.join(' ')}"><table><caption>${caption}</caption><thead><tr>${join(
    heads.map((head) => html`<th scope="col">${head}</th>`),
  )}</tr></thead><tbody>${join(
    rows.map(
      ([first = '', ...cells]) =>
        html`<tr><th scope="row">${first}</th>${join(cells.map((cell) => html`<td>${cell}</td>`))}</tr>`,
    ),
  )}</tbody></table>${note === undefined ? html`` : html`<p class="lead">${note}</p>`}</div>`;
}
