import { z } from 'zod';
import type { ChartPeriod, ChartUnit } from '../../domain/health/chart.ts';
import { type GoalDirection, type GoalState, goalDirections } from '../../domain/health/goal.ts';
import type { DashboardId } from '../../domain/health/pillar.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Published, PublishedValue } from '../../domain/published.ts';
import { call } from '../define.ts';
import { id } from '../schemas.ts';
import { askedJobId } from './jobs.ts';

/** A goal and how it stands in the newest complete quarter. */
export interface GoalView {
  readonly goalId: number;
  readonly metricId: string;
  readonly dashboard: DashboardId;
  readonly direction: GoalDirection;
  /** In the unit of the metric: percent, days, per hundred. */
  readonly target: number;
  readonly unit: ChartUnit;
  readonly value: PublishedValue;
  readonly period: ChartPeriod | null;
  readonly state: GoalState;
}

export interface GoalsView {
  readonly communityId: number;
  readonly goals: readonly GoalView[];
  /** Goals whose interval lay on the wrong side, and nobody has put the notice away. */
  readonly notices: readonly {
    readonly goalId: number;
    readonly metricId: string;
    readonly dashboard: DashboardId;
    readonly period: string;
    readonly noticedAt: Instant;
  }[];
}

/** Metrics that can have a goal now: they tell one number a period. */
export interface GoalMetricsView {
  readonly communityId: number;
  readonly metrics: readonly {
    readonly metricId: string;
    readonly dashboard: DashboardId;
    readonly unit: ChartUnit;
    readonly value: PublishedValue;
  }[];
}

export interface AnnotationView {
  readonly id: number;
  /** Local date, YYYY-MM-DD. */
  readonly day: string;
  readonly text: string;
}

const metricId = z.string().regex(/^[A-Z]\d{1,2}$/);
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const goalCalls = {
  /** Goals and how they stand: counts the metrics that have a goal, and no other. */
  'goals.list': call<Published<GoalsView>>()(z.strictObject({ communityId: id, jobId: askedJobId })),
  /** What a goal can be set for: counts every metric. */
  'goals.metrics': call<Published<GoalMetricsView>>()(z.strictObject({ communityId: id, jobId: askedJobId })),
  'goals.save': call<null>()(
    z.strictObject({
      communityId: id,
      metricId,
      direction: z.enum(goalDirections),
      target: z.number().min(0).max(1_000_000),
    }),
  ),
  'goals.remove': call<null>()(z.strictObject({ communityId: id, goalId: id })),
  'goals.dismiss': call<null>()(z.strictObject({ communityId: id, goalId: id, period: localDate })),
  'annotations.list': call<readonly AnnotationView[]>()(z.strictObject({ communityId: id })),
  'annotations.add': call<{ id: number }>()(
    z.strictObject({ communityId: id, day: localDate, text: z.string().trim().min(1).max(200) }),
  ),
  'annotations.remove': call<null>()(z.strictObject({ communityId: id, annotationId: id })),
};
