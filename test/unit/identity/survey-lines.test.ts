import { describe, expect, it } from 'vitest';
import { answerReader } from '../../../electron/data/identity/answer-words.ts';
import { guessSurvey } from '../../../electron/data/identity/guess-survey.ts';
import { surveyReader } from '../../../electron/data/identity/survey-lines.ts';
import { lowestAge, saysYes } from '../../../electron/data/identity/survey-words.ts';
import type { MemberId } from '../../../shared/domain/ids.ts';
import { aQuestion } from '../../builders/identity.ts';
import { testNow } from '../../builders/insert-row.ts';

const columns = ['member', 'consent', 'date', 'age', 'gender'];
const mapping = {
  member: 'member',
  consent: 'consent',
  consentAnswers: ['I have read this and take part'],
  consentDate: 'date',
  age: 'age',
  everybodyOldEnough: false,
  questions: [{ key: 'gender', column: 'gender' }],
};
const question = { ...aQuestion(), id: 4, version: 1, askedFrom: 0, askedPeople: null };

function reader(overrides: { mapping?: Partial<typeof mapping>; minimumAge?: number } = {}) {
  const members: Record<string, MemberId> = { ada: 1 as MemberId, ben: 2 as MemberId };
  return surveyReader({
    mapping: { ...mapping, ...overrides.mapping },
    columns,
    questions: [question],
    findMember: (name) => members[name] ?? (name === 'twins' ? 'ambiguous' : 'unknown'),
    minimumAge: overrides.minimumAge ?? 18,
    timeZone: 'UTC',
    now: testNow,
  });
}

const reasonOf = (line: ReturnType<ReturnType<typeof reader>>) => ('reason' in line ? line.reason : null);

describe('a line of a survey', () => {
  it('says who consented when, and to what they answered', () => {
    expect(reader()(['ada', 'yes', '2026-10-01', '34', 'Woman; non-binary'])).toEqual({
      member: 1,
      consentAt: Date.UTC(2026, 9, 1),
      consentIsDated: true,
      asked: [
        {
          questionId: 4,
          chosen: [
            { answer: 'woman', term: '' },
            { answer: 'non-binary', term: '' },
          ],
        },
      ],
    });
  });

  it.each([
    [['ada', 'yes', '2026-10-01', '17', 'woman'], 'under-age'],
    [['ada', 'yes', '2026-10-01', '١٧', 'woman'], 'under-age'],
    [['ada', 'yes', '2026-10-01', '13-17', 'woman'], 'under-age'],
    [['ada', 'yes', '2026-10-01', '', 'woman'], 'age-missing'],
    [['ada', 'yes', '2026-10-01', 'under 18', 'woman'], 'age-unreadable'],
    [['ada', 'yes', '2026-10-01', '2001', 'woman'], 'age-unreadable'],
    [['ada', '', '2026-10-01', '34', 'woman'], 'no-consent'],
    [['ada', 'no', '2026-10-01', '34', 'woman'], 'no-consent'],
    [['ada', 'maybe', '2026-10-01', '34', 'woman'], 'no-consent'],
    [['ada', 'yes', '', '34', 'woman'], 'consent-date-unreadable'],
    [['ada', 'yes', '2031-01-01', '34', 'woman'], 'consent-date-unreadable'],
    [['zoe', 'yes', '2026-10-01', '34', 'woman'], 'member-unknown'],
    [['twins', 'yes', '2026-10-01', '34', 'woman'], 'member-ambiguous'],
    [['', 'yes', '2026-10-01', '34', 'woman'], 'member-missing'],
    [['ada', 'yes'], 'columns-missing'],
  ])('is left out whole: %j (%s)', (cells, reason) => {
    expect(reasonOf(reader()(cells))).toBe(reason);
  });

  it('is judged by the higher age of the place, and a band by its lowest age', () => {
    const read = reader({ minimumAge: 21 });
    expect(reasonOf(read(['ada', 'yes', '2026-10-01', '20', 'woman']))).toBe('under-age');
    expect(reasonOf(read(['ada', 'yes', '2026-10-01', '18-24', 'woman']))).toBe('under-age');
    expect(reasonOf(read(['ada', 'yes', '2026-10-01', '21', 'woman']))).toBeNull();
  });

  it('can’t be read without ages unless somebody vouches for them', () => {
    expect(() => reader({ mapping: { age: null as unknown as string } })).toThrow('mapping-incomplete');
    const read = reader({ mapping: { age: null as unknown as string, everybodyOldEnough: true } });
    expect(reasonOf(read(['ada', 'yes', '2026-10-01', '', 'woman']))).toBeNull();
  });
});

describe('answers in a cell', () => {
  const read = answerReader({
    ...question,
    answers: [...question.answers, { code: 'agender', labels: { ar: 'لا جندري' }, written: ['A gender'] }],
  });
  const chosen = (cell: string) => {
    const said = read(cell);
    return 'chosen' in said ? said.chosen.map(({ answer, term }) => term || answer) : said.reason;
  };

  it('are told by code, words in any language, and other spellings', () => {
    expect(chosen('NON binary | Wóman')).toEqual(['non-binary', 'woman']);
    expect(chosen('لا جندري؛ woman')).toEqual(['agender', 'woman']);
    expect(chosen('a-gender')).toEqual(['agender']);
    expect(chosen(' ; ')).toEqual([]);
  });

  it('in own words become one spelling of one term', () => {
    expect(chosen('  Gender   QUEER ')).toEqual(['gender queer']);
    expect(chosen('x'.repeat(81))).toBe('value-too-long');
  });

  it('with a refusal among them are a refusal', () => {
    expect(chosen('woman; prefer not to say')).toEqual(['prefer-not-to-say']);
    expect(chosen('Rather not say.')).toEqual(['prefer-not-to-say']);
  });

  it('must be one where the question takes one, and known where it takes no own words', () => {
    const single = answerReader({ ...question, several: false, freeTerm: false });
    expect(single('woman; man')).toMatchObject({ reason: 'several-answers' });
    expect(single('woman; Woman')).toMatchObject({ chosen: [{ answer: 'woman' }, { answer: 'woman' }] });
    expect(single('something')).toEqual({ reason: 'answer-unknown', word: 'something' });
  });
});

it('takes a yes in many languages, or the sentence that was named, and nothing else', () => {
  for (const yes of ['Yes', 'TRUE', '1', 'نعم', 'أوافق', 'Oui', 'x']) expect(saysYes(yes, [])).toBe(true);
  for (const no of ['', 'no', '0', 'false', 'I have read this', 'لا']) expect(saysYes(no, [])).toBe(false);
  expect(saysYes('I have read this', ['i have READ this'])).toBe(true);
});

it('reads ages as people write them', () => {
  expect(['34', '18-24', '65+', '34.5', '40 years', '٣٤'].map(lowestAge)).toEqual([34, 18, 65, 34, 40, 34]);
  expect(['', 'old', '<18', '999', '-3'].map(lowestAge)).toEqual([
    'age-missing',
    'age-unreadable',
    'age-unreadable',
    'age-unreadable',
    'age-unreadable',
  ]);
});

it('proposes columns by their names', () => {
  const names = ['Timestamp', 'User name', 'I agree', 'Age', 'Which of these describe you?', 'Favourite colour'];
  expect(guessSurvey(names, [question])).toMatchObject({
    member: 'User name',
    consent: 'I agree',
    consentDate: 'Timestamp',
    age: 'Age',
    questions: [{ key: 'gender', column: 'Which of these describe you?' }],
  });
});
