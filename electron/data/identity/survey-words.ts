import { plainWord } from '../../../shared/domain/health/plain-word.ts';

/** How people and survey tools write that they agree. Anything else is no consent, an empty cell among it. */
const yesWords = [
  'yes',
  'y',
  'true',
  '1',
  'x',
  'agree',
  'agreed',
  'i agree',
  'i consent',
  'consent',
  'consented',
  'ok',
  'نعم',
  'أوافق',
  'موافق',
  'موافقة',
  'oui',
  "j'accepte",
  'ja',
  'si',
  'sí',
  'acepto',
  'sim',
  'evet',
  'да',
  'はい',
] as const;

/** Other ways to say that one would rather not say. */
export const refusalWords: readonly string[] = [
  'prefer not to say',
  'prefer not to answer',
  'rather not say',
  'decline to answer',
  'no answer',
  'n/a',
  'أفضل عدم القول',
  'أفضل عدم الإجابة',
  'أفضّل ألا أقول',
];

const plainYes = new Set(yesWords.map(plainWord));

/** True for a cell that says yes, or holds the sentence that the coordinator named. */
export function saysYes(cell: string, alsoYes: readonly string[]): boolean {
  const said = plainWord(cell);
  return said !== '' && (plainYes.has(said) || alsoYes.some((words) => plainWord(words) === said));
}

/**
 * The lowest age that a cell allows, in years, or why there is none. "17", "18-24" and "65+" have one; "under 18" has none,
 * and neither has a year of birth.
 */
export function lowestAge(cell: string): number | 'age-missing' | 'age-unreadable' {
  const text = cell.normalize('NFKC').trim().replace(/[٠-٩]/g, digitOf).replace(/[۰-۹]/g, digitOf);
  if (text === '') return 'age-missing';
  const [, age] = /^(\d{1,3})(?:[.,]\d+)?(?:\s*(?:[-–—]\s*\d{1,3}|\+))?(?:\s*\p{L}{0,12})?$/u.exec(text) ?? [];
  return age === undefined || Number(age) > 125 ? 'age-unreadable' : Number(age);
}

/** Arabic-Indic and extended digits stand in tens of code points, from zero. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  return String(code >= 0x6f0 ? code - 0x6f0 : code - 0x660);
}
