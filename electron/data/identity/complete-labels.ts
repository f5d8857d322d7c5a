import {
  type IdentityQuestionDraft,
  isTemplateCode,
  type TemplateCode,
} from '../../../shared/domain/health/identity-questions.ts';
import arabic from '../../../shared/strings/ar/identity.json' with { type: 'json' };
import english from '../../../shared/strings/en/identity.json' with { type: 'json' };

/**
 * Gives the answers of a template their words in every language, so that a file in any of them is understood and a question
 * reads the same later on. Words that a coordinator wrote stay.
 */
export function completeLabels(draft: IdentityQuestionDraft): IdentityQuestionDraft {
  return {
    ...draft,
    answers: draft.answers.map((answer) =>
      isTemplateCode(answer.code) ? { ...answer, labels: { ...wordsOf(answer.code), ...answer.labels } } : answer,
    ),
  };
}

/** True where an answer has the words of its template in every language that has them, and no others of its own. */
export function hasTemplateWords(code: string, labels: Readonly<Record<string, string>>): boolean {
  return isTemplateCode(code) && Object.entries(wordsOf(code)).every(([language, words]) => labels[language] === words);
}

function wordsOf(code: TemplateCode): Readonly<Record<string, string>> {
  return { en: english.answers[code], ar: arabic.answers[code] };
}
