import type { RecordKind } from './records.ts';

/** A CSV with the columns of a kind and one line that shows how they are filled in. Ends with a line break. */
export function templateOf({ fields }: RecordKind): string {
  const line = (cells: readonly string[]) => cells.map(quoted).join(',');
  return `${line(fields.map(({ name }) => name))}\n${line(fields.map(({ example }) => example))}\n`;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
