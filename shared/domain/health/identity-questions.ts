/** What a question is about. Sex assigned at birth is no kind and can't be asked (health.md F). */
export const identityKinds = [
  'gender',
  'trans-status',
  'orientation',
  'ethnicity',
  'disability',
  'religion',
  'age-band',
  'other',
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** The answer that every question has: refusing is an answer, and it is counted as one. */
export const preferNotToSay = 'prefer-not-to-say';

/** Stands for what people wrote in their own words, where a question allows it. */
export const ownTerm = 'own-term';

/** An answer that can be chosen. */
export interface IdentityAnswer {
  /** What answers are kept under: lower-case letters, digits and dashes. Never changes its meaning. */
  readonly code: string;
  /** Language to words. Answers of a template have theirs in the string catalogue. */
  readonly labels: Readonly<Record<string, string>>;
  /** Other ways in which files write this answer. */
  readonly written: readonly string[];
}

/** A question as a coordinator puts it. `preferNotToSay` belongs to every question and is not listed in `answers`. */
export interface IdentityQuestionDraft {
  /** Name of the question across its versions: lower-case letters, digits and dashes. */
  readonly key: string;
  readonly kind: IdentityKind;
  /** What the answers will be used for. A question without a named use is not asked (health.md F). */
  readonly purpose: string;
  /** Language to the words people were asked with. */
  readonly wording: Readonly<Record<string, string>>;
  readonly answers: readonly IdentityAnswer[];
  readonly several: boolean;
  readonly freeTerm: boolean;
}

/** A question as it is kept. Another wording or other answers make another version, for they can't be compared. */
export interface IdentityQuestion extends IdentityQuestionDraft {
  readonly version: number;
  /** Since when this version is asked, in ms. */
  readonly askedFrom: number;
}

/** A suggestion: answers by code, their words are `identity:answers.<code>`. */
export interface IdentityTemplate {
  readonly kind: IdentityKind;
  readonly codes: readonly string[];
  readonly several: boolean;
  readonly freeTerm: boolean;
}

/**
 * Suggested answers by kind (health.md F, after NASEM 2022 and CHAOSS). Ethnicity and religion have no list that is right
 * everywhere: there people write, or the community lists its own. Two-Spirit is in no template: it is offered only where
 * Indigenous identity is asked as well. Age bands start at 18, for nothing is kept of minors.
 */
const templates = [
  { kind: 'gender', codes: ['woman', 'man', 'non-binary'], several: true, freeTerm: true },
  { kind: 'trans-status', codes: ['yes', 'no', 'questioning'], several: false, freeTerm: false },
  {
    kind: 'orientation',
    codes: ['lesbian', 'gay', 'bisexual', 'pansexual', 'asexual', 'queer', 'straight', 'questioning'],
    several: true,
    freeTerm: true,
  },
  { kind: 'ethnicity', codes: [], several: true, freeTerm: true },
  { kind: 'disability', codes: ['yes', 'no'], several: false, freeTerm: false },
  { kind: 'religion', codes: ['no-religion'], several: true, freeTerm: true },
  {
    kind: 'age-band',
    codes: ['18-24', '25-34', '35-44', '45-54', '55-64', '65-plus'],
    several: false,
    freeTerm: false,
  },
  { kind: 'other', codes: [], several: true, freeTerm: true },
] as const satisfies readonly IdentityTemplate[];

/** `templates`, for those who look through them whatever their codes. */
export const identityTemplates: readonly IdentityTemplate[] = templates;

/** A code of an answer that has words of its own in the string catalogue. */
export type TemplateCode = (typeof templates)[number]['codes'][number] | typeof preferNotToSay | typeof ownTerm;

/** All of them: what templates suggest, and what every question may be answered with. */
export const templateCodes: readonly TemplateCode[] = [
  ...new Set<TemplateCode>([...templates.flatMap<TemplateCode>(({ codes }) => codes), preferNotToSay, ownTerm]),
];

export function isTemplateCode(code: string): code is TemplateCode {
  return (templateCodes as readonly string[]).includes(code);
}
