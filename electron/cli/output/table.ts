import { stripVTControlCharacters } from 'node:util';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand at the end of their column. */
  readonly end?: boolean;
}

/**
 * Rows as aligned columns. The last column takes what is left of the terminal and is cut there; piped output is never cut.
 */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map((column) => column.header),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => width(line[at] ?? ''))));
  const room = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
  return lines
    .map((line) => {
      const padded = line.map((cell, at) => {
        if (at === line.length - 1 && columns[at]?.end !== true) return cell;
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - width(cell)));
        return columns[at]?.end ? space + cell : cell + space;
      });
      return cut(padded.join('  ').trimEnd(), room);
    })
    .join('\n');
}

/** Columns a text takes in a terminal: wide letters take two, marks and controls none. */
function width(text: string): number {
  let columns = 0;
  for (const { segment } of new Intl.Segmenter().segment(stripVTControlCharacters(text))) {
    if (/^[\u2066-\u2069\u200e\u200f]$/u.test(segment)) continue;
    columns += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(
      segment,
    )
      ? 2
      : 1;
  }
  return columns;
}

function cut(line: string, room: number): string {
  if (width(line) <= room) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (width(kept + segment) >= room) break;
    kept += segment;
  }
  // Every isolate that was opened is closed again, or the next line would be read as part of it.
  const open = (kept.match(/[\u2066-\u2068]/g)?.length ?? 0) - (kept.match(/\u2069/g)?.length ?? 0);
  return `${kept}…${'\u2069'.repeat(Math.max(0, open))}`;
}
