import { beforeEach, describe, expect, it } from 'vitest';
import { identityHandlers } from '../../../electron/data/identity/handlers.ts';
import { findQuestion, setAskedPeople } from '../../../electron/data/store/identity/questions.ts';
import { coverageSentences } from '../../../shared/domain/health/coverage-sentences.ts';
import type { SplitView } from '../../../shared/ipc/topics/dashboards.ts';
import { aQuestion, type Said } from '../../builders/identity.ts';
import { anIdentityDesk, type IdentityDesk } from '../../builders/identity-desk.ts';
import { aPost } from '../../builders/new-activities.ts';

/** Coverage against those who were asked (Z21): people who never answered have no line in a survey, only a number. */

const day = 86_400_000;
let desk: IdentityDesk;

beforeEach(() => {
  const acts = Array.from({ length: 200 }, (_, at) => aPost(`m${at}`, Date.UTC(2026, 1, 1) + (at % 30) * day));
  desk = anIdentityDesk({ acts });
});

function answer(answers: readonly Said[], askedPeople: number | null = null): void {
  desk.answer(answers);
  if (askedPeople !== null) note(askedPeople);
}

function note(askedPeople: number): void {
  const { vault, communityId } = desk;
  vault.ensure().transaction((db) => setAskedPeople(db, findQuestion(db, communityId, 'gender')?.id ?? 0, askedPeople));
}

const rowOf = ({ coverage }: SplitView, id: string) =>
  coverage.facets.flatMap(({ rows }) => rows).find((row) => row.id === id);

describe('coverage', () => {
  it('is of those asked and not of those who consented, rounded, and hides the groups below half', async () => {
    answer([...desk.said(0, 40, 'woman'), ...desk.said(40, 80, 'man')], 181);
    const view = await desk.ask();
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
    const silent = desk.said(120, 160);
    answer([...desk.said(0, 80, 'woman'), ...desk.said(80, 120, 'prefer-not-to-say'), ...silent], 30);
    expect(rowOf(await desk.ask(), 'all')).toMatchObject({ value: { value: 50 }, n: { value: 160 } });
  });

  it('says that nobody noted how many were asked, and promises no share of them', async () => {
    answer([...desk.said(0, 60, 'woman'), ...desk.said(60, 120, 'man')]);
    const view = await desk.ask();
    expect(coverageSentences(view.coverage)).toEqual([{ key: 'outreach:coverage.askedNotNoted', params: {} }]);
    expect(rowOf(view, 'all')?.label).toEqual({ key: 'outreach:rows.answeredOfLines', params: {} });
    expect(rowOf(view, 'notAsked')).toMatchObject({ value: { value: 40 } });
  });

  it('decides by the percentage that is shown', async () => {
    // 50 of 100 by rounded counts, and 48 of 101 by true ones.
    answer([...desk.said(0, 48, 'woman')], 101);
    const view = await desk.ask();
    expect(rowOf(view, 'all')?.value).toMatchObject({ value: 50 });
    expect(view.refused).toBeNull();
  });

  it('tells nobody who left by another number typed in', async () => {
    answer([...desk.said(0, 33, 'woman'), ...desk.said(40, 80, 'man')], 120);
    const before = rowOf(await desk.ask(), 'all');
    expect(before).toMatchObject({ value: { value: 63 }, n: { value: 120 } });
    answer(desk.said(0, 1, 'prefer-not-to-say'));
    note(150);
    desk.clock.advance(7 * day);
    const after = rowOf(await desk.ask(), 'all');
    // 73 people, and 72 a week later: 75 both times, of those asked now. Told anew, 72 would be 70.
    expect(after).toMatchObject({ value: { value: 50 }, n: { value: 150 }, note: null });
  });

  it('tells another number typed in at once where it moved by more than T, and those beside it as they were', async () => {
    answer([...desk.said(0, 33, 'woman'), ...desk.said(40, 80, 'man')], 120);
    await desk.ask();
    const last = ['prefer-not-to-say', 'woman', 'prefer-not-to-say'];
    for (const [week, word] of last.entries()) {
      answer(desk.said(week, week + 1, word));
      note(130 + 10 * week);
      desk.clock.advance(7 * day);
      const all = rowOf(await desk.ask(), 'all');
      const asked = 130 + 10 * week;
      expect(all).toMatchObject({ value: { value: Math.round((75 / asked) * 100) }, n: { value: asked }, note: null });
    }
  });

  it('is corrected in a form after the answers were read in, in the version that was asked, and taken back', async () => {
    const { context, communityId } = desk;
    const correct = (askedPeople: number | null, question = 'gender') =>
      identityHandlers['identity.setAsked'](context, { communityId, question, askedPeople });
    const noted = async () => (await identityHandlers['identity.state'](context, { communityId })).askedNoted;
    answer([...desk.said(0, 60, 'woman'), ...desk.said(60, 120, 'man')]);
    expect(await noted()).toEqual([]);
    await correct(180);
    // Asked in other words since, but nobody yet: groups are still those of the first words.
    desk.answer([], aQuestion({ wording: { en: 'Which of these words are yours?' } }));
    expect(await noted()).toEqual(['gender']);
    // 120 of 180; a week that was told stays, the next one says the corrected number.
    expect(rowOf(await desk.ask(), 'all')).toMatchObject({ value: { value: 67 }, n: { value: 180 } });
    await correct(240);
    expect(rowOf(await desk.ask(), 'all')).toMatchObject({ n: { value: 180 } });
    desk.clock.advance(7 * day);
    expect(rowOf(await desk.ask(), 'all')).toMatchObject({ value: { value: 50 }, n: { value: 240 } });
    await correct(null);
    expect(await noted()).toEqual([]);
    await expect(async () => correct(100, 'orientation')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stands as it was where the number typed in hardly moved', async () => {
    answer([...desk.said(0, 40, 'woman'), ...desk.said(40, 80, 'man')], 120);
    const before = rowOf(await desk.ask(), 'all');
    note(124);
    desk.clock.advance(7 * day);
    expect(rowOf(await desk.ask(), 'all')).toEqual({ ...before, note: 'no-reportable-change' });
  });
});
