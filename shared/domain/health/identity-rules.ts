import { type IdentityQuestionDraft, isTemplateCode, ownTerm, preferNotToSay } from './identity-questions.ts';

/** Nothing is kept of anybody younger. A community may set a higher age where its law does (health.md F). */
export const youngestAge = 18;
/** A higher one than this would be a slip of the finger. */
export const oldestMinimumAge = 30;

/** T at which groups may be shown: the upper edges of the rounding bins (health.md C.2). Raised, never lowered. */
export const identityThresholds = [7, 12, 17, 22, 27, 32] as const;

/** Why a question can't be asked. Each has words under `identity:problems.<code>`. */
export const questionProblems = [
  'key-unreadable',
  'sex-at-birth',
  'purpose-missing',
  'wording-missing',
  'answers-missing',
  'code-unreadable',
  'code-repeated',
  'code-reserved',
  'label-missing',
  'age-too-low',
] as const;
export type QuestionProblem = (typeof questionProblems)[number];

/** How the key of a question and the code of an answer are written. */
export const codePattern = /^[a-z0-9][a-z0-9-]{0,59}$/;
const ageCode = /^(\d{1,3})(?:-(?:\d{1,3}|plus))?$/;

// The question that is never asked, in the words it usually comes in: it serves no purpose here, and its answer can out a
// person. Plain "sex" is refused with it, for people read it as the same question. Orientation ("same-sex") is not meant.
const birthSexKeys =
  /^(?:sex|a[gs]ab|amab|afab|(?:assigned|birth|natal|legal|biological)-(?:sex|gender)(?:-.*)?|sex-.*)$/;
const birthSexWords: readonly RegExp[] = [
  /\b(?:sex|gender)\b.{0,40}\bat birth\b/,
  /\bat birth\b.{0,40}\b(?:sex|gender)\b/,
  /\bassigned (?:sex|gender|male|female)\b/,
  /\b(?:male|female|boy|girl|man|woman) at birth\b/,
  /\b(?:birth|biological|natal|legal|anatomical|chromosomal)[ -](?:sex|gender)\b/,
  /\bborn (?:as )?(?:a )?(?:male|female|boy|girl|man|woman)\b/,
  /\b(?:a[gs]ab|amab|afab)\b/,
  /\b(?:your|the) sex\b|^sex\b/,
  /\b(?:sexe|genre)\b.{0,30}\b(?:naissance|biologique)\b/,
  /\bsexo\b.{0,30}\b(?:nacer|nacimiento|nascer|nascimento|nascenca|biologico)\b/,
  /\bgeschlecht\b.{0,30}\bgeburt\b|\bgeburtsgeschlecht\b|\bbiologisches geschlecht\b/,
  /(?:الجنس|النوع|جنسك).{0,30}(?:الولاده|الولادة|البيولوجي|الميلاد)/,
];

/**
 * The first thing that speaks against a question, or null. `minimumAge` is the community's: no age band may begin below it.
 */
export function problemOfQuestion(draft: IdentityQuestionDraft, minimumAge: number): QuestionProblem | null {
  if (!codePattern.test(draft.key)) return 'key-unreadable';
  if (asksSexAtBirth(draft)) return 'sex-at-birth';
  if (draft.purpose.trim() === '') return 'purpose-missing';
  if (!hasText(draft.wording)) return 'wording-missing';
  if (draft.answers.length === 0 && !draft.freeTerm) return 'answers-missing';
  return problemOfAnswers(draft, minimumAge);
}

function problemOfAnswers(draft: IdentityQuestionDraft, minimumAge: number): QuestionProblem | null {
  const met = new Set<string>();
  for (const { code, labels } of draft.answers) {
    if (!codePattern.test(code)) return 'code-unreadable';
    if (code === preferNotToSay || code === ownTerm) return 'code-reserved';
    if (met.has(code)) return 'code-repeated';
    met.add(code);
    if (!hasText(labels) && !isTemplateCode(code)) return 'label-missing';
    if (draft.kind === 'age-band' && !(Number(ageCode.exec(code)?.[1] ?? 0) >= minimumAge)) return 'age-too-low';
  }
  // Ages in people's own words can't be told from those of minors.
  return draft.kind === 'age-band' && draft.freeTerm ? 'age-too-low' : null;
}

function asksSexAtBirth({ key, wording, purpose, answers }: IdentityQuestionDraft): boolean {
  const labels = answers.flatMap((one) => [one.code, ...Object.values(one.labels), ...one.written]);
  const texts = [...Object.values(wording), purpose, ...labels].map(plain);
  return birthSexKeys.test(key) || texts.some((text) => birthSexWords.some((pattern) => pattern.test(text)));
}

/** Lower case, without accents and harakat, words parted by one space. */
function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[\s_]+/g, ' ').trim();
}

function hasText(texts: Readonly<Record<string, string>>): boolean {
  return Object.values(texts).some((text) => text.trim() !== '');
}
