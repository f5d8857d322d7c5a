import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { JobHandle, JobResult } from '../service/jobs.ts';
import type { WriteDb } from '../store/db.ts';
import { linkMembers } from '../store/identity/links.ts';
import type { IdentityStore } from '../store/identity/open-identity.ts';
import { keepAnswers } from '../store/identity/people.ts';
import { readSurvey, type SurveyTask } from './read-survey.ts';
import type { SurveyReason } from './survey-reasons.ts';

export type SurveyImport = SurveyTask & {
  readonly communityId: CommunityId;
  readonly consentTextVersion: string;
  /** Called once all lines are read, inside no transaction. */
  readonly onEnded: (lines: number, accepted: number) => void;
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
  const { communityId, consentTextVersion } = task;
  const refused = new Map<SurveyReason, number>();
  const refuse = (reason: SurveyReason) => void refused.set(reason, (refused.get(reason) ?? 0) + 1);
  let lines = 0;
  let accepted = 0;
  for await (const step of readSurvey(task, job.signal)) {
    lines += step.taken.length + step.refused.length;
    for (const { reason } of step.refused) refuse(reason);
    const ordinals = linkMembers(
      main,
      step.taken.map(({ member }) => member),
    );
    const people = step.taken.map(({ member, ...said }) => {
      const ordinal = ordinals.get(member);
      if (ordinal === undefined) throw new Error('every member of the step was linked');
      return { ...said, ordinal, consentTextVersion };
    });
    for (const outcome of identity.transaction((db) => keepAnswers(db, communityId, people))) {
      if (outcome === 'kept') accepted += 1;
      else refuse('consent-superseded');
    }
    job.progress('importing', step.done, step.total);
  }
  // What newer answers replaced must not stay in the log.
  identity.forgetRemoved();
  task.onEnded(lines, accepted);
  const reasons = [...refused].map(([reason, count]) => [`refused.${reason}`, count] as const);
  return { lines, accepted, ...Object.fromEntries(reasons) };
}
