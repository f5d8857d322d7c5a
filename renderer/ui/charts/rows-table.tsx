import { useTranslation } from 'react-i18next';
import type { ChartPeriod, ChartRow, ChartUnit } from '../../../shared/domain/health/chart.ts';
import { Table, type TableColumn } from '../table.tsx';
import { useChartWords } from './chart-words.ts';
import { ValueWords } from './value-words.tsx';

export interface RowGroup {
  readonly id: string;
  readonly title: string | null;
  readonly rows: readonly ChartRow[];
}

interface TableLine {
  readonly key: string;
  readonly title: string | null;
  readonly row: ChartRow;
}

/** Rows of a shape, one line each, with the columns that any of them fills. */
export function RowsTable({
  name,
  unit,
  groups,
  first,
  unitOf = () => unit,
  earlier,
}: {
  name: string;
  unit: ChartUnit;
  groups: readonly RowGroup[];
  /** What tells the rows apart. By `name` the period stands in a column of its own. */
  first: 'period' | 'row' | 'name' | 'benchmark';
  unitOf?: (row: ChartRow) => ChartUnit;
  /** The period that rows are set beside. */
  earlier?: ChartPeriod | undefined;
}) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const lines: readonly TableLine[] = groups.flatMap((group) =>
    group.rows.map((row) => ({ key: `${group.id} ${row.id}`, title: group.title, row })),
  );
  const groupHeader = {
    period: t('table.series'),
    row: t('table.facet'),
    name: t('table.facet'),
    benchmark: t('benchmark.choose'),
  }[first];
  const against: readonly TableColumn<TableLine>[] = [
    {
      id: 'benchmark',
      header: t('table.reference'),
      numeric: true,
      cell: ({ row }) => row.against?.map(({ reference }) => words.amount(reference, unit)),
    },
    {
      id: 'difference',
      header: t('table.difference'),
      numeric: true,
      cell: ({ row }) =>
        row.against?.map(({ benchmark, difference }) => (
          <ValueWords key={benchmark} value={difference} unit="points" />
        )),
    },
    {
      id: 'ratio',
      header: t('table.relative'),
      numeric: true,
      cell: ({ row }) =>
        row.against?.map(({ benchmark, relative }) => <ValueWords key={benchmark} value={relative} unit="index" />),
    },
  ];
  const titled = groups.some(({ title }) => title !== null);
  const has = (test: (row: ChartRow) => boolean): boolean => lines.some(({ row }) => test(row));
  const columns: readonly (TableColumn<TableLine> | false)[] = [
    titled && {
      id: 'group',
      header: groupHeader,
      cell: (line) => line.title,
    },
    {
      id: 'row',
      header: t(first === 'period' ? 'table.period' : 'table.row'),
      rowHeader: true,
      cell: ({ row }) => (first === 'name' ? words.name(row) : words.row(row)),
    },
    first === 'name' &&
      has((row) => row.period !== null) && {
        id: 'period',
        header: t('table.period'),
        cell: ({ row }) => row.period && words.period(row.period),
      },
    {
      id: 'value',
      header: t('table.value'),
      numeric: true,
      cell: ({ row }) => <ValueWords value={row.value} unit={unitOf(row)} />,
    },
    has((row) => row.relative !== undefined) && {
      id: 'relative',
      header: t('table.relative'),
      numeric: true,
      cell: ({ row }) => row.relative && <ValueWords value={row.relative} unit="index" />,
    },
    has((row) => row.n !== null) && {
      id: 'n',
      header: t('table.n'),
      numeric: true,
      cell: ({ row }) => row.n && <ValueWords value={row.n} unit="count" />,
    },
    has((row) => row.reference !== null) && {
      id: 'reference',
      header: t('table.reference'),
      numeric: true,
      cell: ({ row }) => (row.reference === null ? '' : words.amount(row.reference, unitOf(row))),
    },
    ...(has((row) => row.against !== undefined) ? against : []),
    has((row) => row.note !== null) && {
      id: 'note',
      header: t('table.note'),
      cell: ({ row }) => (row.note === null ? '' : t(`note.${row.note}`)),
    },
    earlier !== undefined &&
      has((row) => row.earlier !== undefined && row.earlier.change !== 'few') && {
        id: 'earlier',
        header: t('table.earlier', { period: words.period(earlier) }),
        numeric: true,
        cell: ({ row }) =>
          row.earlier && row.earlier.change !== 'few' && <ValueWords value={row.earlier.value} unit={unitOf(row)} />,
      },
    has((row) => row.earlier !== undefined) && {
      id: 'change',
      header: t('table.change'),
      cell: ({ row }) => row.earlier && t(`row.change.${row.earlier.change}`),
    },
    has((row) => row.curves !== undefined) && {
      id: 'median-gap',
      header: t('curves.medianGap'),
      numeric: true,
      cell: ({ row }) => row.curves && <ValueWords value={row.curves.medianGap} unit="days" />,
    },
    has((row) => row.curves !== undefined) && {
      id: 'curves',
      header: t('table.curves'),
      cell: ({ row }) => row.curves && t(`note.curves-${row.curves.test}`),
    },
  ];
  return (
    <Table
      caption={name}
      hideCaption
      rows={lines}
      rowKey={(line) => line.key}
      columns={columns.filter((column) => column !== false)}
    />
  );
}
