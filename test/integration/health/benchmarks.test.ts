import { beforeEach, describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { splitCsvs } from '../../../electron/data/health/metric-csv.ts';
import { completeLabels } from '../../../electron/data/identity/complete-labels.ts';
import { identityHandlers } from '../../../electron/data/identity/handlers.ts';
import { attachIdentity } from '../../../electron/data/identity/identity-of.ts';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { createActivityWriter } from '../../../electron/data/store/activities/commands.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import type { DotsShape } from '../../../shared/domain/health/chart.ts';
import type { CommunityId, MemberId } from '../../../shared/domain/ids.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { anIdentityVault, answerQuestion, aQuestion } from '../../builders/identity.ts';
import { aCommunity } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

/** Benchmarks from the form to the chart: each is used, or listed with what to do. */

const day = 86_400_000;
let store: Store;
let clock: TestClock;
let context: DataContext;
let communityId: CommunityId;
let vault: ReturnType<typeof anIdentityVault>;

beforeEach(() => {
  store = aStore();
  clock = aClock(Date.UTC(2026, 9, 5, 12));
  context = aDataContext(store, { clock });
  communityId = aCommunity(store.write, { time_zone: 'UTC' });
  vault = anIdentityVault(store);
  attachIdentity(context, vault);
  const members = settle(160);
  const saying = (from: number, to: number, answer: string) =>
    members.slice(from, to).map((member) => ({ member, answers: [answer] }));
  answerQuestion(store.write, vault.ensure(), communityId, [
    ...saying(0, 60, 'woman'),
    ...saying(60, 120, 'man'),
    ...saying(120, 160, 'non-binary'),
  ]);
});

function settle(count: number): MemberId[] {
  const writer = createActivityWriter(store.write, { communityId, importId: null, now: clock.at });
  // The first was there before the others, so that all of these came in the same quarter.
  const acts = Array.from({ length: count + 1 }, (_, at) => {
    const moment = Date.UTC(2026, 0, at === 0 ? 1 : 20);
    const rest = { target: null, kind: 'post', level: 2, space: null, thread: null, mayRepeat: false } as const;
    const key = Buffer.from(`m${at}`);
    return { ...rest, member: `m${at}`, at: moment, day: Math.floor(moment / day), key, parentKey: null, flags: 0 };
  });
  store.transaction(() => writer.add(acts));
  const rows = store.read.prepare('SELECT id FROM members WHERE community_id = ? ORDER BY id').all(communityId);
  return (rows as { id: MemberId }[]).map(({ id }) => id).slice(1);
}

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

function note(values: Readonly<Record<string, string>>): void {
  const saved = recordHandlers['records.save'](context, {
    communityId,
    kind: 'benchmark',
    recordId: null,
    values: { ...census, ...values },
  });
  expect(saved).toMatchObject({ state: 'added' });
}

const ask = (cross: 'none' | 'route' = 'none') =>
  dashboardHandlers['health.split'](context, { communityId, question: 'gender', measure: 'representation', cross });

async function shapeOf(cross: 'none' | 'route' = 'none'): Promise<DotsShape> {
  const { chart } = await ask(cross);
  if (chart?.shape.kind !== 'dots') throw new Error('a split is drawn as dots');
  return chart.shape;
}

const unused = async () => identityHandlers['identity.unusedBenchmarks'](context, { communityId });

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
    answerQuestion(
      store.write,
      vault.ensure(),
      communityId,
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
    attachIdentity(context, anIdentityVault(aStore()));
    note({ answer: 'woman', share: '50' });
    expect(await unused()).toMatchObject([{ why: 'question' }]);
  });

  it('stands beside groups that are named in the language of whoever reads, where the words are the template’s', async () => {
    const draft = aQuestion({
      key: 'orientation',
      kind: 'orientation',
      answers: ['gay', 'queer'].map((code) => ({
        code,
        labels: code === 'queer' ? { ar: 'كوير عندنا' } : {},
        written: [],
      })),
    });
    const rows = store.read.prepare('SELECT id FROM members WHERE community_id = ? ORDER BY id').all(communityId);
    const members = (rows as { id: MemberId }[]).map(({ id }) => id);
    const said = members.map((member, at) => ({ member, answers: [at % 2 === 0 ? 'gay' : 'queer'] }));
    answerQuestion(store.write, vault.ensure(), communityId, said, completeLabels(draft));
    const { chart } = await dashboardHandlers['health.split'](context, {
      communityId,
      question: 'orientation',
      measure: 'representation',
      cross: 'none',
    });
    const labels = chart?.shape.kind === 'dots' ? chart.shape.rows.map(({ label }) => label) : [];
    expect(labels).toContainEqual({ key: 'identity:answers.gay', params: {} });
    expect(labels).toContainEqual({ name: 'Queer' });
  });

  it('leaves in files with its name, beside the share, with difference and ratio', async () => {
    note({ answer: 'woman', share: '50' });
    const [coverage, shares] = splitCsvs(await ask());
    expect(coverage?.suggestedName).toBe('z21-gender.csv');
    expect(shares?.suggestedName).toBe('z17-gender.csv');
    const lines = shares?.text.split('\r\n') ?? [];
    const name = '"Woman / Residents aged 16 and over, Nowhere, 2021"';
    expect(lines).toContain('Z17,3,Woman,,,,38,30,45,160,');
    expect(lines).toContain(`Z17_benchmark,3,${name},,,,50,,,,`);
    expect(lines).toContain(`Z17_difference,3,${name},,,,-12,-20,-5,160,`);
    expect(lines).toContain(`Z17_ratio,3,${name},,,,0.76,0.6,0.9,160,`);
  });
});
