import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { benchmarkCaption, benchmarkSource } from '../../../shared/domain/health/benchmark-words.ts';
import type {
  BarsShape,
  ChartRow,
  ChartShape,
  ChartUnit,
  CurvesShape,
  DotsShape,
  PartsShape,
  SeriesShape,
} from '../../../shared/domain/health/chart.ts';
import { isolateText } from '../../../shared/domain/isolate-text.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { Table, type TableColumn } from '../table.tsx';
import { useBenchmarkColumns } from './benchmark-columns.tsx';
import { type ChartWords, useChartWords } from './chart-words.ts';
import { hiddenLast } from './row-order.ts';
import { ValueWords } from './value-words.tsx';

/** Any chart as a table of the same published values. `name` is its caption. */
export function ShapeTable({ shape, name }: { shape: ChartShape; name: string }) {
  const words = useChartWords();
  switch (shape.kind) {
    case 'series':
      return <RowsTable name={name} unit={shape.unit} groups={groupsOfSeries(shape, words)} first="period" />;
    case 'bars':
      return <RowsTable name={name} unit={shape.unit} groups={groupsOfFacets(shape, words)} first="row" />;
    case 'dots':
      return <DotsTable shape={shape} name={name} />;
    case 'numbers':
      return (
        <RowsTable
          name={name}
          unit="count"
          groups={[{ id: 'all', title: null, rows: shape.rows }]}
          unitOf={(row) => shape.rows.find(({ id }) => id === row.id)?.unit ?? 'count'}
          first="name"
        />
      );
    case 'curves':
      return <CurvesTable shape={shape} name={name} />;
    case 'parts':
      return <PartsTable shape={shape} name={name} />;
    // A grid is drawn as the table it is.
    case 'grid':
    case 'missing':
      return null;
    default:
      return assertNever(shape);
  }
}

interface RowGroup {
  readonly id: string;
  readonly title: string | null;
  readonly rows: readonly ChartRow[];
}

function groupsOfSeries(shape: SeriesShape, words: ChartWords): readonly RowGroup[] {
  const titled = shape.series.length > 1;
  return shape.series.map((one) => ({ id: one.id, title: titled ? words.label(one.label) : null, rows: one.rows }));
}

function groupsOfFacets(shape: BarsShape, words: ChartWords): readonly RowGroup[] {
  return shape.facets.map((facet) => ({
    id: facet.id,
    title: facet.label && words.label(facet.label),
    rows: hiddenLast(facet.rows, words.label, words.inOrder),
  }));
}

export interface TableLine {
  readonly key: string;
  readonly title: string | null;
  readonly row: ChartRow;
}

function RowsTable({
  name,
  unit,
  groups,
  first,
  unitOf = () => unit,
  further = [],
}: {
  name: string;
  unit: ChartUnit;
  groups: readonly RowGroup[];
  /** What tells the rows apart. By `name` the period stands in a column of its own. */
  first: 'period' | 'row' | 'name';
  unitOf?: (row: ChartRow) => ChartUnit;
  further?: readonly TableColumn<TableLine>[];
}) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const lines: readonly TableLine[] = groups.flatMap((group) =>
    group.rows.map((row) => ({ key: `${group.id} ${row.id}`, title: group.title, row })),
  );
  const titled = groups.some(({ title }) => title !== null);
  const has = (test: (row: ChartRow) => boolean): boolean => lines.some(({ row }) => test(row));
  const columns: readonly (TableColumn<TableLine> | false)[] = [
    titled && {
      id: 'group',
      header: t(first === 'period' ? 'table.series' : 'table.facet'),
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
    ...further,
    has((row) => row.note !== null) && {
      id: 'note',
      header: t('table.note'),
      cell: ({ row }) => (row.note === null ? '' : t(`note.${row.note}`)),
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

/** Rows with a value first, then the names of those that say nothing. */
function DotsTable({ shape, name }: { shape: DotsShape; name: string }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const further = useBenchmarkColumns(shape);
  const rows = hiddenLast(shape.rows, words.label, words.inOrder);
  const tooFew = shape.tooFew.map(words.label).sort(words.inOrder);
  return (
    <>
      <RowsTable
        name={name}
        unit={shape.unit}
        groups={[{ id: 'all', title: null, rows }]}
        first="row"
        further={further}
      />
      {shape.benchmarks?.map((benchmark) => (
        <p key={benchmark.id} className="ui-chart-remark">
          {words.sentence(benchmarkCaption(benchmark, isolateText))}{' '}
          {words.sentence(benchmarkSource(benchmark, isolateText))}
        </p>
      ))}
      {tooFew.length > 0 && (
        <Table
          caption={t('dots.tooFew')}
          rows={tooFew}
          rowKey={(label) => label}
          columns={[
            { id: 'row', header: t('table.row'), rowHeader: true, cell: (label) => label },
            { id: 'value', header: t('table.value'), cell: () => t('table.tooFew') },
          ]}
        />
      )}
    </>
  );
}

/** People still followed at a few times, one line for each curve. */
export function AtRiskTable({ shape, name }: { shape: CurvesShape; name: string }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const series = shape.series.filter((one) => one.atRisk.length > 0);
  if (series.length === 0) return null;
  const times = [...new Set(series.flatMap((one) => one.atRisk.map(({ at }) => at)))].sort((a, b) => a - b);
  return (
    <Table
      caption={t('row.pair', { name: t('curves.atRisk'), value: name })}
      hideCaption
      className="ui-at-risk"
      rows={series}
      rowKey={(one) => one.id}
      columns={[
        {
          id: 'name',
          header: t('curves.atRisk'),
          rowHeader: true,
          cell: (one) => (shape.series.length > 1 ? words.label(one.label) : t('table.total')),
        },
        ...times.map((time) => ({
          id: String(time),
          header: words.amount(time, shape.time),
          numeric: true,
          cell: (one: (typeof series)[number]) => {
            const found = one.atRisk.find(({ at }) => at === time);
            return found ? <ValueWords value={found.count} unit="count" /> : '';
          },
        })),
      ]}
    />
  );
}

function CurvesTable({ shape, name }: { shape: CurvesShape; name: string }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const lines = shape.series.flatMap((one) => one.points.map((point) => ({ one, point })));
  return (
    <Table
      caption={name}
      hideCaption
      rows={lines}
      rowKey={({ one, point }) => `${one.id} ${point.at}`}
      columns={[
        { id: 'series', header: t('table.series'), cell: ({ one }) => words.label(one.label) },
        {
          id: 'time',
          header: t(shape.time === 'hours' ? 'axis.hoursSince' : 'axis.daysSince'),
          rowHeader: true,
          cell: ({ point }) => words.since(point.at, shape.time),
        },
        {
          id: 'value',
          header: t('table.value'),
          numeric: true,
          cell: ({ point }) => <ValueWords value={point.share} unit="percent" />,
        },
      ]}
    />
  );
}

function PartsTable({ shape, name }: { shape: PartsShape; name: string }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (
    <Table
      caption={name}
      hideCaption
      rows={shape.rows}
      rowKey={(row) => row.id}
      columns={[
        { id: 'row', header: t('table.row'), rowHeader: true, cell: (row) => words.row(row) },
        ...shape.parts.map((part, at) => ({
          id: part.id,
          header: words.label(part.label),
          numeric: true,
          cell: (row: PartsShape['rows'][number]) => wordsAt(row.values, at, shape.unit),
        })),
        { id: 'n', header: t('table.n'), numeric: true, cell: (row) => <ValueWords value={row.n} unit="count" /> },
      ]}
    />
  );
}

function wordsAt(values: readonly PublishedValue[], at: number, unit: ChartUnit) {
  const value = values[at];
  return value ? <ValueWords value={value} unit={unit} /> : '';
}
