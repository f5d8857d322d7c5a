import { fieldOf } from '../../../shared/domain/health/record-kinds.ts';
import type { RecordKind, RecordProblem } from '../../../shared/domain/health/records.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { RecordMapping } from '../../../shared/ipc/topics/records.ts';

/** Turns the cells of a line into texts by field, or says why they can't be. */
export interface LineReader {
  readonly textsOf: (cells: readonly string[]) => Readonly<Record<string, string>> | RecordProblem;
  /** Fields that the file or the person speaks of. */
  readonly given: readonly string[];
}

/**
 * Prepares a reader for lines with these columns. Throws HearthError `columns-incomplete` where a needed field has neither a
 * column nor a fixed value, and where the mapping names a field or column that is not there.
 */
export function lineReader(kind: RecordKind, mapping: RecordMapping, columns: readonly string[]): LineReader {
  const numbers: [field: string, column: number][] = [];
  const fixed: Record<string, string> = {};
  for (const [name, column] of Object.entries(mapping.columns)) {
    if (column !== '') numbers.push([knownField(kind, name), columnNumber(columns, column, name)]);
  }
  for (const [name, value] of Object.entries(mapping.fixed)) {
    if (value.trim() !== '') fixed[knownField(kind, name)] = value;
  }
  const given = [...new Set([...Object.keys(fixed), ...numbers.map(([name]) => name)])];
  const missing = kind.fields.find(({ name, isNeeded }) => isNeeded && !given.includes(name));
  if (missing) throw new HearthError('columns-incomplete', { field: missing.name });
  const last = Math.max(-1, ...numbers.map(([, column]) => column));
  return {
    given,
    textsOf: (cells) => {
      if (cells.length <= last) return 'columns-missing';
      const texts: Record<string, string> = { ...fixed };
      for (const [name, column] of numbers) texts[name] = cells[column] ?? '';
      return texts;
    },
  };
}

function knownField(kind: RecordKind, name: string): string {
  if (!fieldOf(kind, name)) throw new HearthError('columns-incomplete');
  return name;
}

function columnNumber(columns: readonly string[], column: string, field: string): number {
  const number = columns.indexOf(column);
  if (number === -1) throw new HearthError('columns-incomplete', { field });
  return number;
}
