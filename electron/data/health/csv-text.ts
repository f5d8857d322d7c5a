/** A cell of a CSV: text, a number, or nothing. */
export type CsvCell = string | number | null;

/**
 * A CSV as text (RFC 4180, CR LF, UTF-8 without a mark). Text that a spreadsheet would take for a formula gets an
 * apostrophe before it, as spreadsheets themselves write text; numbers stay numbers.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
