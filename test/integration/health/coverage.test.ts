import { beforeEach, describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { attachIdentity } from '../../../electron/data/identity/identity-of.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { createActivityWriter } from '../../../electron/data/store/activities/commands.ts';
import { findQuestion, setAskedPeople } from '../../../electron/data/store/identity/questions.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import { coverageSentences } from '../../../shared/domain/health/coverage-sentences.ts';
import type { CommunityId, MemberId } from '../../../shared/domain/ids.ts';
import type { SplitView } from '../../../shared/ipc/topics/dashboards.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { anIdentityVault, answerQuestion, type Said } from '../../builders/identity.ts';
import { aCommunity } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

/** Coverage against those who were asked (Z21): people who never answered have no line in a survey, only a number. */

const day = 86_400_000;
let store: Store;
let clock: TestClock;
let context: DataContext;
let communityId: CommunityId;
let members: readonly MemberId[];
let vault: ReturnType<typeof anIdentityVault>;

beforeEach(() => {
  store = aStore();
  clock = aClock(Date.UTC(2026, 9, 5, 12));
  context = aDataContext(store, { clock });
  communityId = aCommunity(store.write, { time_zone: 'UTC' });
  vault = anIdentityVault(store);
  attachIdentity(context, vault);
  members = settle(200);
});

function settle(count: number): MemberId[] {
  const writer = createActivityWriter(store.write, { communityId, importId: null, now: clock.at });
  const acts = Array.from({ length: count }, (_, at) => {
    const moment = Date.UTC(2026, 1, 1) + (at % 30) * day;
    const rest = { target: null, kind: 'post', level: 2, space: null, thread: null, mayRepeat: false } as const;
    const key = Buffer.from(`m${at}`);
    return { ...rest, member: `m${at}`, at: moment, day: Math.floor(moment / day), key, parentKey: null, flags: 0 };
  });
  store.transaction(() => writer.add(acts));
  const rows = store.read.prepare('SELECT id FROM members WHERE community_id = ? ORDER BY id').all(communityId);
  return (rows as { id: MemberId }[]).map(({ id }) => id);
}

const said = (from: number, to: number, answer: string): Said[] =>
  members.slice(from, to).map((member) => ({ member, answers: [answer] }));

function answer(answers: readonly Said[], askedPeople: number | null = null): void {
  answerQuestion(store.write, vault.ensure(), communityId, answers);
  if (askedPeople !== null) note(askedPeople);
}

function note(askedPeople: number): void {
  vault.ensure().transaction((db) => setAskedPeople(db, findQuestion(db, communityId, 'gender')?.id ?? 0, askedPeople));
}

const ask = () =>
  dashboardHandlers['health.split'](context, {
    communityId,
    question: 'gender',
    measure: 'representation',
    cross: 'none',
  });

const rowOf = ({ coverage }: SplitView, id: string) =>
  coverage.facets.flatMap(({ rows }) => rows).find((row) => row.id === id);

describe('coverage', () => {
  it('is of those asked and not of those who consented, rounded, and hides the groups below half', async () => {
    answer([...said(0, 40, 'woman'), ...said(40, 80, 'man')], 181);
    const view = await ask();
    // 80 of 180 of those asked, and 20 of 200 members not asked.
    expect(rowOf(view, 'all')).toMatchObject({ value: { value: 44 }, n: { value: 180 } });
    expect(rowOf(view, 'notAsked')).toMatchObject({ value: { value: 10 }, n: { value: 200 } });
    expect(view).toMatchObject({ refused: 'coverage', chart: null });
    expect(coverageSentences(view.coverage)).toEqual([
      { key: 'outreach:coverage.asked.about', params: { share: 0.9 } },
      { key: 'outreach:coverage.answered.about', params: { share: 0.44 } },
      { key: 'outreach:coverage.preferNotToSay.unsaid', params: {} },
    ]);
  });

  it('is never of fewer than have a line', async () => {
    // Enough said nothing at all, or who answered might be hidden for their sake.
    const silent = members.slice(120, 160).map((member) => ({ member, answers: [] }));
    answer([...said(0, 80, 'woman'), ...said(80, 120, 'prefer-not-to-say'), ...silent], 30);
    expect(rowOf(await ask(), 'all')).toMatchObject({ value: { value: 50 }, n: { value: 160 } });
  });

  it('says that nobody noted how many were asked, and promises no share of them', async () => {
    answer([...said(0, 60, 'woman'), ...said(60, 120, 'man')]);
    const view = await ask();
    expect(coverageSentences(view.coverage)).toEqual([{ key: 'outreach:coverage.askedNotNoted', params: {} }]);
    expect(rowOf(view, 'all')?.label).toEqual({ key: 'outreach:rows.answeredOfLines', params: {} });
    expect(rowOf(view, 'notAsked')).toMatchObject({ value: { value: 40 } });
  });

  it('decides by the percentage that is shown', async () => {
    // 50 of 100 by rounded counts, and 48 of 101 by true ones.
    answer([...said(0, 48, 'woman')], 101);
    const view = await ask();
    expect(rowOf(view, 'all')?.value).toMatchObject({ value: 50 });
    expect(view.refused).toBeNull();
  });

  it('tells nobody who left by another number typed in', async () => {
    answer([...said(0, 33, 'woman'), ...said(40, 80, 'man')], 120);
    const before = rowOf(await ask(), 'all');
    expect(before).toMatchObject({ value: { value: 63 }, n: { value: 120 } });
    answer(said(0, 1, 'prefer-not-to-say'));
    note(150);
    clock.advance(7 * day);
    const after = rowOf(await ask(), 'all');
    // 73 people, and 72 a week later: 75 both times, of those asked now. Told anew, 72 would be 70.
    expect(after).toMatchObject({ value: { value: 50 }, n: { value: 150 }, note: null });
  });

  it('tells another number typed in at once where it moved by more than T, and those beside it as they were', async () => {
    answer([...said(0, 33, 'woman'), ...said(40, 80, 'man')], 120);
    await ask();
    const last = ['prefer-not-to-say', 'woman', 'prefer-not-to-say'];
    for (const [week, word] of last.entries()) {
      answer(said(week, week + 1, word));
      note(130 + 10 * week);
      clock.advance(7 * day);
      const all = rowOf(await ask(), 'all');
      const asked = 130 + 10 * week;
      expect(all).toMatchObject({ value: { value: Math.round((75 / asked) * 100) }, n: { value: asked }, note: null });
    }
  });

  it('stands as it was where the number typed in hardly moved', async () => {
    answer([...said(0, 40, 'woman'), ...said(40, 80, 'man')], 120);
    const before = rowOf(await ask(), 'all');
    note(124);
    clock.advance(7 * day);
    expect(rowOf(await ask(), 'all')).toEqual({ ...before, note: 'no-reportable-change' });
  });
});
