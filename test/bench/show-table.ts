import type { Measurement } from './measure.ts';

const headings = ['measured', 'value', 'against', 'baseline', 'ratio', 'target', ''] as const;

const verdicts = ['MISSED', 'met'] as const;

function amount(value: number, unit: string): string {
  const wholeDigits = Math.floor(value).toString().length;
  return `${value.toFixed(Math.max(0, 3 - wholeDigits))} ${unit}`;
}

function cells(one: Measurement): readonly string[] {
  return [
    one.name,
    amount(one.value, one.unit),
    one.against,
    amount(one.baseline, one.unit),
    one.ratio.toFixed(2),
    one.target ?? '-',
    one.met === null ? '' : (verdicts[Number(one.met)] ?? ''),
  ];
}

/** The measurements as one table of plain text. Figures stand to the right. */
export function showTable(measurements: readonly Measurement[]): string {
  const rows = [headings, ...measurements.map(cells)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isFigure = (column: number) => column === 1 || column === 3 || column === 4;
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isFigure(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(headings), rule, ...rows.slice(1).map(line)].join('\n');
}
