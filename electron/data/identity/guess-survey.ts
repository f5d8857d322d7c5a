import type { IdentityQuestion } from '../../../shared/domain/health/identity-questions.ts';
import { plainWord } from '../../../shared/domain/health/plain-word.ts';
import type { IdentityMapping } from '../../../shared/ipc/topics/identity.ts';

const columnNames = {
  member: ['member', 'memberid', 'user', 'userid', 'username', 'handle', 'account', 'name'],
  consent: ['consent', 'consented', 'agree', 'agreement', 'iagree', 'permission'],
  consentDate: ['consentdate', 'consentat', 'consentedat', 'submittedat', 'submitted', 'date', 'timestamp', 'time'],
  age: ['age', 'howold', 'ageinyears', 'yourage'],
} as const;

/** A first proposal for what the columns of a survey mean, from their names alone: no cell is looked at. */
export function guessSurvey(columns: readonly string[], questions: readonly IdentityQuestion[]): IdentityMapping {
  const find = (names: readonly string[]) =>
    names.flatMap((name) => columns.find((column) => plainColumn(column) === name) ?? [])[0] ?? null;
  const guessed = questions.flatMap(({ key, wording }) => {
    const column = find([key, ...Object.values(wording)].map(plainColumn));
    return column === null ? [] : [{ key, column }];
  });
  return {
    member: find(columnNames.member) ?? '',
    consent: find(columnNames.consent) ?? '',
    consentAnswers: [],
    consentDate: find(columnNames.consentDate),
    age: find(columnNames.age),
    everybodyOldEnough: false,
    questions: guessed,
  };
}

function plainColumn(name: string): string {
  return plainWord(name).replace(/[\s?]/g, '');
}
