/** The first column whose name means one of the words, compared without case, spaces, dots, dashes and underscores. */
export function findColumn(
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
