import { z } from 'zod';
import { type ActivityLevel, activityLevels } from '../../domain/activity.ts';
import { gapOptions } from '../../domain/health/view-options.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Published, PublishedValue } from '../../domain/published.ts';
import { call } from '../define.ts';
import { id } from '../schemas.ts';
import { askedJobId } from './jobs.ts';

/** A sentence as data: a key of the string catalogue and what goes into it, already published. */
export interface Finding {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

interface ChartCommon {
  readonly metricId: string;
  readonly definitionVersion: number;
  readonly level: ActivityLevel;
  readonly finding: Finding;
  /** Keys of sentences that must stand with the chart: what it can't say, curves that were cut, averages that rise. */
  readonly caveats: readonly Finding[];
  /** The same as it was told before, as a sentence; absent where there is nothing to compare with. */
  readonly comparison?: Finding;
}

export interface RetentionTable extends ChartCommon {
  readonly metricId: 'Z4';
  readonly unit: 'week' | 'month' | 'quarter';
  readonly cohorts: readonly {
    /** Local calendar date of the first day of the period, YYYY-MM-DD. */
    readonly start: string;
    readonly size: PublishedValue;
    readonly cells: readonly { readonly share: PublishedValue; readonly count: PublishedValue }[];
  }[];
  readonly average: readonly PublishedValue[];
}

export interface StayCurve extends ChartCommon {
  readonly metricId: 'Z8';
  /** Inactive days after which a member counts as lapsed. */
  readonly gapDays: number;
  /** Steps of the curve, in days; shares in percent. */
  readonly points: readonly { readonly day: number; readonly share: PublishedValue }[];
  readonly atRisk: readonly { readonly day: number; readonly count: PublishedValue }[];
  readonly marks: readonly { readonly day: 30 | 90 | 365; readonly share: PublishedValue }[];
  readonly medianDays: PublishedValue;
  readonly lapsed: PublishedValue;
  readonly stillHere: PublishedValue;
  readonly tooRecent: PublishedValue;
  /** Share removed by moderators by a day, where that is told apart from lapsing; absent where too few were. */
  readonly removed?: { readonly day: number; readonly share: PublishedValue };
  /** Set when the curve ends before the data do. */
  readonly cutAtDay: number | null;
}

export interface LifeCycle extends ChartCommon {
  readonly metricId: 'Z9';
  readonly periods: readonly {
    readonly start: string;
    readonly complete: boolean;
    readonly fresh: PublishedValue;
    readonly returning: PublishedValue;
    readonly resurrected: PublishedValue;
    readonly dormant: PublishedValue;
    readonly active: PublishedValue;
  }[];
}

export interface Reciprocity extends ChartCommon {
  readonly metricId: 'R8';
  readonly arcShare: PublishedValue;
  readonly pairShare: PublishedValue;
  /** Share of arcs that would be returned by chance: the density of the network. */
  readonly chance: PublishedValue;
  readonly arcs: PublishedValue;
  readonly arcsReturned: PublishedValue;
  readonly members: PublishedValue;
  /** Ties of so many days, up to the last complete one. */
  readonly windowDays: number;
}

export interface HealthView {
  readonly communityId: number;
  /** The one space that is told of, by week and of return alone; null for the whole community. */
  readonly spaceId: number | null;
  readonly timeZone: string;
  readonly weekStart: 'monday';
  readonly computedAt: Instant;
  /** Last instant the data know of: nothing after it can be complete. */
  readonly cutOff: Instant | null;
  readonly place: 'team' | 'export';
  readonly threshold: number | null;
  readonly rounding: number | null;
  readonly members: PublishedValue;
  readonly activities: PublishedValue;
  readonly retention: RetentionTable | null;
  readonly stay: StayCurve | null;
  readonly lifeCycle: LifeCycle | null;
  readonly reciprocity: Reciprocity | null;
}

const level = z.literal(activityLevels).default(2);
const gapDays = z.literal(gapOptions).default(90);

export const healthCalls = {
  'health.view': call<Published<HealthView>>()(
    z.strictObject({
      communityId: id,
      spaceId: id.nullable().default(null),
      /** `fit`: the finest step whose cohorts are large enough to be told of; the answer says which. */
      unit: z.enum(['week', 'month', 'quarter', 'fit']).default('week'),
      level,
      gapDays,
      jobId: askedJobId,
    }),
  ),
  /** Tidy CSV of one chart, from the same published values, with formula injection neutralised. */
  'health.csv': call<Published<{ suggestedName: string; text: string }>>()(
    z.strictObject({
      communityId: id,
      metricId: z.enum(['Z4', 'Z8', 'Z9', 'R8']),
      level,
      gapDays,
    }),
  ),
  /** The view that holds one chart as it leaves: to be drawn as a picture. */
  'health.viewExport': call<Published<HealthView>>()(
    z.strictObject({
      communityId: id,
      metricId: z.enum(['Z4', 'Z8', 'Z9', 'R8']),
      level,
      gapDays,
    }),
  ),
};
