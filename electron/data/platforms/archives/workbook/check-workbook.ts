import { HearthError } from '../../../../../shared/ipc/errors.ts';
import type { ArchiveDocument } from '../archive.ts';
import { readWhole } from '../read-whole.ts';

/** A year of figures by day has some ten thousand cells. */
const MOST_BYTES = 32 * 1024 ** 2;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 500;
/** Of all sheets together, filled or not. */
const MOST_CELLS = 5_000_000;

const formula = /<(?:[^\s<>/:]+:)?f[\s/>]/;
const documentType = /<!(?:DOCTYPE|ENTITY)/i;
/** The opening of a row or a cell, up to the next tag. */
const rowOrCell = /<(?:[^\s<>/:]+:)?(row|c)(?=[\s/>])([^<]*)/g;
const placeAttribute = /(?:^|[\s:"'])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const place = /^([A-Z]{0,3})(\d{1,7})$/;

/**
 * Refuses a workbook that is more than cells with values, before it is read: formulas, macros and links to other files
 * (`archive-formulas`), XML with declarations of its own (`archive-unsafe`), and cells so far out that the tables around them
 * would fill the memory (`archive-bomb`). Every part is unpacked once here, so that its size is known to be true.
 */
export async function checkWorkbook(parts: readonly ArchiveDocument[]): Promise<void> {
  let left = MOST_BYTES;
  let cells = 0;
  for (const part of parts) {
    if (/vbaProject\.bin$|\/externalLinks\/|\/macrosheets\//i.test(part.name))
      throw new HearthError('archive-formulas');
    if (!/\.(xml|rels)$/i.test(part.name)) continue;
    const text = (await readWhole(part, left)).toString('utf8');
    left -= part.bytes;
    if (documentType.test(text)) throw new HearthError('archive-unsafe');
    // A sheet is what holds cells: the workbook may give it any name.
    if (!text.includes('sheetData')) continue;
    if (formula.test(text)) throw new HearthError('archive-formulas');
    cells += cellsOf(text);
    if (cells > MOST_CELLS) throw new HearthError('archive-bomb');
  }
}

/** Size of the table that a sheet spans: whoever reads it keeps every cell of that, however few are filled. */
function cellsOf(sheet: string): number {
  let [rows, columns] = [0, 0];
  for (const [, tag, attributes = ''] of sheet.matchAll(rowOrCell)) {
    // A row without a number is the next one.
    if (tag === 'row') rows += 1;
    for (const [, doubleQuoted, singleQuoted = ''] of attributes.matchAll(placeAttribute)) {
      const [, letters, row] = place.exec(doubleQuoted ?? singleQuoted) ?? [];
      // Nobody writes a place in another way but to hide how far out it is.
      if (letters === undefined) throw new HearthError('archive-bomb');
      rows = Math.max(rows, Number(row));
      columns = Math.max(columns, columnNumber(letters));
    }
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) throw new HearthError('archive-bomb');
  }
  return rows * columns;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
