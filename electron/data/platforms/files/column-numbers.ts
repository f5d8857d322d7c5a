import { type ErrorCode, HearthError } from '../../../../shared/ipc/errors.ts';

export interface WantedColumns<Field extends string> {
  readonly fields: readonly Field[];
  /** Those that must have a column. */
  readonly needed: readonly Field[];
  /** Told where one of them has none, or where a column that is named is not in the file. */
  readonly code: ErrorCode;
}

/** Where the columns of a mapping stand in the file. Throws HearthError `code` with the field. */
export function columnNumbers<Field extends string>(
  mapped: Readonly<Partial<Record<Field, string>>>,
  columns: readonly string[],
  { fields, needed, code }: WantedColumns<Field>,
): Partial<Record<Field, number>> {
  const numbers: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const name = mapped[field];
    if (name === undefined || name === '') continue;
    const number = columns.indexOf(name);
    if (number === -1) throw new HearthError(code, { field });
    numbers[field] = number;
  }
  for (const field of needed) {
    if (numbers[field] === undefined) throw new HearthError(code, { field });
  }
  return numbers;
}
