import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { ImportEnd } from '../platforms/files/run-import.ts';
import type { JobHandle, JobResult } from '../service/jobs.ts';
import type { WriteDb } from '../store/db.ts';
import { linkMembers } from '../store/identity/links.ts';
import type { IdentityStore } from '../store/identity/open-identity.ts';
import { keepAnswers } from '../store/identity/people.ts';
import { readSurvey, type SurveyStep, type SurveyTask } from './read-survey.ts';
import type { SurveyReason } from './survey-reasons.ts';

export type SurveyImport = SurveyTask & {
  readonly communityId: CommunityId;
  readonly consentTextVersion: string;
  /** Called once, however the reading ended, inside no transaction. */
  readonly onEnded: (end: ImportEnd, lines: number, accepted: number) => void;
};

/**
 * Keeps the answers of a survey, step by step: links first, then answers and their sets in one transaction. Stopping keeps
 * what was read; reading the file again changes nothing that is there. The result counts lines by reason, never people.
 */
export async function importSurvey(
  main: WriteDb,
  identity: IdentityStore,
  task: SurveyImport,
  job: JobHandle,
): Promise<JobResult> {
  const refused = new Map<SurveyReason, number>();
  const refuse = (reason: SurveyReason) => void refused.set(reason, (refused.get(reason) ?? 0) + 1);
  let end: ImportEnd = 'failed';
  let lines = 0;
  let accepted = 0;
  try {
    for await (const step of readSurvey(task, job.signal)) {
      for (const { reason } of step.refused) refuse(reason);
      keepStep(main, identity, task, step);
      // Also lines of members who withdrew or said something newer, which stands: their number would tell of whom it is so.
      accepted += step.taken.length;
      lines += step.taken.length + step.refused.length;
      job.progress('importing', step.done, step.total);
    }
    end = 'finished';
  } catch (error) {
    if (job.signal.aborted) end = 'cancelled';
    throw error;
  } finally {
    // A step may have taken answers away before another one failed: those must not stay in the log, and it is told.
    try {
      identity.forgetRemoved();
    } finally {
      task.onEnded(end, lines, accepted);
    }
  }
  const reasons = [...refused].map(([reason, count]) => [`refused.${reason}`, count] as const);
  return { lines, accepted, ...Object.fromEntries(reasons) };
}

function keepStep(
  main: WriteDb,
  identity: IdentityStore,
  { communityId, consentTextVersion }: SurveyImport,
  { taken }: SurveyStep,
): void {
  const ordinals = linkMembers(
    main,
    taken.map(({ member }) => member),
  );
  const people = taken.map(({ member, ...said }) => {
    const ordinal = ordinals.get(member);
    if (ordinal === undefined) throw new Error('every member of the step was linked');
    return { ...said, ordinal, consentTextVersion };
  });
  identity.transaction((db) => keepAnswers(db, communityId, people));
}
