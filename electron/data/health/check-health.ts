import type { Published } from '../../../shared/domain/published.ts';
import type { ReadDb } from '../store/db.ts';
import { isoStartOf } from './calendar/periods.ts';
import { computeHealth, type HealthQuestion } from './compute-health.ts';
import { derive } from './disclosure/derive.ts';
import { releaseForChecking } from './disclosure/release-for-checking.ts';
import { chanceReciprocity } from './metrics/reciprocity.ts';
import { medianOf, stepAt } from './statistics/kaplan-meier.ts';

/** True numbers of a community without personal data, to hold against published figures. Shares are fractions. */
export interface HealthCheck {
  readonly members: number;
  readonly activities: number;
  readonly reciprocity: {
    readonly arcs: number;
    readonly returnedArcs: number;
    readonly share: number;
    readonly linkedPairs: number;
    readonly mutualPairs: number;
    readonly pairShare: number;
    readonly chance: number | null;
  } | null;
  /** Per cohort its size and, from the joining period on, how many were active in each period. */
  readonly cohorts: readonly { readonly start: string; readonly size: number; readonly active: readonly number[] }[];
  readonly stay: {
    readonly followed: number;
    readonly lapsed: number;
    readonly censored: number;
    readonly tooRecent: number;
    readonly medianDays: number | null;
    readonly at: readonly { readonly day: number; readonly share: number | null }[];
  } | null;
  readonly lifeCycle: readonly {
    readonly start: string;
    readonly complete: boolean;
    readonly active: number;
    readonly new: number;
    readonly returning: number;
    readonly resurrected: number;
    readonly dormant: number;
  }[];
}

/**
 * Answers for the command line's checking mode. Throws HearthError `not-permitted` unless the community is marked as
 * holding no personal data.
 */
export function checkHealth(db: ReadDb, question: HealthQuestion): Published<HealthCheck> {
  return derive(
    releaseForChecking(computeHealth(db, question)),
    (raw): HealthCheck => ({
      members: raw.members,
      activities: raw.activities,
      reciprocity: raw.reciprocity && {
        arcs: raw.reciprocity.arcs,
        returnedArcs: raw.reciprocity.returnedArcs,
        share: raw.reciprocity.returnedArcs / raw.reciprocity.arcs,
        linkedPairs: raw.reciprocity.linkedPairs,
        mutualPairs: raw.reciprocity.mutualPairs,
        pairShare: raw.reciprocity.mutualPairs / raw.reciprocity.linkedPairs,
        chance: chanceReciprocity(raw.reciprocity) ?? null,
      },
      cohorts: (raw.retention?.rows ?? []).map((row) => ({
        start: isoStartOf(raw.retention?.unit ?? 'week', row.cohort),
        size: row.size,
        active: row.cells.map((cell) => cell.returned),
      })),
      stay: raw.stay && {
        followed: raw.stay.followed,
        lapsed: raw.stay.lapsed,
        censored: raw.stay.censored,
        tooRecent: raw.stay.tooRecent,
        medianDays: medianOf(raw.stay.steps) ?? null,
        at: [30, 90, 365].map((day) => ({
          day,
          share:
            day <= (raw.stay?.steps.at(-1)?.time ?? 0) ? (stepAt(raw.stay?.steps ?? [], day)?.survival ?? 1) : null,
        })),
      },
      lifeCycle: (raw.lifeCycle ?? []).map(({ period, ...row }) => ({ start: isoStartOf('month', period), ...row })),
    }),
  );
}
