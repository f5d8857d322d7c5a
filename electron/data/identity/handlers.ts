import { identityThresholds, problemOfQuestion } from '../../../shared/domain/health/identity-rules.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { IdentityState, identityCalls } from '../../../shared/ipc/topics/identity.ts';
import { inspectFile } from '../platforms/files/inspect-file.ts';
import type { ImportEnd } from '../platforms/files/run-import.ts';
import type { DataContext } from '../service/context.ts';
import type { Handlers } from '../service/handlers.ts';
import { recordEvent } from '../service/record-event.ts';
import { listCommunities } from '../store/communities/queries.ts';
import { listQuestionsInUse, type StoredQuestion, saveQuestion, setAskedPeople } from '../store/identity/questions.ts';
import {
  readIdentityThreshold,
  readMinimumAge,
  writeErasedAt,
  writeIdentityThreshold,
  writeMinimumAge,
} from '../store/identity/settings.ts';
import { sweepIdentity } from '../store/identity/sweep.ts';
import { listToldCommunities } from '../store/identity/told-rows.ts';
import { readBenchmarks } from '../store/outreach/read-outreach.ts';
import { inTransaction } from '../store/transaction.ts';
import { completeLabels } from './complete-labels.ts';
import { guessSurvey } from './guess-survey.ts';
import { identityOf, usingIdentity } from './identity-of.ts';
import { importSurvey } from './import-survey.ts';
import { unusedBenchmarks } from './match-benchmarks.ts';
import { exportMember, withdrawMember } from './one-member.ts';
import { previewSurvey } from './preview-survey.ts';
import { readSurvey } from './read-survey.ts';
import { newestQuestions, requireFacts, requireIdentity, surveyTask } from './survey-task.ts';

/** The calls of the topic "identity". */
export const identityHandlers: Handlers<keyof typeof identityCalls> = {
  'identity.state': (context, { communityId }) => stateOf(context, communityId as CommunityId),

  'identity.unusedBenchmarks': (context, { communityId: id }) => {
    const communityId = id as CommunityId;
    requireFacts(context, communityId);
    // Answers that can't be read are no reason to call every benchmark wrong.
    if (identityOf(context).loss() !== null) return [];
    return unusedBenchmarks(readBenchmarks(context.read, communityId), questionsInUse(context, communityId));
  },

  'identity.saveQuestion': (context, { communityId: id, question }) => {
    const communityId = id as CommunityId;
    if (!requireFacts(context, communityId).holdsPersonalData) throw new HearthError('not-permitted');
    const draft = completeLabels(question);
    const problem = problemOfQuestion(draft, readMinimumAge(context.read, communityId));
    if (problem !== null) throw new HearthError('invalid-input', { field: 'question', problem });
    const identity = identityOf(context).ensure();
    const { version } = identity.transaction((db) => saveQuestion(db, communityId, draft, context.clock.now()));
    note(context, 'identity.question-saved', communityId);
    return { version };
  },

  'identity.inspect': async (context, { communityId, file }) => {
    const { inspection } = await inspectFile(file);
    const questions = newestQuestions(context, communityId as CommunityId);
    const { columns, warnings } = inspection;
    return { columns, warnings, suggested: guessSurvey(columns, questions) };
  },

  'identity.preview': (context, input) => {
    const task = surveyTask(context, input);
    const threshold = thresholdOf(context, task.communityId);
    return usingIdentity(context, () => previewSurvey(task, threshold));
  },

  'identity.import': (context, { consentText, askedPeople, ...input }) =>
    context.jobs.alone('identity', (start) =>
      usingIdentity(context, async () => {
        const identity = requireIdentity(context);
        const task = surveyTask(context, input);
        // Whatever can be said against the file or the mapping is said now.
        const trial = readSurvey(task);
        await trial.next();
        await trial.return(undefined);
        sweepIdentity(identity, context.read);
        const onEnded = (end: ImportEnd, lines: number, accepted: number) => {
          note(context, 'identity.imported', task.communityId, { state: end, lines, accepted });
          const asked = task.questions.filter(({ key }) => task.mapping.questions.some((one) => one.key === key));
          // How many were asked is told of a whole file: beside a part of its answers it would speak of the others' silence.
          if (end === 'finished' && askedPeople !== null)
            identity.transaction((db) => {
              for (const { id } of asked) setAskedPeople(db, id, askedPeople);
            });
        };
        const survey = { ...task, consentTextVersion: consentText, onEnded };
        const jobId = start((job) =>
          usingIdentity(context, async () => {
            try {
              return await importSurvey(context.write, identity, survey, job);
            } finally {
              context.changed(['identity']);
            }
          }),
        );
        return { jobId };
      }),
    ),

  'identity.setAsked': (context, { communityId: id, question: key, askedPeople }) => {
    const communityId = id as CommunityId;
    requireFacts(context, communityId);
    const identity = requireIdentity(context);
    // Groups are made of the version in use: the number belongs to its answers.
    const question = listQuestionsInUse(identity.db, communityId).find((one) => one.key === key);
    if (!question) throw new HearthError('not-found');
    identity.transaction((db) => setAskedPeople(db, question.id, askedPeople));
    note(context, 'identity.asked-corrected', communityId);
    return null;
  },

  'identity.withdraw': (context, { communityId: id, member }) => {
    const communityId = id as CommunityId;
    withdrawMember(context, communityId, member);
    note(context, 'identity.withdrawn', communityId);
    return null;
  },

  'identity.export': (context, { communityId: id, member, file }) => {
    const communityId = id as CommunityId;
    exportMember(context, communityId, member, file);
    note(context, 'identity.exported', communityId);
    return null;
  },

  'identity.erase': (context) => {
    const communities = toldCommunities(context);
    identityOf(context).erase();
    // Who stood behind what was told is erased with the answers, so nothing can be compared with it any more.
    inTransaction(context.write, () => {
      for (const id of communities) writeErasedAt(context.write, id, context.clock.now());
    });
    note(context, 'identity.erased', null);
    return null;
  },

  'identity.setThreshold': (context, { communityId: id, threshold }) => {
    const communityId = id as CommunityId;
    requireFacts(context, communityId);
    const isEdge = (identityThresholds as readonly number[]).includes(threshold);
    // It is only raised: lowering it would show what a higher one has hidden.
    if (!isEdge || threshold < thresholdOf(context, communityId))
      throw new HearthError('invalid-input', { field: 'threshold' });
    inTransaction(context.write, () => {
      writeIdentityThreshold(context.write, communityId, threshold);
      recordEvent(context, 'identity.threshold-raised', communityId, { threshold });
    });
    context.changed(['identity']);
    return null;
  },

  'identity.setMinimumAge': (context, { communityId: id, age }) => {
    const communityId = id as CommunityId;
    requireFacts(context, communityId);
    inTransaction(context.write, () => {
      writeMinimumAge(context.write, communityId, age);
      recordEvent(context, 'identity.minimum-age-set', communityId, { age });
    });
    context.changed(['identity']);
    return null;
  },
};

function stateOf(context: DataContext, communityId: CommunityId): IdentityState {
  requireFacts(context, communityId);
  const loss = identityOf(context).loss();
  const questions = newestQuestions(context, communityId);
  const usable = questions.length === 0 ? 'empty' : 'ready';
  return {
    state: loss === null ? usable : 'missing',
    loss,
    questions: questions.map(({ id: _, askedPeople: __, ...question }) => question),
    askedNoted: questionsInUse(context, communityId)
      .filter(({ askedPeople }) => askedPeople !== null)
      .map(({ key }) => key),
    threshold: thresholdOf(context, communityId),
    minimumAge: readMinimumAge(context.read, communityId),
  };
}

function questionsInUse(context: DataContext, communityId: CommunityId): readonly StoredQuestion[] {
  const identity = identityOf(context).current();
  return identity ? listQuestionsInUse(identity.db, communityId) : [];
}

/** Communities of which something may have been told by group: all, where the file can't say. */
function toldCommunities(context: DataContext): readonly CommunityId[] {
  const identity = identityOf(context).current();
  return identity ? listToldCommunities(identity.db) : listCommunities(context.read).map(({ id }) => id);
}

function thresholdOf(context: DataContext, communityId: CommunityId): number {
  return readIdentityThreshold(context.read, communityId) ?? identityThresholds[0];
}

/** The answers lie in another file, so the event stands in a transaction of its own, after what it tells of. */
function note(
  context: DataContext,
  kind: Parameters<typeof recordEvent>[1],
  communityId: CommunityId | null,
  payload: Parameters<typeof recordEvent>[3] = null,
): void {
  inTransaction(context.write, () => recordEvent(context, kind, communityId, payload));
  context.changed(['identity']);
}
