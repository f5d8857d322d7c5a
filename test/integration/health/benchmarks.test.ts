import { beforeEach, describe, expect, it } from 'vitest';
import { splitCsvs } from '../../../electron/data/health/metric-csv.ts';
import { completeLabels } from '../../../electron/data/identity/complete-labels.ts';
import { identityHandlers } from '../../../electron/data/identity/handlers.ts';
import { attachIdentity } from '../../../electron/data/identity/identity-of.ts';
import type { DotsShape } from '../../../shared/domain/health/chart.ts';
import { anIdentityVault, aQuestion } from '../../builders/identity.ts';
import { type Asked, anIdentityDesk, type IdentityDesk } from '../../builders/identity-desk.ts';
import { aPost } from '../../builders/new-activities.ts';
import { type RecordTexts, saveRecord } from '../../builders/records.ts';
import { aStore } from '../../builders/store.ts';

/** Benchmarks from the form to the chart: each is used, or listed with what to do. */

let desk: IdentityDesk;

beforeEach(() => {
  // The first was there before the others, so that all of these came in the same quarter.
  const acts = Array.from({ length: 161 }, (_, at) => aPost(`m${at}`, Date.UTC(2026, 0, at === 0 ? 1 : 20)));
  desk = anIdentityDesk({ acts });
  desk.answer([...desk.said(1, 61, 'woman'), ...desk.said(61, 121, 'man'), ...desk.said(121, 161, 'non-binary')]);
});

const census = {
  question: 'gender',
  population: 'Residents aged 16 and over',
  year: '2021',
  place: 'Nowhere',
  wording: 'What is your gender?',
  source: 'Census 2021',
  fromAge: '16',
  toAge: '',
};

function note(values: RecordTexts): void {
  const saved = saveRecord(desk.context, desk.communityId, 'benchmark', { ...census, ...values });
  expect(saved).toMatchObject({ state: 'added' });
}

async function shapeOf(asked: Asked = {}): Promise<DotsShape> {
  const { chart } = await desk.ask(asked);
  if (chart?.shape.kind !== 'dots') throw new Error('a split is drawn as dots');
  return chart.shape;
}

const unused = async () =>
  identityHandlers['identity.unusedBenchmarks'](desk.context, { communityId: desk.communityId });

describe('a benchmark', () => {
  it('is found by code, by label and by the wording of the question, in any case, accents and dashes', async () => {
    note({ answer: 'Woman', share: '50' });
    note({ answer: 'NON BINARY', share: '2', question: 'Which of these describe you?' });
    note({ answer: 'mán', share: '48', question: ' Gender ' });
    const shape = await shapeOf();
    expect(await unused()).toEqual([]);
    expect(shape.benchmarks).toEqual([
      expect.objectContaining({
        population: census.population,
        place: 'Nowhere',
        year: 2021,
        fromAge: 16,
        toAge: null,
      }),
    ]);
    const told = shape.rows.map(({ id, against }) => [id, against?.map(({ reference }) => reference)]);
    expect(new Map(told as [string, number[]][])).toEqual(
      new Map([
        ['woman', [50]],
        ['man', [48]],
        ['non-binary', [2]],
      ]),
    );
  });

  it('is said as a difference and a ratio from rounded counts', async () => {
    note({ answer: 'woman', share: '50' });
    // 60 of 160 is 38 %, from 30 to 45.
    expect((await shapeOf()).rows.find(({ id }) => id === 'woman')?.against).toEqual([
      {
        benchmark: '1',
        reference: 50,
        difference: { mark: 'shown', value: -12, lower: -20, upper: -5 },
        relative: { mark: 'shown', value: 0.76, lower: 0.6, upper: 0.9 },
      },
    ]);
  });

  it('of another population stands beside the first, each by name', async () => {
    note({ answer: 'woman', share: '50' });
    note({ answer: 'woman', share: '64', population: 'Students', source: 'University' });
    const shape = await shapeOf();
    expect(shape.benchmarks?.map(({ id, population }) => [id, population])).toEqual([
      ['1', 'Residents aged 16 and over'],
      ['2', 'Students'],
    ]);
    const woman = shape.rows.find(({ id }) => id === 'woman');
    expect(woman?.against?.map(({ benchmark, reference }) => [benchmark, reference])).toEqual([
      ['1', 50],
      ['2', 64],
    ]);
  });

  it('that fits nothing is listed with why', async () => {
    desk.answer(
      [],
      aQuestion({ key: 'trans-status', freeTerm: false, answers: [{ code: 'yes', labels: {}, written: [] }] }),
    );
    note({ answer: 'woman', share: '50' });
    note({ answer: 'Woman', share: '51' });
    note({ answer: 'woman', share: '50', question: 'Sex' });
    note({ answer: 'genderqueer', share: '1' });
    note({ answer: 'perhaps', share: '1', question: 'trans status' });
    note({ answer: 'Yes', share: '1', question: 'trans status' });
    expect((await unused()).map(({ question, answer, why }) => [question, answer, why])).toEqual([
      ['Sex', 'woman', 'question'],
      ['gender', 'Woman', 'twice'],
      ['gender', 'genderqueer', 'own-term'],
      ['trans status', 'perhaps', 'answer'],
    ]);
    // The first that was written down holds.
    expect((await shapeOf()).rows.find(({ id }) => id === 'woman')?.against?.[0]?.reference).toBe(50);
  });

  it('is compared with nothing where no question is asked, and says so', async () => {
    attachIdentity(desk.context, anIdentityVault(aStore()));
    note({ answer: 'woman', share: '50' });
    expect(await unused()).toMatchObject([{ why: 'question' }]);
  });

  it('stands beside groups that are named in the language of whoever reads, where the words are the template’s', async () => {
    const draft = aQuestion({
      key: 'orientation',
      kind: 'orientation',
      // Nobody's own words: a row of nobody is hidden, and by its secret the audit may hide another one for its sake.
      freeTerm: false,
      answers: ['gay', 'queer'].map((code) => ({
        code,
        labels: code === 'queer' ? { ar: 'كوير عندنا' } : {},
        written: [],
      })),
    });
    const said = desk.members.map((member, at) => ({ member, answers: [at % 2 === 0 ? 'gay' : 'queer'] }));
    desk.answer(said, completeLabels(draft));
    const labels = (await shapeOf({ question: 'orientation' })).rows.map(({ label }) => label);
    expect(labels).toContainEqual({ key: 'identity:answers.gay', params: {} });
    expect(labels).toContainEqual({ name: 'Queer' });
  });

  it('leaves in files with its name, beside the share, with difference and ratio', async () => {
    note({ answer: 'woman', share: '50' });
    const [coverage, shares] = splitCsvs(await desk.ask(), { start: '2026-07-01', end: '2026-09-30' });
    expect(coverage?.suggestedName).toBe('z21-gender.csv');
    expect(shares?.suggestedName).toBe('z17-gender.csv');
    const lines = shares?.text.split('\r\n') ?? [];
    const name = '"Woman / Residents aged 16 and over, Nowhere, 2021"';
    expect(lines).toContain('Z17,3,Woman,2026-07-01,2026-09-30,,38,30,45,160,');
    expect(lines).toContain(`Z17_benchmark,3,${name},2026-07-01,2026-09-30,,50,,,,`);
    expect(lines).toContain(`Z17_difference,3,${name},2026-07-01,2026-09-30,,-12,-20,-5,160,`);
    expect(lines).toContain(`Z17_ratio,3,${name},2026-07-01,2026-09-30,,0.76,0.6,0.9,160,`);
  });
});
