import { type IdentityQuestion, ownTerm, preferNotToSay } from '../../../shared/domain/health/identity-questions.ts';
import { plainWord } from '../../../shared/domain/health/plain-word.ts';
import type { ChosenAnswer } from '../store/identity/people.ts';
import { refusalWords } from './survey-words.ts';

/** Longest term that is kept, in UTF-16 units. */
const longestTerm = 80;

/** What a cell says, or why it can't be taken; `word` is the part that fits no answer. */
export type ReadCell =
  | { readonly chosen: readonly ChosenAnswer[] }
  | { readonly reason: 'answer-unknown' | 'several-answers' | 'value-too-long'; readonly word: string };

/**
 * Reads the cells of one question: several answers stand between ";" or "|". An empty cell is a question left open. Whoever
 * refuses and answers at once has refused: that is the answer that can do no harm.
 */
export function answerReader(question: IdentityQuestion): (cell: string) => ReadCell {
  const codes = new Map<string, string>();
  for (const word of [preferNotToSay, ...refusalWords]) codes.set(plainWord(word), preferNotToSay);
  for (const { code, labels, written } of question.answers) {
    for (const word of [code, ...Object.values(labels), ...written]) codes.set(plainWord(word), code);
  }
  return (cell) => {
    const words = cell.split(/[;|؛]/).map((word) => word.trim());
    const chosen: ChosenAnswer[] = [];
    for (const word of words.filter((one) => plainWord(one) !== '')) {
      const code = codes.get(plainWord(word));
      if (code === undefined && !question.freeTerm) return { reason: 'answer-unknown', word };
      if (code === undefined && word.length > longestTerm) return { reason: 'value-too-long', word };
      chosen.push(code === undefined ? { answer: ownTerm, term: termOf(word) } : { answer: code, term: '' });
    }
    if (chosen.some(({ answer }) => answer === preferNotToSay)) {
      return { chosen: [{ answer: preferNotToSay, term: '' }] };
    }
    if (!question.several && new Set(chosen.map(({ answer, term }) => `${answer} ${term}`)).size > 1) {
      return { reason: 'several-answers', word: '' };
    }
    return { chosen };
  };
}

/** One spelling for one term, so that people who mean the same stand together. */
function termOf(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
