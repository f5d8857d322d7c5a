import type { IdentityQuestion } from './identity-questions.ts';
import { plainWord } from './plain-word.ts';

/** A group of a question by what others may call it. */
export interface NamedGroup {
  readonly code: string;
  /** In any case, with any accents and dashes. */
  readonly names: readonly string[];
}

/** The question that words mean: by its key, else by the words people were asked with. */
export function questionMeant<Question extends Pick<IdentityQuestion, 'key' | 'wording'>>(
  words: string,
  questions: readonly Question[],
): Question | undefined {
  const said = plainWord(words);
  return (
    questions.find(({ key }) => plainWord(key) === said) ??
    questions.find(({ wording }) => Object.values(wording).some((asked) => plainWord(asked) === said))
  );
}

/** Code of the group that words mean. */
export function groupMeant(words: string, groups: readonly NamedGroup[]): string | undefined {
  const said = plainWord(words);
  return groups.find(({ names }) => names.some((name) => plainWord(name) === said))?.code;
}
