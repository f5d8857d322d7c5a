/**
 * Proposes a column for each field of `order`, by names that mean the field, most telling first; compared without case,
 * spaces, dots, dashes and underscores. A column that is taken is not proposed again.
 */
export function guessColumns<Field extends string>(
  columns: readonly string[],
  order: readonly Field[],
  names: Readonly<Record<Field, readonly string[]>>,
): Partial<Record<Field, string>> {
  const taken = new Set<string>();
  const guessed: Partial<Record<Field, string>> = {};
  for (const field of order) {
    const name = findColumn(columns, names[field], taken);
    if (name === undefined) continue;
    guessed[field] = name;
    taken.add(name);
  }
  return guessed;
}

/** The cells of a column in some records; empty texts where no column was proposed. */
export function cellsUnder(
  column: string | undefined,
  columns: readonly string[],
  sample: readonly (readonly string[])[],
): readonly string[] {
  const at = column === undefined ? -1 : columns.indexOf(column);
  return sample.map((cells) => cells[at] ?? '');
}

function findColumn(
  columns: readonly string[],
  names: readonly string[],
  taken: ReadonlySet<string>,
): string | undefined {
  for (const wanted of names) {
    const found = columns.find((column) => !taken.has(column) && plain(column) === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function plain(column: string): string {
  return column.toLowerCase().replace(/[\s._-]/g, '');
}
