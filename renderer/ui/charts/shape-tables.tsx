import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import {
  againstOne,
  benchmarkCaption,
  benchmarkName,
  benchmarkSource,
} from '../../../shared/domain/health/benchmark-words.ts';
import type {
  BarsShape,
  ChartPeriod,
  ChartShape,
  ChartUnit,
  CurvesShape,
  DotsShape,
  PartsShape,
  SeriesShape,
} from '../../../shared/domain/health/chart.ts';
import { hiddenLast } from '../../../shared/domain/health/row-order.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { Table } from '../table.tsx';
import { type ChartWords, useChartWords } from './chart-words.ts';
import { type RowGroup, RowsTable } from './rows-table.tsx';
import { ValueWords } from './value-words.tsx';

/** Any chart as a table of the same published values. `name` is its caption; `earlier` the period rows are set beside. */
export function ShapeTable({
  shape,
  name,
  earlier,
}: {
  shape: ChartShape;
  name: string;
  earlier?: ChartPeriod | undefined;
}) {
  const words = useChartWords();
  switch (shape.kind) {
    case 'series':
      return <RowsTable name={name} unit={shape.unit} groups={groupsOfSeries(shape, words)} first="period" />;
    case 'bars':
      return (
        <RowsTable name={name} unit={shape.unit} groups={groupsOfFacets(shape, words)} first="row" earlier={earlier} />
      );
    case 'dots':
      return <DotsTable shape={shape} name={name} earlier={earlier} />;
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

/** Rows with a value first, beside one population after the other; then the names of those that say nothing. */
function DotsTable({ shape, name, earlier }: { shape: DotsShape; name: string; earlier: ChartPeriod | undefined }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const benchmarks = shape.benchmarks ?? [];
  const several = benchmarks.length > 1;
  const inOrder = (rows: DotsShape['rows']) => hiddenLast(rows, words.label, words.inOrder);
  const groups = several
    ? benchmarks.map((one) => ({
        id: one.id,
        title: words.sentence(benchmarkName(one)),
        rows: inOrder(againstOne(shape, one.id).rows.filter(({ against }) => against?.length !== 0)),
      }))
    : [{ id: 'all', title: null, rows: inOrder(shape.rows) }];
  const tooFew = shape.tooFew.map(words.label).sort(words.inOrder);
  return (
    <>
      <RowsTable
        name={name}
        unit={shape.unit}
        groups={groups}
        first={several ? 'benchmark' : 'row'}
        earlier={earlier}
      />
      {shape.benchmarks?.map((benchmark) => (
        <p key={benchmark.id} className="ui-chart-remark">
          {words.sentence(benchmarkCaption(benchmark))} {words.sentence(benchmarkSource(benchmark))}
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
