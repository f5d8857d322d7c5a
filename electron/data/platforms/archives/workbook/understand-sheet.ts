import { dayReader, numberOf, textOf } from './cell-values.ts';

/** A sheet as it stands in the workbook. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * What a sheet holds: `dated` figures of days; `members` with the day they joined; `parts` figures of weekdays or hours of the
 * whole span; `other` is not taken.
 */
export interface UnderstoodSheet {
  readonly kind: 'dated' | 'members' | 'parts' | 'other';
  readonly name: string;
  readonly headings: readonly string[];
  /** Rows below the headings that are not empty. */
  readonly rows: readonly (readonly unknown[])[];
  /** Column of the dates, where there is one. */
  readonly dates: number;
}

/** Share of the rows that have to hold a date or a number for a column to be one. */
const ENOUGH = 0.8;
const COLUMNS_LOOKED_AT = 20;

const dayAndHourWords =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|\d{1,2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?[-–]\s?\d{1,2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?)$/i;

/** Says of every sheet what it holds, from its cells and never from its name. */
export function understandSheets(sheets: readonly Sheet[]): readonly UnderstoodSheet[] {
  return sheets.map(understandSheet);
}

function understandSheet({ name, rows: all }: Sheet): UnderstoodSheet {
  const filled = all.filter((row) =>
    row.some((cell) => (cell !== null && textOf(cell) !== '') || typeof cell === 'number'),
  );
  // A title may stand alone above the headings.
  const top = filled.findIndex((row) => row.filter((cell) => textOf(cell) !== '').length >= 2);
  const headings = (filled[top] ?? []).map(textOf);
  const rows = top === -1 ? [] : filled.slice(top + 1);
  const dates = dateColumn(rows);
  return { kind: kindOf(rows, dates), name, headings, rows, dates };
}

function dateColumn(rows: readonly (readonly unknown[])[]): number {
  for (let column = 0; column < COLUMNS_LOOKED_AT; column += 1) {
    const cells = rows.map((row) => row[column]);
    const dayOf = dayReader(cells);
    if (isMostly(cells, (cell) => dayOf(cell) !== null)) return column;
  }
  return -1;
}

function kindOf(rows: readonly (readonly unknown[])[], dates: number): UnderstoodSheet['kind'] {
  if (rows.length === 0) return 'other';
  const first = rows.map((row) => row[0]);
  const hasNumbers = Array.from({ length: COLUMNS_LOOKED_AT }, (_, column) => column).some(
    (column) =>
      column !== dates &&
      isMostly(
        rows.map((row) => row[column]),
        (cell) => numberOf(cell) !== null,
      ),
  );
  if (dates === 0 && hasNumbers) return 'dated';
  // A name first and one date behind it: when they joined. With figures beside them it is a list of posts or contributors.
  if (dates > 0 && !hasNumbers && isMostly(first, (cell) => textOf(cell) !== '')) return 'members';
  if (dates === -1 && hasNumbers && isMostly(first, (cell) => dayAndHourWords.test(textOf(cell)))) return 'parts';
  return 'other';
}

function isMostly(cells: readonly unknown[], fits: (cell: unknown) => boolean): boolean {
  return cells.length > 0 && cells.filter(fits).length >= cells.length * ENOUGH;
}
