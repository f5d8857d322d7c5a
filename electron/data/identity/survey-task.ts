import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { IdentityMapping } from '../../../shared/ipc/topics/identity.ts';
import type { DataContext } from '../service/context.ts';
import { type CommunityFacts, readCommunityFacts } from '../store/activities/community-facts.ts';
import type { IdentityStore } from '../store/identity/open-identity.ts';
import { listQuestions, type StoredQuestion } from '../store/identity/questions.ts';
import { readMinimumAge } from '../store/identity/settings.ts';
import { memberFinder } from '../store/members/find-by-name.ts';
import { identityOf } from './identity-of.ts';
import type { SurveyTask } from './read-survey.ts';

/** A community that is there; HearthError `not-found` otherwise. */
export function requireFacts(context: DataContext, communityId: CommunityId): CommunityFacts {
  const facts = readCommunityFacts(context.read, communityId);
  if (!facts) throw new HearthError('not-found');
  return facts;
}

/** The open identity file; HearthError `store-damaged` where it is lost, `not-found` where nothing was ever asked. */
export function requireIdentity(context: DataContext): IdentityStore {
  const vault = identityOf(context);
  if (vault.loss() !== null) throw new HearthError('store-damaged');
  const identity = vault.current();
  if (identity === null) throw new HearthError('not-found');
  return identity;
}

/** The newest version of each question of a community. None where nothing was ever asked, or the file is lost. */
export function newestQuestions(context: DataContext, communityId: CommunityId): readonly StoredQuestion[] {
  const identity = identityOf(context).current();
  if (identity === null) return [];
  const versions = listQuestions(identity.db, communityId);
  return versions.filter(({ key }, at) => versions.findIndex((one) => one.key === key) === at);
}

/** Everything the reading of a survey needs, apart from the file's own columns. */
export function surveyTask(
  context: DataContext,
  input: { readonly communityId: number; readonly file: string; readonly mapping: IdentityMapping },
): SurveyTask & { readonly communityId: CommunityId } {
  const communityId = input.communityId as CommunityId;
  const { timeZone } = requireFacts(context, communityId);
  return {
    communityId,
    file: input.file,
    mapping: input.mapping,
    questions: newestQuestions(context, communityId),
    findMember: memberFinder(context.read, communityId),
    minimumAge: readMinimumAge(context.read, communityId),
    timeZone,
    now: context.clock.now(),
  };
}
