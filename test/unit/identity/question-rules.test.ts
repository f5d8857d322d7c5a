import { describe, expect, it } from 'vitest';
import {
  type IdentityQuestionDraft,
  identityTemplates,
  preferNotToSay,
  templateCodes,
} from '../../../shared/domain/health/identity-questions.ts';
import { problemOfQuestion, questionProblems } from '../../../shared/domain/health/identity-rules.ts';
import { surveyReasons } from '../../../shared/domain/health/survey-reasons.ts';
import arabic from '../../../shared/strings/ar/identity.json' with { type: 'json' };
import english from '../../../shared/strings/en/identity.json' with { type: 'json' };
import { aQuestion } from '../../builders/identity.ts';

const problem = (overrides: Partial<IdentityQuestionDraft>, minimumAge = 18) =>
  problemOfQuestion(aQuestion(overrides), minimumAge);

describe('what may be asked', () => {
  it('takes a plain question about gender', () => {
    expect(problem({})).toBeNull();
  });

  it.each([
    'What sex were you assigned at birth?',
    'Sex',
    'What is your sex?',
    'What is your biological sex?',
    'Were you born a man or a woman?',
    'Gender at birth',
    'Are you AFAB or AMAB?',
    'Quel est votre sexe assigné à la naissance ?',
    '¿Qué sexo te asignaron al nacer?',
    'Sexo biológico',
    'Welches Geschlecht wurde dir bei der Geburt eingetragen? Geschlecht bei der Geburt',
    'ما هو الجنس المسجّل عند الولادة؟',
  ])('never asks for sex assigned at birth: %s', (text) => {
    expect(problem({ wording: { en: text } })).toBe('sex-at-birth');
  });

  it.each(['sex', 'asab', 'afab', 'birth-sex', 'assigned-sex', 'legal-gender'])(
    'nor under the name %s, whatever the words',
    (key) => {
      expect(problem({ key })).toBe('sex-at-birth');
    },
  );

  it('nor as an answer or as the use of another question', () => {
    const answers = [{ code: 'a', labels: { en: 'Assigned female at birth' }, written: [] }];
    expect(problem({ answers })).toBe('sex-at-birth');
    expect(problem({ purpose: 'To learn the birth sex of members' })).toBe('sex-at-birth');
  });

  it.each(['What is your sexual orientation?', 'Are you in a same-sex relationship?', 'Have you given birth?'])(
    'but takes what only sounds alike: %s',
    (text) => {
      expect(problem({ wording: { en: text } })).toBeNull();
    },
  );

  it('wants a use, words, and answers that can be told apart', () => {
    const answer = (code: string, label = 'x') => ({ code, labels: label ? { en: label } : {}, written: [] });
    expect(problem({ purpose: ' ' })).toBe('purpose-missing');
    expect(problem({ wording: {} })).toBe('wording-missing');
    expect(problem({ answers: [], freeTerm: false })).toBe('answers-missing');
    expect(problem({ answers: [], freeTerm: true })).toBeNull();
    expect(problem({ answers: [answer('a'), answer('a')] })).toBe('code-repeated');
    expect(problem({ answers: [answer(preferNotToSay)] })).toBe('code-reserved');
    expect(problem({ answers: [answer('unheard-of', '')] })).toBe('label-missing');
    expect(problem({ answers: [answer('woman', '')] })).toBeNull();
    expect(problem({ answers: [answer('No Code')] })).toBe('code-unreadable');
  });

  it('has no age band of minors, nor below the age of the place', () => {
    const bands = (...codes: string[]) => ({
      kind: 'age-band' as const,
      freeTerm: false,
      answers: codes.map((code) => ({ code, labels: { en: code }, written: [] })),
    });
    expect(problem(bands('18-24', '65-plus'))).toBeNull();
    expect(problem(bands('13-17', '18-24'))).toBe('age-too-low');
    expect(problem(bands('under-18'))).toBe('age-too-low');
    expect(problem(bands('18-24'), 21)).toBe('age-too-low');
    expect(problem({ ...bands('18-24'), freeTerm: true })).toBe('age-too-low');
  });
});

describe('templates', () => {
  it.each(identityTemplates)('of $kind keep every rule, and have words', ({ kind, codes, several, freeTerm }) => {
    const answers = codes.map((code) => ({ code, labels: {}, written: [] }));
    const wording = { en: english.suggested[kind], ar: arabic.suggested[kind] };
    expect(problem({ key: kind, kind, several, freeTerm, answers, wording })).toBeNull();
    for (const code of codes) expect(templateCodes).toContain(code);
    expect(english.kinds[kind]).toBeTruthy();
  });

  it('do not ask for sex assigned at birth, and offer Two-Spirit nowhere by themselves', () => {
    const everything = JSON.stringify(identityTemplates);
    expect(everything).not.toMatch(/birth|assigned|two-spirit/);
  });

  it('have words for every answer, problem and reason', () => {
    expect(Object.keys(english.answers).sort()).toEqual([...templateCodes].sort());
    expect(Object.keys(english.problems).sort()).toEqual([...questionProblems].sort());
    expect(Object.keys(english.reasons).sort()).toEqual([...surveyReasons].sort());
  });
});
