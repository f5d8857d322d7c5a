import type { DataContext } from '../service/context.ts';
import type { JobHandle } from '../service/jobs.ts';
import { computeHealth, computeSpaceReturn, type HealthQuestion } from './compute-health.ts';
import { remembered, revisionAt } from './dashboard/remembered.ts';
import type { RawHealth } from './raw-health.ts';

/** What the team's view of return and stay is asked for: of one space where `spaceId` names one. */
export type ViewQuestion = Pick<HealthQuestion, 'communityId' | 'unit' | 'level' | 'gapDays'> & {
  readonly spaceId: number | null;
};

/**
 * The true counts of a view of return and stay, kept until something they were counted from changes: the ends of accounts
 * are records. They leave through disclosure alone. Rejects with HearthError `not-found`, `cancelled`.
 */
export function readHealthView(
  context: DataContext,
  { communityId, spaceId, unit, level, gapDays }: ViewQuestion,
  job: JobHandle | null,
): Promise<RawHealth> {
  const question = { communityId, unit, level, gapDays, now: context.clock.now() };
  const revision = revisionAt(question.now, context, ['communities', 'activities', 'records']);
  const key = JSON.stringify(['return and stay', communityId, spaceId, unit, level, gapDays]);
  return remembered(context, { key, revision, job }, (turns) =>
    context.readSnapshot((db) =>
      spaceId === null
        ? computeHealth(db, question, turns)
        : computeSpaceReturn(db, { communityId, level, now: question.now, spaceId }, turns),
    ),
  );
}
