/**
 * Why a line of a survey is not taken, beyond what can be wrong with any file. Words: `identity:reasons.<code>`; those of any
 * file are `imports:reasons.<code>`.
 */
export const surveyReasons = [
  'member-unknown',
  'member-ambiguous',
  'no-consent',
  'consent-date-unreadable',
  'age-missing',
  'age-unreadable',
  'under-age',
  'answer-unknown',
  'several-answers',
] as const;
export type SurveyReasonCode = (typeof surveyReasons)[number];
