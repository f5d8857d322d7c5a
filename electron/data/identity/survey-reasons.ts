import type { RejectReason } from '../platforms/files/reject-reasons.ts';

/** Why a line of a survey is not taken, beyond what can be wrong with any file. Words: `identity:reasons.<code>`. */
export const surveyReasons = [
  'member-unknown',
  'member-ambiguous',
  'no-consent',
  'consent-date-unreadable',
  'consent-superseded',
  'age-missing',
  'age-unreadable',
  'under-age',
  'answer-unknown',
  'several-answers',
] as const;
export type SurveyReason = (typeof surveyReasons)[number] | RejectReason;
