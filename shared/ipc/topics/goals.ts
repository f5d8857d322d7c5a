import { z } from 'zod';
import type { ChartLabel, ChartPeriod, ChartUnit } from '../../domain/health/chart.ts';
import {
  type GoalDirection,
  type GoalSilence,
  type GoalState,
  goalDirections,
  type WithoutGoal,
} from '../../domain/health/goal.ts';
import type { DashboardId } from '../../domain/health/pillar.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Published, PublishedValue } from '../../domain/published.ts';
import { call } from '../define.ts';
import { id } from '../schemas.ts';
import { askedJobId } from './jobs.ts';

/** Which number of a metric, and what it is called: nothing more than the metric where it tells one number alone. */
export interface GoalNumber {
  readonly metricId: string;
  readonly dashboard: DashboardId;
  /** '' for the one number of the metric, else one of those the view lists. */
  readonly aim: string;
  readonly words: readonly ChartLabel[];
}

/** What was told of a number in a period. */
export interface GoalStep {
  readonly period: ChartPeriod;
  readonly value: PublishedValue;
}

/** A goal and how it stands in the newest complete period. */
export interface GoalView extends GoalNumber {
  readonly goalId: number;
  readonly direction: GoalDirection;
  /** In the unit of the metric: percent, days, per hundred. */
  readonly target: number;
  readonly unit: ChartUnit;
  readonly value: PublishedValue;
  readonly period: ChartPeriod | null;
  readonly state: GoalState;
  /** Why nothing may be said; null where something is. */
  readonly silence: GoalSilence | null;
  /** Local day on which the goal was set, YYYY-MM-DD. */
  readonly setOn: string;
  /**
   * From the period in which the goal was set, or the last one before it, to the newest complete one, oldest first. Empty by
   * group: what was told in earlier weeks is destroyed.
   */
  readonly steps: readonly GoalStep[];
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

/** Numbers that can have a goal now, and the metrics without one. */
export interface GoalMetricsView {
  readonly communityId: number;
  readonly metrics: readonly (GoalNumber & { readonly unit: ChartUnit; readonly value: PublishedValue })[];
  /** Metrics without such a number just now, and why. */
  readonly without: readonly {
    readonly metricId: string;
    readonly dashboard: DashboardId;
    readonly why: WithoutGoal;
  }[];
}

export interface AnnotationView {
  readonly id: number;
  /** Local date, YYYY-MM-DD. */
  readonly day: string;
  readonly text: string;
}

const metricId = z.string().regex(/^[A-Z]\d{1,2}(_group)?$/);
/** Long enough for a question and an answer by their names. */
const aim = z.string().max(400);
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
      aim: aim.default(''),
      direction: z.enum(goalDirections),
      /** Below zero for a difference in points alone. */
      target: z.number().min(-100).max(1_000_000),
    }),
  ),
  'goals.remove': call<null>()(z.strictObject({ communityId: id, goalId: id })),
  /** Puts a removed goal back as it was, with what was put away. Rejects with `not-found` once another stands in its place. */
  'goals.restore': call<null>()(z.strictObject({ communityId: id, goalId: id })),
  /** Communities with a notice that nobody has read. */
  'goals.unread': call<{ readonly communityIds: readonly number[] }>()(z.strictObject({})),
  'goals.read': call<null>()(z.strictObject({ communityId: id })),
  'goals.dismiss': call<null>()(z.strictObject({ communityId: id, goalId: id, period: localDate })),
  'annotations.list': call<readonly AnnotationView[]>()(z.strictObject({ communityId: id })),
  'annotations.add': call<{ id: number }>()(
    z.strictObject({ communityId: id, day: localDate, text: z.string().trim().min(1).max(200) }),
  ),
  'annotations.remove': call<null>()(z.strictObject({ communityId: id, annotationId: id })),
};
