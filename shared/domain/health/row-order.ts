import type { ChartLabel, ChartRow } from './chart.ts';

type OrderedRow = Pick<ChartRow, 'label' | 'value'>;

/**
 * Rows with what is hidden last and in the order of names, so that no place in the order tells a size (health.md C.8).
 * Rows named by the catalogue stand in an order that is fixed by what they mean (steps, ages); those stay where they are.
 */
export function hiddenLast<Row extends OrderedRow>(
  rows: readonly Row[],
  nameOf: (label: ChartLabel) => string,
  inOrder: (one: string, other: string) => number,
): readonly Row[] {
  if (!rows.some((row) => 'name' in row.label)) return rows;
  const hidden = rows.filter((row) => row.value.mark === 'hidden');
  return [
    ...rows.filter((row) => row.value.mark !== 'hidden'),
    ...hidden.sort((one, other) => inOrder(nameOf(one.label), nameOf(other.label))),
  ];
}
