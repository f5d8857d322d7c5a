import { beforeEach, describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { withdrawMember } from '../../../electron/data/identity/one-member.ts';
import { unpackOrdinals } from '../../../electron/data/store/identity/ordinal-set.ts';
import { dashboardCalls, type SplitView } from '../../../shared/ipc/topics/dashboards.ts';
import { aQuestion, saying } from '../../builders/identity.ts';
import type { IdentityDesk } from '../../builders/identity-desk.ts';
import { aSplitBench, rowsOf, tooFewOf, yesOrNo } from '../../builders/split-bench.ts';

/** Attack scenarios of health.md C.9 against the calls themselves, over a real store and a real identity file. */

const day = 86_400_000;
let desk: IdentityDesk;

beforeEach(() => {
  desk = aSplitBench(200, aQuestion());
});

const trans = aQuestion({
  ...yesOrNo,
  answers: ['yes', 'no', 'questioning'].map((code) => ({ code, labels: { en: code }, written: [] })),
});

/** How many people stand behind each number told of a measure. */
function wholesTold(measure: string): number[] {
  const rows = desk.vault.ensure().db.prepare('SELECT bits FROM told_sets WHERE measure = ?').all(measure);
  return (rows as { bits: Buffer }[]).map(({ bits }) => unpackOrdinals(bits).length);
}

const idsOf = (view: SplitView) => rowsOf(view).map(({ id }) => id);

describe('a split by group', () => {
  it('shows shares of those who answered, with coverage before them', async () => {
    desk.answer([...desk.said(0, 60, 'woman'), ...desk.said(60, 120, 'man'), ...desk.said(120, 160, 'non-binary')]);
    const view = await desk.ask();
    expect(view).toMatchObject({ refused: null, threshold: 7, rounding: 5, snapshotDay: '2026-05-16' });
    expect(view.coverage.facets[0]?.rows.map(({ id }) => id)).toEqual(['all', 'preferNotToSay', 'notAsked']);
    expect(idsOf(view).sort()).toEqual(['man', 'non-binary', 'woman']);
    const woman = rowsOf(view).find(({ id }) => id === 'woman');
    // 60 of 160, from rounded counts, in whole percent.
    expect(woman?.value).toMatchObject({ value: 38 });
  });

  it('is not there where fewer than half of those asked have answered', async () => {
    desk.answer([...desk.said(0, 40, 'woman'), ...desk.said(40, 120, 'prefer-not-to-say')]);
    expect(await desk.ask()).toMatchObject({ refused: 'coverage', chart: null });
  });

  it('compares each group with all others and says how sure a gap is', async () => {
    // Four of five women stayed, and one of five men.
    const stayed = desk.members.filter((_, at) => at % 2 === 0);
    const left = desk.members.filter((_, at) => at % 2 === 1);
    desk.answer([
      ...saying([...stayed.slice(0, 80), ...left.slice(0, 20)], 'woman'),
      ...saying([...stayed.slice(80), ...left.slice(20)], 'man'),
    ]);
    const view = await desk.ask({ measure: 'stay' });
    const woman = rowsOf(view).find(({ id }) => id === 'woman');
    expect(woman?.note).toBe('likely-gap');
    expect(woman?.value).toMatchObject({ mark: 'shown', value: 60 });
    expect(woman?.relative).toMatchObject({ mark: 'shown', value: 4 });
    expect(woman?.curves?.test).toBe('differ');
    expect(view.chart?.comparison?.key).toBe('charts:curves.ofGroups');
    expect(view.chart?.caveats.map(({ key }) => key)).toContain('charts:caveats.findableGap');
  });
});

describe('C.9, attack 1: margins', () => {
  it('names a small group among those too few, and nothing shown leads to it', async () => {
    desk.answer(
      [...desk.said(0, 95, 'no'), ...desk.said(95, 100, 'questioning'), ...desk.said(100, 160, 'yes')],
      trans,
    );
    const view = await desk.ask({ question: 'trans-status' });
    expect(tooFewOf(view)).toContainEqual({ name: 'questioning' });
    // Without a second hidden group the third would be what is left of the whole.
    expect(JSON.stringify(view)).not.toMatch(/"(value|lower|upper)":5\b[^0-9]/);
  });
});

describe('C.9, attack 2: differencing', () => {
  it('refuses a group that differs from one already told by a single person, and says no number', async () => {
    // Without a third answer nothing small is hidden that a random secret could take a neighbour for.
    desk.answer([...desk.said(0, 33, 'yes'), ...desk.said(33, 160, 'no')], yesOrNo);
    const first = await desk.ask({ question: 'trans-status' });
    expect(idsOf(first)).toContain('yes');
    // The same people but one, by another question.
    desk.answer([...desk.said(0, 32, 'non-binary'), ...desk.said(32, 160, 'woman')]);
    const second = await desk.ask();
    expect(second.refused === 'ledger' || !idsOf(second).includes('non-binary')).toBe(true);
    expect(JSON.stringify(second)).not.toMatch(/differ|:3[23]\b/);
  });

  it('tells a second question that all but one of the same people answered, and leaves that one out', async () => {
    desk.answer([...desk.said(0, 60, 'yes'), ...desk.said(60, 160, 'no')], yesOrNo);
    desk.answer([...desk.said(0, 40, 'non-binary'), ...desk.said(40, 90, 'man'), ...desk.said(90, 161, 'woman')]);
    expect(idsOf(await desk.ask({ question: 'trans-status' })).sort()).toEqual(['no', 'yes']);
    expect(idsOf(await desk.ask()).sort()).toEqual(['man', 'non-binary', 'woman']);
    const sets = wholesTold('representation');
    expect(sets).toContain(160);
    expect(sets).not.toContain(161);
  });

  it('never tells two wholes that differ by a few, whichever question has more answers', async () => {
    desk.answer([...desk.said(0, 60, 'yes'), ...desk.said(60, 161, 'no')], yesOrNo);
    desk.answer([...desk.said(0, 40, 'non-binary'), ...desk.said(40, 90, 'man'), ...desk.said(90, 160, 'woman')]);
    await desk.ask({ question: 'trans-status' });
    expect(idsOf(await desk.ask())).not.toEqual([]);
    // One is missing, so seven more are left out: eight can't be told apart from each other.
    const sets = wholesTold('representation');
    expect(sets).toContain(161);
    expect(sets).toContain(153);
  });

  it('keeps who was counted, not who is in the group', async () => {
    desk.answer([...desk.said(0, 100, 'woman'), ...desk.said(100, 200, 'man')]);
    desk.store.write
      .prepare(
        "UPDATE members SET ended_at = ?, ended_how = 'deleted' WHERE id IN (SELECT id FROM members ORDER BY id LIMIT 20)",
      )
      .run(Date.UTC(2026, 2, 1));
    await desk.ask();
    expect(wholesTold('representation')).toContain(180);
  });

  it('has no field for a filter, a range, NOT, OR or a second question', () => {
    const { input } = dashboardCalls['health.split'];
    const fair = { communityId: 1, question: 'gender', measure: 'stay', cross: 'none' };
    expect(input.safeParse(fair).success).toBe(true);
    const forged = [
      { ...fair, filter: 'without #welcome' },
      { ...fair, from: '2026-07-01' },
      { ...fair, not: 'woman' },
      { ...fair, question: ['gender', 'trans-status'] },
      { ...fair, question: { or: ['woman', 'man'] } },
      { ...fair, cross: 'trans-status' },
      { ...fair, cross: ['quarter', 'route'] },
      { ...fair, measure: 'messages' },
      { ...fair, members: [1, 2] },
    ];
    for (const one of forged) expect(input.safeParse(one).success).toBe(false);
  });

  it('refuses a question, a community and a crossing that do not exist, by hand-made calls too', async () => {
    desk.answer(desk.said(0, 100, 'woman'));
    await expect(desk.ask({ question: 'gender OR trans-status' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(desk.ask({ measure: 'leadership', cross: 'route' })).rejects.toMatchObject({ code: 'not-found' });
    const elsewhere = { communityId: 999, question: 'gender', measure: 'stay', cross: 'none', time: 'week' } as const;
    await expect(dashboardHandlers['health.split'](desk.context, elsewhere)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('C.9, attack 4: time', () => {
  const everybody = () => [
    ...desk.said(0, 70, 'woman'),
    ...desk.said(70, 130, 'man'),
    ...desk.said(130, 170, 'non-binary'),
  ];

  it('says the same all week, whoever leaves meanwhile', async () => {
    desk.answer(everybody());
    const first = await desk.ask();
    desk.answer(desk.said(0, 1, 'prefer-not-to-say'));
    desk.clock.advance(3 * day);
    expect(await desk.ask()).toEqual(first);
  });

  it('tells a change of one person in the next week as no change', async () => {
    desk.answer(everybody());
    const first = rowsOf(await desk.ask());
    desk.answer(desk.said(0, 1, 'prefer-not-to-say'));
    desk.clock.advance(7 * day);
    const next = rowsOf(await desk.ask());
    expect(first).toHaveLength(3);
    for (const { id, value } of first) expect(next.find((row) => row.id === id)?.value).toEqual(value);
    expect(next.map(({ note }) => note)).toEqual(next.map(() => 'no-reportable-change'));
  });

  it('says the same of the curves where it tells the counts of before again', async () => {
    desk.answer(everybody());
    const stay = { measure: 'stay' } as const;
    const first = rowsOf(await desk.ask(stay));
    expect(first.map(({ curves }) => curves?.test)).toEqual(['alike', 'alike', 'alike']);
    // Two swap their answers: no count moves, and the curves would.
    desk.answer([...desk.said(0, 1, 'man'), ...desk.said(71, 72, 'woman')]);
    desk.clock.advance(7 * day);
    const next = rowsOf(await desk.ask(stay));
    expect(next.map(({ id, curves }) => [id, curves])).toEqual(first.map(({ id, curves }) => [id, curves]));
    desk.clock.advance(7 * day);
    expect(rowsOf(await desk.ask(stay)).map(({ curves }) => curves)).toEqual(first.map(({ curves }) => curves));
  });

  it('remembers what was said of the curves whichever question of the week is asked first', async () => {
    desk.answer(everybody());
    desk.answer([...desk.said(0, 80, 'yes'), ...desk.said(80, 170, 'no')], trans);
    const stay = { measure: 'stay' } as const;
    const first = rowsOf(await desk.ask(stay));
    expect(first.map(({ curves }) => curves?.test)).toEqual(['alike', 'alike', 'alike']);
    desk.clock.advance(7 * day);
    await desk.ask({ ...stay, question: 'trans-status' });
    expect(rowsOf(await desk.ask(stay)).map(({ curves }) => curves)).toEqual(first.map(({ curves }) => curves));
  });

  it('says anew what the curves are like where a row moved', async () => {
    const stayed = desk.members.filter((_, at) => at % 2 === 0);
    const left = desk.members.filter((_, at) => at % 2 === 1);
    const testOf = async () =>
      rowsOf(await desk.ask({ measure: 'stay' })).find(({ id }) => id === 'woman')?.curves?.test;
    // Four of five women stayed, and one of five men; a week later it is half of both.
    desk.answer([
      ...saying([...stayed.slice(0, 80), ...left.slice(0, 20)], 'woman'),
      ...saying([...stayed.slice(80), ...left.slice(20)], 'man'),
    ]);
    expect(await testOf()).toBe('differ');
    desk.answer([...saying(stayed.slice(0, 30), 'man'), ...saying(left.slice(20, 50), 'woman')]);
    desk.clock.advance(7 * day);
    expect(await testOf()).toBe('alike');
  });

  it('tells no curves crossed with anything, so that fewer tables are of the same people', async () => {
    desk.answer(everybody());
    const crossed = rowsOf(await desk.ask({ measure: 'stay', cross: 'quarter' }));
    expect(crossed.length).toBeGreaterThan(0);
    expect(crossed.map(({ curves }) => curves)).toEqual(crossed.map(() => undefined));
  });

  it('remembers what was told over a week in which nothing may be', async () => {
    desk.answer(everybody());
    const first = rowsOf(await desk.ask());
    desk.answer(desk.said(40, 170, 'prefer-not-to-say'));
    desk.clock.advance(7 * day);
    expect((await desk.ask()).refused).toBe('coverage');
    desk.answer(everybody().slice(1));
    desk.clock.advance(7 * day);
    const next = rowsOf(await desk.ask());
    for (const { id, value } of first) expect(next.find((row) => row.id === id)?.value).toEqual(value);
    expect(next.map(({ note }) => note)).toEqual(first.map(() => 'no-reportable-change'));
  });

  it('shows a slow drift once it has added up', async () => {
    desk.answer(everybody());
    const first = rowsOf(await desk.ask()).find(({ id }) => id === 'non-binary');
    for (const [week, to] of [4, 8, 12].entries()) {
      desk.answer(desk.said(170, 170 + to, 'non-binary'));
      desk.clock.advance(7 * day);
      const row = rowsOf(await desk.ask()).find(({ id }) => id === 'non-binary');
      if (week === 0) expect(row?.value).toEqual(first?.value);
      // Eight more than were told last: that is told, and told anew from there.
      expect(row).toBeDefined();
      if (week === 1) expect(row?.note).not.toBe('no-reportable-change');
      if (week === 2) expect(row?.note).toBe('no-reportable-change');
    }
  });

  it('keeps who stands behind a number in the identity file alone', async () => {
    desk.answer(everybody());
    for (let week = 0; week < 4; week += 1) {
      if (week > 0) desk.clock.advance(7 * day);
      await desk.ask();
    }
    const identity = desk.vault.ensure().db;
    const periods = (table: string) =>
      (identity.prepare(`SELECT DISTINCT period FROM ${table}`).all() as { period: number }[]).length;
    expect([periods('told_sets'), periods('told_counts')]).toEqual([1, 1]);
    expect(desk.store.read.prepare("SELECT count(*) AS n FROM health_snapshots WHERE kind = 'week'").get()).toEqual({
      n: 1,
    });
    // What lies in the main store is what was shown, and nothing that says who is in a group.
    const kept = desk.store.read.prepare('SELECT released FROM health_releases').all() as { released: string }[];
    const views = [await desk.ask(), await desk.ask({ cross: 'quarter' }), await desk.ask({ cross: 'route' })];
    const [view] = views;
    // What stands around a split on a screen is made of it each time.
    const told = views.map(({ quarter: _q, coverageChart: _c, earlier: _e, files: _f, ...view }) => view);
    const all = [...told, { shape: view?.coverage, state: 'enough' }].map((one) => JSON.stringify(one));
    expect(kept.map(({ released }) => released).sort()).toEqual(all.sort());
  });
});

describe('C.9, attack 6: all of a group', () => {
  it('hides a group of sixteen who all share an outcome', async () => {
    const stayed = desk.members.filter((_, at) => at % 2 === 0);
    desk.answer([...saying(stayed.slice(0, 16), 'non-binary'), ...desk.said(60, 190, 'woman')]);
    const view = await desk.ask({ measure: 'stay' });
    expect(idsOf(view)).not.toContain('non-binary');
    expect(tooFewOf(view)).toContainEqual({ name: 'Non-binary' });
  });
});

describe('C.9, attack 7: several answers', () => {
  it('counts any mention, offers no union, and adds nothing up', async () => {
    desk.answer([
      ...desk.said(0, 35, 'woman'),
      ...desk.said(35, 65, 'man'),
      ...desk.said(65, 70, 'woman', 'man'),
      ...desk.said(70, 160, 'non-binary'),
    ]);
    const view = await desk.ask();
    expect(view.chart?.shape.kind).toBe('dots');
    expect(idsOf(view)).not.toEqual([]);
    for (const id of idsOf(view)) expect(['woman', 'man', 'non-binary']).toContain(id);
  });
});

describe('C.9, attack 10: terms', () => {
  it('names a written term only where more than T people wrote it', async () => {
    desk.answer([
      ...desk.said(0, 60, 'woman'),
      ...desk.said(60, 75, '~genderqueer'),
      ...desk.said(75, 78, '~Robin of the Book Club'),
      ...desk.said(78, 160, 'man'),
    ]);
    const text = JSON.stringify(await desk.ask());
    expect(text).toContain('genderqueer');
    expect(text).not.toMatch(/robin/i);
  });
});

describe('consent', () => {
  it('that is withdrawn takes people out of the next snapshot, and of none that was told', async () => {
    desk.answer([...desk.said(0, 60, 'woman'), ...desk.said(60, 130, 'man'), ...desk.said(130, 170, 'non-binary')]);
    const first = await desk.ask();
    for (let at = 0; at < 20; at += 1) withdrawMember(desk.context, desk.communityId, `m${at}`);
    expect(await desk.ask()).toEqual(first);
    desk.clock.advance(7 * day);
    const shareOf = (view: SplitView) => rowsOf(view).find(({ id }) => id === 'woman')?.value;
    // 60 of 170, then 40 of 150.
    expect(shareOf(first)).toMatchObject({ value: 35 });
    expect(shareOf(await desk.ask())).toMatchObject({ value: 27 });
  });
});
