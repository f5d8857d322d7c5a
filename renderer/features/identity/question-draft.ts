import {
  type IdentityAnswer,
  type IdentityKind,
  type IdentityQuestion,
  type IdentityQuestionDraft,
  identityTemplates,
  isTemplateCode,
} from '../../../shared/domain/health/identity-questions.ts';

/** A question as its template suggests it, under a name that no other question of the community has. */
export function draftOf(kind: IdentityKind, taken: readonly string[]): IdentityQuestionDraft {
  const template = identityTemplates.find((one) => one.kind === kind);
  return {
    key: freeName(kind, taken),
    kind,
    purpose: '',
    wording: {},
    answers: (template?.codes ?? []).map((code) => ({ code, labels: {}, written: [] })),
    several: template?.several ?? true,
    freeTerm: template?.freeTerm ?? false,
  };
}

/** A question that is there, to be changed. Its name stays. */
export function draftFrom({ key, kind, purpose, wording, answers, several, freeTerm }: IdentityQuestion) {
  return { key, kind, purpose, wording, answers, several, freeTerm } satisfies IdentityQuestionDraft;
}

/** A new answer in a person's words. Its code comes from them where they are Latin letters or digits. */
export function newAnswer(words: string, language: string, others: readonly IdentityAnswer[]): IdentityAnswer {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const isSafe = slug !== '' && !isTemplateCode(slug);
  const taken = others.map(({ code }) => code);
  return { code: freeName(isSafe ? slug : 'answer', taken), labels: { [language]: words }, written: [] };
}

function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
