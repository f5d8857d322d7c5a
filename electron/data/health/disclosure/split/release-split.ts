import type { BarsShape, ChartShape, MetricChart } from '../../../../../shared/domain/health/chart.ts';
import type { SplitCrossing } from '../../../../../shared/domain/health/split.ts';
import type { Published } from '../../../../../shared/domain/published.ts';
import type { SplitView } from '../../../../../shared/ipc/topics/dashboards.ts';
import { besideGaps } from '../../metrics/group/beside-gaps.ts';
import type { GroupMetricModule, GroupResult } from '../../metrics/group-metric.ts';
import { roundedCount } from '../counts.ts';
import { metricChart } from '../metric-chart.ts';
import { mint } from '../mint.ts';
import { noteCarried } from '../note-carried.ts';
import { publishMetric } from '../publish/publish-metric.ts';
import type { DisclosureRules } from '../rules.ts';
import { auditInTurn } from './audit-in-turn.ts';
import type { TableToAudit } from './audit-split.ts';
import {
  carriedRows,
  type HeldRow,
  hasMoved,
  holdRows,
  knownOutside,
  peopleTold,
  standingAsTold,
} from './held-rows.ts';
import { refusedRows } from './refused-rows.ts';
import type { CoverageState } from './release-coverage.ts';
import { type CountedResult, type CountedRow, countsOf, isCounted, mapRows, withCounts } from './row-counts.ts';
import type { HeadingPeople, RowPeople, ToldSets } from './row-people.ts';
import { holdableRows } from './row-people-sets.ts';
import type { SplitTable, ToldRow } from './split-table.ts';
import { curvesBefore, curvesTold, withCurvesOf, withToldCurves } from './told-curves.ts';
import { type KeptRow, keptRows, type ToldMemory } from './told-memory.ts';

/** A table before disclosure: counts, or what is missing for them. */
export interface RawSplitTable extends Omit<SplitTable, 'raw'> {
  readonly raw: GroupResult;
}

/** A split before disclosure, in every crossing that a reader may ask for, with what was told and released before. */
export interface RawSplit
  extends Pick<SplitView, 'communityId' | 'question' | 'questionVersion' | 'wording' | 'measure' | 'snapshotDay'> {
  readonly module: GroupMetricModule;
  readonly tables: readonly RawSplitTable[];
  readonly coverage: { readonly shape: BarsShape; readonly state: CoverageState };
  /** What other questions told of the measure from the same snapshot. */
  readonly told: { readonly sets: ToldSets; readonly rows: readonly ToldRow[] };
  /** Everything told of the community before. */
  readonly memory: ToldMemory;
  /** What a table is called in it. */
  readonly nameOf: (cross: SplitCrossing) => string;
  readonly secret: string;
  /** What the community did, where it stays beside the numbers. */
  readonly annotations?: MetricChart['annotations'];
}

/** One table as it leaves, and what is kept with the snapshot. */
export interface ReleasedTable {
  readonly cross: SplitCrossing;
  readonly view: Published<SplitView>;
  /** Rows as they stand from now on. */
  readonly kept: readonly KeptRow[];
  readonly rows: readonly ToldRow[];
  /** Who stands behind what was told: this goes into the ledger. */
  readonly sets: ToldSets;
}

const NO_SETS: ToldSets = { counted: [], having: [] };

/**
 * The gate of identity splits: coverage first, then the ledger, the change limit and the audit of the whole split. All
 * crossings pass at once, whichever was asked for: a reader may ask for the others next. Where they can't be told
 * together, the table without a crossing is told alone.
 */
export function releaseSplit(split: RawSplit, rules: DisclosureRules): readonly ReleasedTable[] {
  const { coverage, tables } = split;
  const refused = (why: SplitView['refused']) => tables.map(({ cross }) => nothing(split, cross, rules, why));
  if (coverage.state === 'nobody') return refused('no-answers');
  if (coverage.state === 'erased') return refused('erased');
  if (coverage.state === 'too-low') return refused('coverage');
  const counted = tables.filter(hasCounts).map((table) => toAudit(table, split, rules));
  const task = { beside: split.told.rows, rules, secret: split.secret };
  const { audited, told } = auditInTurn(counted, task);
  return tables.map(({ cross, raw }) => {
    const own = counted.find((one) => one.cross === cross);
    if (!own) return nothing(split, cross, rules, null, chartOf(split, split.module, publishMetric(raw, rules), rules));
    if (audited === 'too-detailed' || !told.includes(own)) return hiddenWhole(split, own, 'too-detailed', rules);
    const rows = own.raw.rows.length;
    if (rows > 0 && own.refused.size === rows) return hiddenWhole(split, own, 'ledger', rules);
    return released(split, own, audited.get(cross) ?? new Set(), rules);
  });
}

function hasCounts(table: RawSplitTable): table is SplitTable {
  return isCounted(table.raw);
}

function toAudit(table: SplitTable, { told, memory, nameOf }: RawSplit, rules: DisclosureRules): TableToAudit {
  const toHold = { name: nameOf(table.cross), shape: table.raw.kind, rows: holdableRows(table) };
  const held = holdRows(toHold, memory, rules.threshold);
  const people = peopleTold(table.rows, held);
  const refused = refusedRows(people, table.headings, told.sets, rules.threshold, standingAsTold(held));
  return { ...table, refused, held, certain: knownOutside(held) };
}

function released(
  split: RawSplit,
  { cross, raw, rows, headings, held, refused }: TableToAudit,
  hidden: ReadonlySet<string>,
  rules: DisclosureRules,
): ReleasedTable {
  const shown = withCurvesOf(asTold(raw, held, hidden), (id) => !hidden.has(id) && hasMoved(held.get(id)));
  const before = curvesBefore(held);
  const carried = carriedRows(held);
  const shape = withToldCurves(noteCarried(publishMetric(shown, rules), carried), carried, before);
  const chart = chartOf(split, split.module, shape, rules);
  const beside =
    cross === 'none' && hidden.size === 0
      ? besideGaps(split.measure, shown).map(({ module, raw: own }) =>
          chartOf(split, module, publishMetric(own, rules), rules),
        )
      : [];
  const toldRows = peopleTold(rows, held).filter(({ id }) => !hidden.has(id));
  const toldHeadings = headings.filter(({ heading }) => toldRows.some((row) => row.heading === heading));
  return {
    cross,
    view: mint({ ...around(split, cross, rules), chart, beside, refused: null }),
    kept: keptRows(
      { name: split.nameOf(cross), shape: raw.kind },
      held,
      { hidden, refused, curves: curvesTold(shape, before) },
      rules,
    ),
    rows: raw.rows.map((row) => toldRowOf(row, { split, cross, rows, held, hidden }, rules)),
    sets: setsOf(toldRows, toldHeadings),
  };
}

/** A table that says nothing keeps what is too small to be said: one person more would show that it was. */
function hiddenWhole(
  split: RawSplit,
  { cross, raw, held }: TableToAudit,
  why: SplitView['refused'],
  rules: DisclosureRules,
): ReleasedTable {
  const all = new Set(held.keys());
  const told = { hidden: all, refused: all, curves: curvesBefore(held) };
  const kept = keptRows({ name: split.nameOf(cross), shape: raw.kind }, held, told, rules);
  return { ...nothing(split, cross, rules, why), kept };
}

/** Who stands behind what is told: each row, and everybody under each heading with a row. */
function setsOf(rows: readonly RowPeople[], headings: readonly HeadingPeople[]): ToldSets {
  const ofKind = (kind: keyof ToldSets) => [
    ...rows.flatMap((row) => row[kind].map((members) => ({ heading: row.heading, members }))),
    ...headings.map((one) => ({ heading: one.heading, members: one[kind] })),
  ];
  return { counted: ofKind('counted'), having: ofKind('having') };
}

interface RowContext {
  readonly split: RawSplit;
  readonly cross: SplitCrossing;
  readonly rows: readonly RowPeople[];
  readonly held: ReadonlyMap<string, HeldRow>;
  readonly hidden: ReadonlySet<string>;
}

function toldRowOf(row: CountedRow, context: RowContext, rules: DisclosureRules): ToldRow {
  const { split, cross, rows, held, hidden } = context;
  const before = held.get(row.id);
  const shown = (before?.counts ?? []).map((count) => roundedCount(count, rules));
  const isShown = !hidden.has(row.id) && shown.every((count) => count !== undefined);
  return {
    id: JSON.stringify([split.question, cross, row.id]),
    cross,
    heading: rows.find(({ id }) => id === row.id)?.heading ?? '',
    counts: countsOf(row),
    shown: isShown ? shown.map((count) => count ?? 0) : null,
    carried: before?.held ?? [],
  };
}

/** Says nothing. What was told before stays what readers know: the next answer is compared with it. */
function nothing(
  split: RawSplit,
  cross: SplitCrossing,
  rules: DisclosureRules,
  refused: SplitView['refused'],
  chart: MetricChart | null = null,
): ReleasedTable {
  return {
    cross,
    view: mint({ ...around(split, cross, rules), chart, beside: [], refused }),
    kept: [],
    rows: [],
    sets: NO_SETS,
  };
}

function around(
  { communityId, question, questionVersion, wording, measure, snapshotDay, coverage }: RawSplit,
  cross: SplitCrossing,
  { threshold, rounding }: DisclosureRules,
): Omit<SplitView, 'chart' | 'beside' | 'refused'> {
  const asked = { communityId, question, questionVersion, wording, measure, cross, snapshotDay };
  return { ...asked, threshold, rounding, coverage: coverage.shape };
}

/** Counts as they are told. A hidden row holds nobody: under identity rules zero is hidden like any small count. */
function asTold<Result extends CountedResult>(
  raw: Result,
  held: ReadonlyMap<string, HeldRow>,
  hidden: ReadonlySet<string>,
): Result {
  return mapRows(raw, (row): CountedRow => {
    if (hidden.has(row.id)) return withCounts(row, [0, 0, 0, 0]);
    return withCounts(row, held.get(row.id)?.counts ?? []);
  });
}

function chartOf(
  { annotations = [] }: RawSplit,
  module: GroupMetricModule,
  shape: ChartShape,
  rules: DisclosureRules,
): MetricChart {
  return { ...metricChart(module, shape, rules), annotations };
}
