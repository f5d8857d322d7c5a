import { useTranslation } from 'react-i18next';
import type { BenchmarkComparison, ChartBenchmark, DotsShape } from '../../../shared/domain/health/chart.ts';
import { isolateText } from '../../../shared/domain/isolate-text.ts';
import type { TableColumn } from '../table.tsx';
import { useChartWords } from './chart-words.ts';
import type { TableLine } from './shape-tables.tsx';
import { ValueWords } from './value-words.tsx';

/** Share there, difference and ratio for every population a chart is compared with; named in the heads where there are several. */
export function useBenchmarkColumns({ benchmarks = [], unit }: DotsShape): readonly TableColumn<TableLine>[] {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return benchmarks.flatMap((benchmark) => {
    const header = (column: string): string =>
      benchmarks.length === 1 ? column : t('benchmark.column', { column, ...nameOf(benchmark) });
    const column = (
      id: string,
      title: string,
      cell: (one: BenchmarkComparison) => TableCell,
    ): TableColumn<TableLine> => ({
      id: `${id} ${benchmark.id}`,
      header: header(title),
      numeric: true,
      cell: ({ row }) => {
        const found = row.against?.find((one) => one.benchmark === benchmark.id);
        return found ? cell(found) : '';
      },
    });
    return [
      column('reference', t('table.reference'), ({ reference }) => words.amount(reference, unit)),
      column('difference', t('table.difference'), ({ difference }) => <ValueWords value={difference} unit="points" />),
      column('relative', t('table.relative'), ({ relative }) => <ValueWords value={relative} unit="index" />),
    ];
  });
}

type TableCell = ReturnType<TableColumn<TableLine>['cell']>;

function nameOf({ population, place, year }: ChartBenchmark) {
  return { population: isolateText(population), place: isolateText(place), year };
}
