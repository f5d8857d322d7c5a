import { z } from 'zod';
import { type IdentityQuestion, identityKinds } from '../../domain/health/identity-questions.ts';
import { codePattern, oldestMinimumAge, youngestAge } from '../../domain/health/identity-rules.ts';
import { call } from '../define.ts';
import { filePath, id, shortText } from '../schemas.ts';

const code = z.string().regex(codePattern);
const byLanguage = z.record(z.string().regex(/^[a-z]{2,3}$/), shortText);

const question = z.strictObject({
  key: code,
  kind: z.enum(identityKinds),
  purpose: shortText,
  wording: byLanguage,
  answers: z
    .array(z.strictObject({ code, labels: byLanguage, written: z.array(shortText).max(50).default([]) }))
    .max(100),
  several: z.boolean(),
  freeTerm: z.boolean(),
});

export const identityMapping = z.strictObject({
  member: shortText,
  consent: shortText,
  /** How the file writes "I agree", where it is not a plain yes. */
  consentAnswers: z.array(shortText).max(20).default([]),
  /** Column of the day consent was given; without one it is the day of the import. */
  consentDate: shortText.nullable().default(null),
  age: shortText.nullable().default(null),
  /** Needed where there is no column of ages: somebody vouches that nobody in the file is too young. */
  everybodyOldEnough: z.boolean().default(false),
  questions: z.array(z.strictObject({ key: code, column: shortText })).max(50),
});
export type IdentityMapping = z.output<typeof identityMapping>;

/** Why answers that were kept can't be read. */
export type IdentityLossCode = 'file' | 'key' | 'damaged' | 'newer' | 'unreadable';

/** What can be said of identity answers outside of health: questions and rules, never who or how many. */
export interface IdentityState {
  readonly state: 'missing' | 'empty' | 'ready';
  readonly loss: IdentityLossCode | null;
  /** The newest version of each question. */
  readonly questions: readonly IdentityQuestion[];
  /** Keys of questions of which somebody noted how many people they were put to. */
  readonly askedNoted: readonly string[];
  readonly threshold: number;
  readonly minimumAge: number;
}

export interface IdentityInspection {
  readonly columns: readonly string[];
  readonly suggested: IdentityMapping;
  readonly warnings: readonly string[];
}

/** Lines of the file, never people. */
export interface IdentityPreview {
  readonly lines: number;
  readonly accepted: number;
  readonly refused: readonly { readonly reason: string; readonly lines: number }[];
  /** Words that fit no answer, where more lines than the threshold hold them. */
  readonly unknownWords: readonly { readonly question: string; readonly words: readonly string[] }[];
}

/** A benchmark that nothing is compared with, in the words it was written down with. */
export interface UnusedBenchmark {
  readonly question: string;
  readonly answer: string;
  readonly population: string;
  readonly place: string;
  readonly year: number;
  /**
   * `question`: fits no question. `answer`: fits no answer of it. `own-term`: fits no offered answer, and is compared once enough
   * people write the same word. `twice`: the same group of the same population stands there before it.
   */
  readonly why: 'question' | 'answer' | 'own-term' | 'twice';
}

const community = { communityId: id };
const source = { ...community, file: filePath, mapping: identityMapping };
const askedPeople = z.number().int().min(1).max(10_000_000).nullable();
const somebody = { ...community, member: shortText.min(1) };

/** None of these answers what a person said, but for the file of `identity.export`, which is for that person. */
export const identityCalls = {
  'identity.state': call<IdentityState>()(z.strictObject(community)),
  'identity.unusedBenchmarks': call<readonly UnusedBenchmark[]>()(z.strictObject(community)),
  'identity.saveQuestion': call<{ version: number }>()(z.strictObject({ ...community, question })),
  'identity.inspect': call<IdentityInspection>()(z.strictObject({ ...community, file: filePath })),
  'identity.preview': call<IdentityPreview>()(z.strictObject(source)),
  'identity.import': call<{ jobId: string }>()(
    z.strictObject({
      ...source,
      /** Which text people agreed to, in the coordinator's own naming. */
      consentText: shortText.min(1),
      /** How many people the survey went to, where somebody knows. */
      askedPeople: askedPeople.default(null),
    }),
  ),
  /**
   * Corrects how many people a question was put to, in the version that groups are made of; null where nobody knows. What was
   * told already stays as it is. HearthError `not-found` where there is no such question.
   */
  'identity.setAsked': call<null>()(z.strictObject({ ...community, question: code, askedPeople })),
  'identity.withdraw': call<null>()(z.strictObject(somebody)),
  'identity.export': call<null>()(z.strictObject({ ...somebody, file: filePath })),
  'identity.erase': call<null>()(z.strictObject({ confirm: z.literal('erase') })),
  'identity.setThreshold': call<null>()(z.strictObject({ ...community, threshold: z.number().int() })),
  'identity.setMinimumAge': call<null>()(
    z.strictObject({ ...community, age: z.number().int().min(youngestAge).max(oldestMinimumAge) }),
  ),
};
