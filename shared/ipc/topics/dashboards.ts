import { z } from 'zod';
import type { BarsShape, ChartPeriod, MetricChart, Sentence } from '../../domain/health/chart.ts';
import { type DashboardId, dashboards } from '../../domain/health/pillar.ts';
import {
  crossings,
  type SplitCrossing,
  type SplitMeasure,
  splitMeasures,
  splitTimes,
} from '../../domain/health/split.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Published, PublishedValue } from '../../domain/published.ts';
import { call } from '../define.ts';
import { id, shortText } from '../schemas.ts';
import { askedJobId } from './jobs.ts';

/** One dashboard of one community, every number published. */
export interface DashboardView {
  readonly communityId: number;
  readonly dashboard: DashboardId;
  readonly unit: 'month' | 'quarter';
  readonly timeZone: string;
  readonly weekStart: 'monday';
  readonly computedAt: Instant;
  /** Last instant the data know of; null where there are no activities. */
  readonly cutOff: Instant | null;
  readonly place: 'team' | 'export';
  readonly threshold: number | null;
  readonly rounding: number | null;
  /** The newest complete period, which the findings speak of. */
  readonly period: ChartPeriod | null;
  readonly charts: readonly MetricChart[];
}

/** A measure by the groups of one identity question, from the snapshot of the week. */
export interface SplitView {
  readonly communityId: number;
  readonly question: string;
  readonly questionVersion: number;
  /** The words people were asked with, by language. */
  readonly wording: Readonly<Record<string, string>>;
  readonly measure: SplitMeasure;
  readonly cross: SplitCrossing;
  /** Local day the snapshot was taken of. */
  readonly snapshotDay: string;
  readonly threshold: number;
  readonly rounding: number;
  /** Answered, prefer not to say, not asked: shown before anything else. */
  readonly coverage: BarsShape;
  readonly chart: MetricChart | null;
  /** Numbers that stand beside it without being asked for. */
  readonly beside: readonly MetricChart[];
  /** Why there is no chart; says nothing about how many. */
  readonly refused: 'ledger' | 'too-detailed' | 'coverage' | 'no-answers' | 'erased' | null;
}

/** A split as a screen or a picture shows it. */
export interface SplitPage extends SplitView {
  /** The frozen quarter the numbers are of; null for those of the week. */
  readonly quarter: ChartPeriod | null;
  /** Who answered, as a chart like any other: it stands before all others. */
  readonly coverageChart: MetricChart;
  /**
   * The newest quarter of which the same was told before, and whether rows are compared with it: not where the question or
   * the definition was another one, or nothing could be told. Null where none was told.
   */
  readonly earlier: { readonly quarter: ChartPeriod; readonly isCompared: boolean } | null;
  readonly files: SplitFiles;
}

/**
 * What files and pictures of a split are of: a frozen quarter, or why there are none. `open`: the first quarter is frozen
 * `from` a local day on. `none`: nothing happened yet. `team`: the measure is for the team alone. `crossed`: a split leaves
 * without its crossings.
 */
export type SplitFiles =
  | { readonly state: 'quarter'; readonly quarter: ChartPeriod }
  | { readonly state: 'open'; readonly from: string }
  | { readonly state: 'none' | 'team' | 'crossed' };

/** Newcomers whose first message nobody has answered: where and since when, and nothing that says who. */
export interface WaitingView {
  readonly rows: readonly { readonly since: Instant; readonly hours: number; readonly space: string | null }[];
  /** There are more than the rows tell. */
  readonly more: boolean;
}

/** What the numbers stand on: how fresh each source is and what is missing. */
export interface DataStatusView {
  readonly communityId: number;
  readonly timeZone: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly members: PublishedValue;
  readonly botsRemoved: PublishedValue;
  readonly sources: readonly {
    readonly id: string;
    readonly lastAt: Instant | null;
    readonly state: 'fresh' | 'stale' | 'none';
    readonly count: PublishedValue;
  }[];
  /** Spans of at least a week without a single activity, newest first. */
  readonly gaps: readonly ChartPeriod[];
  /** Metrics that can't be computed, and what each lacks. */
  readonly missing: readonly { readonly metricId: string; readonly needs: readonly string[] }[];
  readonly notes: readonly Sentence[];
}

const place = {
  communityId: id,
  unit: z.enum(['month', 'quarter']).default('quarter'),
};

const metricId = z.string().regex(/^[A-Z]\d{1,2}(_[a-z]+)?$/);

const split = { communityId: id, question: shortText, measure: z.enum(splitMeasures) };

export const dashboardCalls = {
  'health.dashboard': call<Published<DashboardView>>()(
    z.strictObject({ ...place, dashboard: z.enum(dashboards), all: z.boolean().default(false), jobId: askedJobId }),
  ),
  /** Tidy CSV of one metric by the rules of an export, with formula injection neutralised. */
  'health.metricCsv': call<Published<{ suggestedName: string; text: string }>>()(
    z.strictObject({ ...place, metricId }),
  ),
  /** One metric as it may leave: from the newest frozen quarter, by the rules of an export. */
  'health.metricExport': call<Published<MetricChart>>()(z.strictObject({ communityId: id, metricId })),
  /** Fixed menus only: no date range, no filter, no NOT, no OR, one identity question at a time. */
  'health.split': call<Published<SplitPage>>()(
    z.strictObject({
      ...split,
      cross: z.enum(crossings).default('none'),
      /** The week, by the rules of the team, or the newest frozen quarter as it leaves: without crossings. */
      time: z.enum(splitTimes).default('week'),
      jobId: askedJobId,
    }),
  ),
  /** Tidy CSV of one chart of a split, as it leaves: from the newest frozen quarter. */
  'health.splitCsv': call<Published<{ suggestedName: string; text: string }>>()(z.strictObject({ ...split, metricId })),
  'health.waiting': call<Published<WaitingView>>()(z.strictObject({ communityId: id, jobId: askedJobId })),
  'health.status': call<Published<DataStatusView>>()(z.strictObject({ communityId: id, jobId: askedJobId })),
};
