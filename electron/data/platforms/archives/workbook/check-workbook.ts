import { HearthError } from '../../../../../shared/ipc/errors.ts';
import type { ArchiveDocument } from '../archive.ts';
import { readWhole } from '../read-whole.ts';

/** A year of figures by day has some ten thousand cells. */
const MOST_BYTES = 32 * 1024 ** 2;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 500;

const formula = /<(?:\w+:)?f[\s/>]/;
const documentType = /<!(?:DOCTYPE|ENTITY)/i;
const cellPlace = /\br="([A-Z]{1,4})?(\d{1,9})"/g;

/**
 * Refuses a workbook that is more than cells with values, before it is read: formulas, macros and links to other files
 * (`archive-formulas`), XML with declarations of its own (`archive-unsafe`), and cells so far out that the table around them
 * would fill the memory (`archive-bomb`). Every part is unpacked once here, so that its size is known to be true.
 */
export async function checkWorkbook(parts: readonly ArchiveDocument[]): Promise<void> {
  let left = MOST_BYTES;
  for (const part of parts) {
    if (/vbaProject\.bin$|\/externalLinks\/|\/macrosheets\//i.test(part.name))
      throw new HearthError('archive-formulas');
    if (!/\.(xml|rels)$/i.test(part.name)) continue;
    const text = (await readWhole(part, left)).toString('utf8');
    left -= part.bytes;
    if (documentType.test(text)) throw new HearthError('archive-unsafe');
    if (!/\/worksheets\//.test(part.name)) continue;
    if (formula.test(text)) throw new HearthError('archive-formulas');
    checkPlaces(text);
  }
}

function checkPlaces(sheet: string): void {
  for (const [, column, row] of sheet.matchAll(cellPlace)) {
    if (Number(row) > MOST_ROWS || columnNumber(column ?? 'A') > MOST_COLUMNS) throw new HearthError('archive-bomb');
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
