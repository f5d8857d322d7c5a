import type { BarsShape, ChartRow, ChartShape, MetricChart } from '../../../../../shared/domain/health/chart.ts';
import type { Published } from '../../../../../shared/domain/published.ts';
import type { SplitView } from '../../../../../shared/ipc/topics/dashboards.ts';
import type { GroupMetricModule, GroupResult } from '../../metrics/group-metric.ts';
import { roundedCount } from '../counts.ts';
import type { LedgerEntry } from '../ledger.ts';
import { metricChart } from '../metric-chart.ts';
import { mint } from '../mint.ts';
import { publishMetric } from '../publish/publish-metric.ts';
import type { DisclosureRules } from '../rules.ts';
import { auditSplit } from './audit-split.ts';
import { carriedRows, type ToldCounts, toldNow } from './carried-rows.ts';
import { type RowMembers, refusedRows } from './refused-rows.ts';
import { type CountedResult, type CountedRow, isCounted, mapRows, withCounts } from './row-counts.ts';

/** Identity pages are hidden where fewer than this share of those asked have answered (health.md E, chart 10). */
const LEAST_COVERAGE = 0.5;

/** A split before disclosure, with what was told and released before. */
export interface RawSplit
  extends Pick<
    SplitView,
    'communityId' | 'question' | 'questionVersion' | 'wording' | 'measure' | 'cross' | 'snapshotDay'
  > {
  readonly module: GroupMetricModule;
  readonly raw: GroupResult;
  readonly coverage: GroupResult;
  /** Metrics that stand beside this one without being asked for. */
  readonly beside: readonly { readonly module: GroupMetricModule; readonly raw: GroupResult }[];
  readonly rows: readonly RowMembers[];
  readonly released: readonly LedgerEntry[];
  readonly toldBefore: ToldCounts;
  readonly secret: string;
}

/** What leaves, and what is kept with the snapshot. */
export interface ReleasedSplit {
  readonly view: Published<SplitView>;
  readonly told: ToldCounts;
  /** Rows that were told: who stands behind them goes into the ledger. */
  readonly shown: readonly RowMembers[];
}

/** The gate of identity splits: coverage first, then the ledger, the change limit and the audit of the whole split. */
export function releaseSplit(split: RawSplit, rules: DisclosureRules): ReleasedSplit {
  const { communityId, question, questionVersion, wording, measure, cross, snapshotDay, module, raw } = split;
  const around = {
    communityId,
    question,
    questionVersion,
    wording,
    measure,
    cross,
    snapshotDay,
    threshold: rules.threshold,
    rounding: rules.rounding,
    coverage: coverageShape(split.coverage, rules),
  };
  const nothing = (refused: SplitView['refused'], chart: MetricChart | null = null): ReleasedSplit => ({
    view: mint({ ...around, chart, beside: [], refused }),
    // What was told before stays what readers know: the next answer is measured against it.
    told: split.toldBefore,
    shown: [],
  });
  const asked = coveredShare(split.coverage, rules);
  if (asked === undefined) return nothing('no-answers');
  if (asked < LEAST_COVERAGE) return nothing('coverage');
  if (!isCounted(raw)) return nothing(null, chartOf(module, publishMetric(raw, rules), rules));
  const refused = refusedRows(measure, split.rows, split.released, rules.threshold);
  if (raw.rows.length > 0 && refused.size === raw.rows.length) return nothing('ledger');
  const carried = carriedRows(raw, split.toldBefore, rules);
  const audited = auditSplit({ raw, rules, secret: split.secret, refused, carried });
  if (audited === 'too-detailed') return nothing('too-detailed');
  const told = toldNow(raw, carried);
  const shape = publishMetric(asTold(raw, told, audited.hidden), rules);
  const chart = chartOf(module, withNotes(shape, carried), rules);
  const beside = split.beside.map((one) => chartOf(one.module, publishMetric(one.raw, rules), rules));
  return {
    view: mint({ ...around, chart, beside: audited.hidden.size > 0 ? [] : beside, refused: null }),
    told,
    shown: split.rows.filter(({ id }) => !audited.hidden.has(id)),
  };
}

/** Counts as they are told. A hidden row holds nobody: under identity rules zero is hidden like any small count. */
function asTold(raw: CountedResult, told: ToldCounts, hidden: ReadonlySet<string>): CountedResult {
  return mapRows(raw, (row): CountedRow => {
    if (hidden.has(row.id)) return withCounts(row, [0, 0, 0, 0]);
    return withCounts(row, told[row.id] ?? []);
  });
}

function withNotes(shape: ChartShape, carried: ReadonlyMap<string, unknown>): ChartShape {
  const noted = (row: ChartRow): ChartRow =>
    carried.has(row.id) && row.note === null ? { ...row, note: 'no-reportable-change' } : row;
  switch (shape.kind) {
    case 'dots':
      return { ...shape, rows: shape.rows.map(noted) };
    case 'bars':
      return { ...shape, facets: shape.facets.map((facet) => ({ ...facet, rows: facet.rows.map(noted) })) };
    default:
      return shape;
  }
}

function chartOf(module: GroupMetricModule, shape: ChartShape, rules: DisclosureRules): MetricChart {
  return { ...metricChart(module, shape, rules), annotations: [] };
}

function coverageShape(coverage: GroupResult, rules: DisclosureRules): BarsShape {
  const shape = publishMetric(coverage, rules);
  return shape.kind === 'bars' ? shape : { kind: 'bars', unit: 'percent', facets: [] };
}

/** Share of those asked who gave an answer that is not a refusal, from rounded counts; undefined where nobody was asked. */
function coveredShare(coverage: GroupResult, rules: DisclosureRules): number | undefined {
  if (coverage.kind !== 'shares') return undefined;
  const all = coverage.rows.find(({ id }) => id === 'all');
  const answered = all && roundedCount(all.part, rules);
  const asked = all && roundedCount(all.whole, rules);
  return answered === undefined || asked === undefined || asked === 0 ? undefined : answered / asked;
}
