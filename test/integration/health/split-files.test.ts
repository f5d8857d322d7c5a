import { beforeEach, describe, expect, it } from 'vitest';
import { dayNumberOfIsoDate } from '../../../electron/data/health/calendar/civil-day.ts';
import { newestFrozenQuarter } from '../../../electron/data/health/dashboard/frozen-quarter.ts';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { groupMetrics } from '../../../electron/data/health/metrics/group/all.ts';
import { frozenSplits } from '../../../electron/data/health/split/frozen-splits.ts';
import { addAnnotation } from '../../../electron/data/store/annotations/annotations.ts';
import { findSnapshot, listReleases } from '../../../electron/data/store/health-releases/queries.ts';
import type { ChartRow } from '../../../shared/domain/health/chart.ts';
import { type SplitMeasure, splitMeasures, teamMeasures } from '../../../shared/domain/health/split.ts';
import { anIdentityDesk, type IdentityDesk } from '../../builders/identity-desk.ts';
import { aPost } from '../../builders/new-activities.ts';
import { aSplitBench, peopleRead, rowsOf, yesOrNo } from '../../builders/split-bench.ts';

/** What leaves of a split: files and pictures of a frozen quarter, and the week beside the quarter that was told. */

const day = 86_400_000;
let desk: IdentityDesk;

/** On 5 October 2026 the newest frozen quarter is the second; from 14 October on it is the third. */
beforeEach(() => {
  const acts = Array.from({ length: 400 }, (_, at) => aPost(`m${at}`, Date.UTC(2026, 0, 5) + (at % 60) * day)).concat(
    Array.from({ length: 400 }, (_, at) => aPost(`m${at}`, Date.UTC(2026, 6, 2) + (at % 60) * day)),
  );
  desk = anIdentityDesk({ acts, question: yesOrNo });
  desk.answer([...desk.said(0, 60, 'yes'), ...desk.said(60, 200, 'no')]);
});

const ask = (time: 'week' | 'quarter', measure: SplitMeasure = 'representation') => desk.ask({ time, measure });
const csv = (metricId: string, measure: SplitMeasure = 'representation') =>
  dashboardHandlers['health.splitCsv'](desk.context, {
    communityId: desk.communityId,
    question: yesOrNo.key,
    measure,
    metricId,
  });
const yes = (rows: readonly ChartRow[]) => rows.find(({ id }) => id === 'yes');
/** Three weeks later the third quarter is frozen. */
const nextQuarter = () => desk.clock.advance(21 * day);

describe('a file of a split', () => {
  it('is of the frozen quarter, names it in every line and says what a report says', async () => {
    const { suggestedName, text } = await csv('Z17');
    expect(suggestedName).toBe('z17-trans-status.csv');
    const lines = text.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain(',2026-04-01,2026-06-30,');
    // 60 of 200, by the rules of an export.
    expect(lines[0]).toBe('Z17,3,yes,2026-04-01,2026-06-30,,30,24,37,200,');
    const quarter = newestFrozenQuarter(desk.context, desk.communityId);
    const [reported] = await frozenSplits(desk.context, quarter);
    if (!reported) throw new Error('a report tells what the file tells');
    expect(yes(rowsOf(reported))?.value).toMatchObject({ value: 30, lower: 24, upper: 37 });
  });

  it('says the same again whatever was answered since, and the week goes on', async () => {
    const before = await csv('Z17');
    desk.answer(desk.said(200, 300, 'yes'));
    expect(await csv('Z17')).toEqual(before);
    expect(yes(rowsOf(await ask('week')))?.value).toMatchObject({ value: 53 });
    expect(yes(rowsOf(await ask('quarter')))?.value).toMatchObject({ value: 30 });
  });

  it('is there for who answered, and for the number beside a measure', async () => {
    expect((await csv('Z21')).text).toContain('Z21,2,answeredOfLines,2026-04-01,2026-06-30,');
    // Beside groups that can be compared stands how unequal they are.
    desk = aSplitBench(400);
    desk.answer([...desk.said(0, 120, 'yes'), ...desk.said(120, 400, 'no')]);
    expect((await ask('quarter', 'stay')).beside.map(({ metricId }) => metricId)).toEqual(['Z19']);
    expect((await csv('Z19', 'stay')).suggestedName).toBe('z19-trans-status.csv');
  });

  it('is none of what the quarter does not tell', async () => {
    await expect(csv('Z18')).rejects.toMatchObject({ code: 'nothing-to-report' });
  });

  it('is none of what is for the team alone, and neither is its quarter', async () => {
    await expect(csv('M7', 'actions')).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask('quarter', 'actions')).rejects.toMatchObject({ code: 'not-found' });
    await expect(desk.ask({ time: 'quarter', cross: 'route' })).rejects.toMatchObject({ code: 'not-found' });
    const quarter = newestFrozenQuarter(desk.context, desk.communityId);
    const snapshot = findSnapshot(desk.store.read, desk.communityId, 'quarter', quarter.firstDay);
    expect(snapshot ? listReleases(desk.store.read, snapshot.id) : []).toEqual([]);
    expect(await ask('week', 'actions')).toMatchObject({ files: { state: 'team' }, earlier: null });
    expect(await desk.ask({ cross: 'route' })).toMatchObject({ files: { state: 'crossed' }, earlier: null });
  });

  it('is for the team alone exactly where the catalogue says so', () => {
    const ofTeam = splitMeasures.filter((one) =>
      groupMetrics.some(({ measure, place }) => measure === one && place === 'team'),
    );
    expect(ofTeam).toEqual(teamMeasures);
  });

  it('waits for the first quarter and says from which day on', async () => {
    const young = anIdentityDesk({
      acts: Array.from({ length: 60 }, (_, at) => aPost(`m${at}`, Date.UTC(2026, 7, 1) + at * day)),
      question: yesOrNo,
    });
    young.answer([...young.said(0, 30, 'yes'), ...young.said(30, 60, 'no')]);
    expect((await young.ask()).files).toEqual({ state: 'open', from: '2026-10-15' });
    await expect(young.ask({ time: 'quarter' })).rejects.toMatchObject({ code: 'quarter-open' });
  });
});

describe('a split beside an earlier quarter', () => {
  it('is compared with nothing while none was told, and tells none by itself', async () => {
    const page = await ask('week');
    expect(page).toMatchObject({ quarter: null, earlier: null, files: { state: 'quarter' } });
    expect(yes(rowsOf(page))?.earlier).toBeUndefined();
    const quarter = newestFrozenQuarter(desk.context, desk.communityId);
    expect(findSnapshot(desk.store.read, desk.communityId, 'quarter', quarter.firstDay)).toBeUndefined();
  });

  it('goes up only where the intervals lie apart', async () => {
    await csv('Z17');
    desk.answer(desk.said(200, 300, 'yes'));
    const page = await ask('week');
    expect(page.earlier).toEqual({
      quarter: { start: '2026-04-01', end: '2026-06-30', complete: true },
      isCompared: true,
    });
    expect(page.chart?.earlier).toEqual(page.earlier?.quarter);
    expect(yes(rowsOf(page))?.earlier).toEqual({
      value: { mark: 'shown', value: 30, lower: 24, upper: 37 },
      change: 'up',
    });
    expect(rowsOf(page).find(({ id }) => id === 'no')?.earlier?.change).toBe('down');
  });

  it('has no direction where the intervals overlap', async () => {
    await csv('Z17');
    desk.answer(desk.said(200, 225, 'yes'));
    expect(yes(rowsOf(await ask('week')))?.earlier?.change).toBe('unclear');
  });

  it('tells no change of a few people', async () => {
    await csv('Z17');
    desk.answer(desk.said(200, 207, 'yes'));
    expect(yes(rowsOf(await ask('week')))?.earlier?.change).toBe('few');
  });

  it('is not compared where the question was put in other words', async () => {
    await csv('Z17');
    desk.answer(desk.said(0, 200, 'yes'), { ...yesOrNo, wording: { en: 'Are you trans, in your own words?' } });
    const page = await ask('week');
    expect(page.earlier).toMatchObject({ isCompared: false });
    expect(rowsOf(page).filter(({ earlier }) => earlier)).toEqual([]);
  });

  it('is the next quarter beside the one before', async () => {
    await ask('quarter');
    nextQuarter();
    desk.answer(desk.said(200, 300, 'yes'));
    const page = await ask('quarter');
    expect(page.quarter).toEqual({ start: '2026-07-01', end: '2026-09-30', complete: true });
    expect(page.earlier?.quarter.start).toBe('2026-04-01');
    expect(yes(rowsOf(page))?.earlier?.change).toBe('up');
  });
});

describe('a group that a crossing would point into', () => {
  /** Of the 49 who say yes, 42 came in one quarter and 7 in another: beside 50, 40 would tell 6 or 7 (health.md C.4, F0). */
  function atTheTrap() {
    const acts = Array.from({ length: 400 }, (_, at) =>
      aPost(`m${at}`, at % 50 < 43 ? Date.UTC(2026, 0, 5) + (at % 60) * day : Date.UTC(2026, 3, 2) + (at % 60) * day),
    );
    desk = anIdentityDesk({ acts, question: yesOrNo });
    desk.answer([...desk.said(1, 50, 'yes'), ...desk.said(50, 200, 'no')]);
  }
  const shown = async (asked: Parameters<IdentityDesk['ask']>[0]) => rowsOf(await desk.ask(asked)).map(({ id }) => id);

  it('is shown, and the crossing hidden for its sake', async () => {
    atTheTrap();
    expect(await shown({})).toContain('yes');
    const crossed = await shown({ cross: 'quarter' });
    expect(crossed.filter((id) => id.startsWith('yes/'))).toEqual([]);
  });

  it('is in no file where the week hides it, and stands in a week as a file told it', async () => {
    for (const first of ['week', 'quarter'] as const) {
      atTheTrap();
      const before = await shown({ time: first });
      expect(before).toContain('yes');
      expect(await shown({ time: first === 'week' ? 'quarter' : 'week' })).toEqual(before);
      // Told at all, it is told as the whole group was: nearly the same people are the same number.
      const crossed = await desk.ask({ cross: 'quarter' });
      const told = rowsOf(crossed).filter(({ id }) => id.startsWith('yes/'));
      expect(told.map(({ id }) => peopleRead(crossed, id)).filter((people) => people !== 50)).toEqual([]);
    }
  });
});

describe('notes beside a split', () => {
  const noted = (date: string, text: string) =>
    addAnnotation(desk.store.write, {
      communityId: desk.communityId,
      day: dayNumberOfIsoDate(date) ?? 0,
      text,
      at: desk.clock.now(),
    });

  it('are those of the year that the numbers end with', async () => {
    noted('2024-05-01', 'long ago');
    noted('2026-05-01', 'new rules');
    noted('2026-08-01', 'a summer camp');
    const texts = async (time: 'week' | 'quarter') => (await ask(time)).chart?.annotations.map(({ text }) => text);
    expect(await texts('week')).toEqual(['new rules', 'a summer camp']);
    expect(await texts('quarter')).toEqual(['new rules']);
  });

  it('stand at once in a week, and in a quarter as it was told', async () => {
    const before = await ask('quarter');
    noted('2026-05-01', 'new rules');
    expect((await ask('quarter')).chart?.annotations).toEqual(before.chart?.annotations);
    expect((await ask('week')).chart?.annotations).toHaveLength(1);
  });
});

describe('who answered', () => {
  it('is a chart of its own in front of any other, also where groups are refused', async () => {
    const page = await ask('week');
    expect(page.coverageChart).toMatchObject({
      metricId: 'Z21',
      chart: 28,
      finding: { key: 'outreach:coverage.askedNotNoted' },
    });
    expect(page.coverageChart.shape).toEqual(page.coverage);
    expect(page.coverageChart.caveats.length).toBeGreaterThan(0);
  });
});
