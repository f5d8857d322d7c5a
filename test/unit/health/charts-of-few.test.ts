import { describe, expect, it } from 'vitest';
import { firstDayOf } from '../../../electron/data/health/calendar/periods.ts';
import { joinSmall } from '../../../electron/data/health/disclosure/join-small.ts';
import { metricChart } from '../../../electron/data/health/disclosure/metric-chart.ts';
import { publishMetric } from '../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { publishLifeCycle } from '../../../electron/data/health/disclosure/publish-life-cycle.ts';
import { publishRetention } from '../../../electron/data/health/disclosure/publish-retention.ts';
import { type DisclosureRules, identityRulesFor, rulesFor } from '../../../electron/data/health/disclosure/rules.ts';
import { packActiveDays } from '../../../electron/data/health/metrics/active-days.ts';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { groupMetrics } from '../../../electron/data/health/metrics/group/all.ts';
import { lifeCycle } from '../../../electron/data/health/metrics/life-cycle.ts';
import type { RawResult, RawShares } from '../../../electron/data/health/metrics/raw-result.ts';
import { returnTable } from '../../../electron/data/health/metrics/return-on-period.ts';
import { eventTimes, type FollowUp } from '../../../electron/data/health/statistics/event-times.ts';
import type { ChartShape } from '../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { aBusyCommunity, aCommunityOfEverything } from '../../builders/community-of-everything.ts';
import { aDay, aFacts, aWindow } from '../../builders/health-facts.ts';
import { aDecisionFact, aReportFact } from '../../builders/moderation-facts.ts';

/** The small-n column of health.md E, chart by chart: what each does with too few people, beyond the rule they all have. */

const [team, exported] = [rulesFor('team'), rulesFor('export')];
const [teamIdentity, exportedIdentity] = [identityRulesFor('team'), identityRulesFor('export')];
const label = { name: 'x' };
const HIDDEN = { mark: 'hidden' };
const UNAVAILABLE = { mark: 'unavailable' };
const facts = aBusyCommunity();

function metric(id: string) {
  const found = catalogue.find((one) => one.id === id);
  if (!found) throw new Error(`no metric ${id}`);
  return found;
}

const rawOf = (id: string): RawResult => metric(id).compute(facts, aWindow(facts));
const told = (raw: RawResult, rules: DisclosureRules): ChartShape => publishMetric(joinSmall(raw, rules), rules);

function rowsOf(shape: ChartShape) {
  if (shape.kind === 'series') return shape.series.flatMap(({ rows }) => rows);
  if (shape.kind === 'bars') return shape.facets.flatMap(({ rows }) => rows);
  return shape.kind === 'dots' || shape.kind === 'numbers' ? shape.rows : [];
}

/** Every value of a chart that has some: of none, anything would hold. */
function valuesOf(shape: ChartShape): readonly PublishedValue[] {
  const values = shape.kind === 'grid' ? shape.cells.flat() : rowsOf(shape).map(({ value }) => value);
  if (values.length === 0) throw new Error(`no value in ${shape.kind}`);
  return values;
}

/** The chart of a metric, every share of it of so many. */
const ofWhole = (id: string, whole: number, rules = team): ChartShape => {
  const raw = rawOf(id);
  if (raw.kind !== 'shares') throw new Error(`${id} is no share`);
  return told({ ...raw, rows: raw.rows.map((row) => ({ ...row, part: Math.floor(whole / 2), whole })) }, rules);
};

const waits = (people: number) =>
  eventTimes(Array.from({ length: people }, (_, at): FollowUp => ({ time: at + 1, ending: 'event' })));

/** Whether every number that a curve says was of more than seven people. */
function isCutAtSeven(id: string, rules: DisclosureRules): boolean {
  const raw = rawOf(id);
  if (raw.kind !== 'curves') throw new Error(`${id} is no curve`);
  const shape = told(
    { ...raw, series: raw.series.slice(0, 1).map((one) => ({ ...one, table: waits(60), followed: 60 })) },
    rules,
  );
  if (shape.kind !== 'curves') return false;
  const [curve] = shape.series;
  const counts = curve?.atRisk.map(({ count }) => ('value' in count ? count.value : 0)) ?? [];
  return curve?.cut === true && counts.every((count) => count > 7) && (curve.points.at(-1)?.at ?? 60) <= 53;
}

describe('small groups, chart by chart', () => {
  it('every chart of the catalogue and of splits is one of the 29', () => {
    const numbers = [...catalogue, ...groupMetrics].flatMap(({ chart }) => (chart === null ? [] : [chart]));
    expect(numbers.every((chart) => chart >= 1 && chart <= 29)).toBe(true);
    // 5 and 29 are no metric's own: an average beside a table, and the data status.
    expect(new Set(numbers).size).toBeGreaterThanOrEqual(26);
  });

  it('1, first replies: by group dots of a year, and no line', () => {
    const pairs = [{ id: 'a', label, group: { part: 30, whole: 60 }, rest: { part: 100, whole: 200 } }];
    expect(groupMetrics.find(({ id }) => id.startsWith('R1'))?.needs).toContain('identity-answers');
    expect(told({ kind: 'gaps', rows: pairs }, teamIdentity)).toMatchObject({ kind: 'dots', rows: [{ period: null }] });
    expect(valuesOf(ofWhole('R1', 29)).filter((value) => 'value' in value)).toEqual([]);
  });

  it('2, time to first reply: the curve is cut where seven or fewer are left', () => {
    expect(isCutAtSeven('R2', team)).toBe(true);
    expect(isCutAtSeven('R2', exported)).toBe(true);
  });

  it('3, unanswered by hour: six parts of the day where an hour has too few requests', () => {
    const raw = rawOf('R3_hours');
    expect(raw.kind === 'grid' && raw.columns).toHaveLength(6);
  });

  it('4 and 5, return: a cohort of seven or fewer is hidden with its row, and averages are of complete cells alone', () => {
    const first = firstDayOf('quarter', 8100);
    const days = (people: number, ...on: number[]) => Array.from({ length: people }, () => on);
    const active = packActiveDays([...days(7, first, first + 95), ...days(60, first + 95, first + 190)]);
    const table = publishRetention(returnTable(active, { unit: 'quarter', lastDay: first + 200 }), 2, exported);
    expect(table.cohorts[0]?.size).toEqual(HIDDEN);
    expect(table.cohorts[0]?.cells.every(({ share, count }) => !('value' in share) && !('value' in count))).toBe(true);
    expect(table.cohorts[1]?.cells[1]?.share).toMatchObject({ mark: 'open' });
    expect(table.average[1] && 'value' in table.average[1]).toBe(false);
  });

  it('6, stay: midpoint steps, cut where seven or fewer are left, no mark of who is only not followed longer', () => {
    expect(isCutAtSeven('Z8', exported)).toBe(true);
  });

  it('7, stay by group: a group under 30 is named and not drawn', () => {
    const pair = (part: number, whole: number) => ({ part, whole });
    const rows = [
      { id: 'a', label: { name: 'small' }, group: pair(14, 27), rest: pair(100, 200) },
      { id: 'b', label: { name: 'large' }, group: pair(30, 60), rest: pair(100, 200) },
    ];
    expect(told({ kind: 'gaps', rows }, teamIdentity)).toMatchObject({
      rows: [{ id: 'b' }],
      tooFew: [{ name: 'small' }],
    });
  });

  it('8, life cycle: of the whole community, never of an identity group', () => {
    expect(groupMetrics.some(({ chart }) => chart === 8)).toBe(false);
    const rows = lifeCycle(packActiveDays([[firstDayOf('month', 24300)]]), {
      unit: 'month',
      lastDay: firstDayOf('month', 24301),
    });
    const shown = publishLifeCycle(rows, 'month', 2, exported).periods[0];
    expect(shown?.fresh).toEqual(HIDDEN);
  });

  it('9, active days: steps with seven people or fewer are put together with the one beside them', () => {
    const raw = rawOf('Z11');
    if (raw.kind !== 'counts') throw new Error('no counts');
    const of = (...counts: number[]): RawResult => ({
      ...raw,
      rows: raw.rows.map((row, at) => ({ ...row, count: counts[at] ?? 0 })),
    });
    const shape = told(of(40, 30, 20, 10, 5, 3), exported);
    expect(rowsOf(shape).map(({ label: one, value }) => ['key' in one ? one.key : '', value])).toEqual([
      ['resilience:rows.oneDay', { mark: 'shown', value: 40, lower: null, upper: null }],
      ['resilience:rows.days2to3', { mark: 'shown', value: 30, lower: null, upper: null }],
      ['resilience:rows.days4to7', { mark: 'shown', value: 20, lower: null, upper: null }],
      ['resilience:rows.days8to14', { mark: 'shown', value: 10, lower: null, upper: null }],
      ['resilience:rows.daysFrom', { mark: 'shown', value: 10, lower: null, upper: null }],
    ]);
    // The first joins the next; one step of all is all there is where nothing else is left.
    expect(rowsOf(told(of(3, 30, 20, 10, 9, 8), exported)).map(({ label: one }) => one)[0]).toEqual({
      key: 'resilience:rows.daysBetween',
      params: { from: 1, to: 3 },
    });
    expect(
      valuesOf(told(of(2, 2, 1, 0, 0, 1), exported)).filter((value) => 'value' in value && value.value > 0),
    ).toEqual([]);
    expect(valuesOf(told(of(40, 30, 20, 10, 5, 3), exported)).some(({ mark }) => mark === 'hidden')).toBe(false);
    // The team is told every step.
    expect(rowsOf(told(of(40, 30, 20, 10, 5, 3), team))).toHaveLength(6);
  });

  it('10, representation: a group under 30 answers is not drawn', () => {
    const raw: RawShares = {
      ...{ kind: 'shares', draw: 'dots', of: 'people' },
      rows: [{ id: 'a', label: { name: 'few' }, part: 10, whole: 25 }],
    };
    expect(told(raw, teamIdentity)).toMatchObject({ rows: [], tooFew: [{ name: 'few' }] });
  });

  it('11, steps by route: routes with seven people or fewer are other routes, and a last step may be a range', () => {
    const raw = rawOf('Z20');
    if (raw.kind !== 'shares') throw new Error('no shares');
    const ends = ['firstMessageOfSignedUp', 'mutualTieOfFirstMessage', 'mutualTieOfSignedUp', 'activeOfMutualTie'];
    const route = (name: string, people: number) =>
      ends.map((end, at) => ({
        ...{ id: `${name}/${end}`, label: { name: end }, facet: { name } },
        ...{ part: Math.floor(people / (at + 2)), whole: at === 3 ? Math.floor(people / 4) : people },
      }));
    const of = (routes: Readonly<Record<string, number>>): RawResult => ({
      ...raw,
      rows: Object.entries(routes).flatMap(([name, people]) => route(name, people)),
    });
    const headings = (shape: ChartShape) => (shape.kind === 'bars' ? shape.facets.map((facet) => facet.label) : []);
    const others = { key: 'outreach:rows.otherRoutes', params: {} };
    const shape = told(of({ March: 60, Friend: 5, Poster: 6 }), exported);
    expect(headings(shape)).toEqual([{ name: 'March' }, others]);
    expect(rowsOf(shape).find(({ id }) => id === 'others/firstMessageOfSignedUp')?.n).toMatchObject({
      mark: 'band',
      lower: 8,
      upper: 12,
    });
    expect(rowsOf(shape).find(({ id }) => id === 'March/activeOfMutualTie')?.n).toMatchObject({
      mark: 'band',
      lower: 13,
      upper: 17,
    });
    // One small route alone would still be told: the smallest of the others joins it.
    expect(headings(told(of({ March: 60, Web: 20, Friend: 5 }), exported))).toEqual([{ name: 'March' }, others]);
    expect(headings(told(of({ March: 60, Friend: 5 }), team))).toEqual([{ name: 'March' }, { name: 'Friend' }]);
  });

  it('12, level moves: a table, with moves of seven or fewer hidden', () => {
    const raw = rawOf('Z14_flow');
    if (raw.kind !== 'grid') throw new Error('no table');
    const shape = told({ ...raw, cells: raw.cells.map((row) => row.map(() => ({ count: 7 }))) }, exported);
    expect(new Set(valuesOf(shape).map(({ mark }) => mark))).toEqual(new Set(['hidden']));
  });

  it('13, who answers: of fewer than 20 the sentence alone, and never to be had outside the team', () => {
    const few = aCommunityOfEverything({
      messages: [
        { at: '2026-08-01', by: 'Asker', id: 'ask', thread: 'help', flags: ['request'] },
        ...Array.from({ length: 19 }, (_, at) => ({ at: '2026-08-02', by: `H${at}`, parent: 'ask', thread: 'help' })),
      ],
    });
    expect(metric('Z15_shares').compute(few, aWindow(few))).toMatchObject({ kind: 'numbers', rows: [{ people: 19 }] });
    expect(rawOf('Z15_shares').kind).toBe('shares');
    expect(metric('Z15_shares').place).toBe('team');
  });

  it('14, ties of spaces: cells of seven or fewer are hidden', () => {
    const raw = rawOf('R10_spaces');
    if (raw.kind !== 'grid') throw new Error('no table');
    const small = {
      ...raw,
      cells: raw.cells.map((row) => row.map((cell) => (cell && 'count' in cell ? { count: 7 } : cell))),
    };
    const shape = told(small, exported);
    expect(valuesOf(shape).map(({ mark }) => mark)).toContain('hidden');
    expect(valuesOf(shape).some((value) => 'value' in value)).toBe(false);
  });

  it('15, reciprocity: nothing of fewer than 30 people', () => {
    const raw = rawOf('R8');
    if (raw.kind !== 'numbers') throw new Error('no numbers');
    const of = (people: number) => told({ ...raw, rows: raw.rows.map((row) => ({ ...row, people })) }, team);
    expect(valuesOf(of(29)).every(({ mark }) => mark === 'unavailable')).toBe(true);
    expect(valuesOf(of(30)).some((value) => 'value' in value)).toBe(true);
  });

  it('16, group activities: of a session under 8 a range, also for the team', () => {
    const raw = rawOf('R13_sessions');
    if (raw.kind !== 'counts') throw new Error('no counts');
    const of = (count: number, rules: DisclosureRules) =>
      valuesOf(told({ ...raw, rows: raw.rows.slice(0, 1).map((row) => ({ ...row, count })) }, rules))[0];
    expect(of(7, team)).toEqual({ mark: 'band', lower: 1, upper: 7 });
    expect(of(1, team)).toEqual({ mark: 'band', lower: 1, upper: 7 });
    expect(of(8, team)).toMatchObject({ mark: 'shown', value: 8 });
    expect(of(0, team)).toMatchObject({ value: 0 });
    expect(of(7, exported)).toEqual(HIDDEN);
    expect(told(raw, team)).toMatchObject({ kind: 'bars', asDots: true, facets: [{ label: expect.anything() }] });
  });

  it('17, campaign steps: no percentage under 30, and how many as a range in a file', () => {
    const [row] = rowsOf(ofWhole('A1', 20, exported));
    expect(row?.value).toEqual(UNAVAILABLE);
    expect(row?.n).toEqual({ mark: 'band', lower: 18, upper: 29 });
  });

  it('18, acting again: as the stay curve', () => {
    expect(isCutAtSeven('A6', exported)).toBe(true);
  });

  it('19, reports per 100 active: months with fewer than 10 reports are told by quarter', () => {
    const plan = (reports: number) =>
      aFacts({
        ...{ firstDay: '2026-01-01', lastDay: '2026-06-30' },
        moderation: {
          reports: [1, 2, 3, 4, 5, 6].flatMap((month) =>
            Array.from({ length: month === 2 ? reports : 12 }, () => aReportFact(`2026-0${month}-10 12:00`)),
          ),
        },
        active: { Ann: { level: 1, days: ['2026-01-05', '2026-02-05', '2026-04-06'] } },
      });
    const rows = (reports: number) => {
      const raw = metric('M1').compute(plan(reports), aWindow(plan(reports), 'month'));
      return raw.kind === 'rates' ? raw.rows.map(({ id, events }) => [id, events]) : [];
    };
    expect(rows(10)).toHaveLength(6);
    expect(rows(9)).toEqual([
      ['2026-01-01', 33],
      ['2026-04-01', 36],
    ]);
    const pooled = told(metric('M1').compute(plan(9), aWindow(plan(9), 'month')), team);
    expect(rowsOf(pooled).every(({ note }) => note === 'pooled')).toBe(true);
  });

  it('20, time to first action: cut where seven or fewer are left', () => {
    expect(isCutAtSeven('M2', team)).toBe(true);
  });

  it('21, open backlog: exact, and for the team alone', () => {
    const raw = rawOf('M3_age');
    const other = rawOf('M3');
    const bars = [raw, other].find(({ kind }) => kind === 'counts');
    if (bars?.kind !== 'counts') throw new Error('no counts');
    expect(valuesOf(told({ ...bars, rows: bars.rows.map((row) => ({ ...row, count: 1 })) }, team))[0]).toMatchObject({
      value: 1,
    });
    expect(['M3', 'M3_age'].map((id) => metric(id).place)).toEqual(['team', 'team']);
  });

  it('22, outcomes: of fewer than 30 decisions how many, and no share', () => {
    const raw = rawOf('M5_category');
    if (raw.kind !== 'parts') throw new Error('no parts');
    const of = (rules: DisclosureRules) =>
      told(
        {
          ...raw,
          rows: raw.rows.slice(0, 1).map((row) => ({ ...row, counts: row.counts.map((_, at) => (at === 0 ? 29 : 0)) })),
        },
        rules,
      );
    expect(of(team)).toMatchObject({ rows: [{ values: raw.parts.map(() => UNAVAILABLE), n: { value: 29 } }] });
  });

  it('23, appeals: hidden up to seven and below wherever they leave the team, twelve as sanctions are', () => {
    expect(metric('M6').isSensitive).toBe('exported');
    expect(valuesOf(ofWhole('M6', 12, exportedIdentity)).every(({ mark }) => mark === 'hidden')).toBe(true);
  });

  it('24, actions by group: the team alone, and ten events on both sides', () => {
    const rates = groupMetrics.find(({ chart }) => chart === 24);
    expect(rates?.place).toBe('team');
    const rest = { events: 40, exposure: 400 };
    const rows = [{ id: 'a', label, events: 8, exposure: 100, rest }];
    expect(told({ kind: 'rates', draw: 'dots', rows }, teamIdentity)).toMatchObject({ rows: [{}], tooFew: [] });
    const few = [{ id: 'a', label, events: 7, exposure: 100, rest }];
    expect(told({ kind: 'rates', draw: 'dots', rows: few }, teamIdentity)).toMatchObject({ rows: [], tooFew: [label] });
  });

  it('25, moderator load: of a team under four the sentence alone, and of nobody outside the team', () => {
    const of = (people: number) => {
      const team3 = aFacts({
        ...{ firstDay: '2026-01-01', lastDay: '2026-03-31' },
        moderation: {
          decisions: Array.from({ length: people * 10 }, (_, at) =>
            aDecisionFact('2026-03-20 10:00', { by: at % people }),
          ),
        },
      });
      const module = metric('M9_load');
      const shape = told(module.compute(team3, aWindow(team3)), team);
      return { shape, finding: metricChart(module, shape, team).finding };
    };
    expect(of(3).shape.kind).toBe('numbers');
    expect(of(3).finding).toMatchObject({ key: 'moderation:M9.finding', params: { value: 2 } });
    expect(of(4).shape).toMatchObject({ kind: 'bars', facets: [{ rows: [{}, {}, {}, {}] }] });
    expect(metric('M9_load').place).toBe('team');
  });

  it('26, coverage clock: hours with fewer than 5 reports, or half of them still waiting, are not available', () => {
    const cell = (median: number, n: number): RawResult => ({
      ...{ kind: 'grid', unit: 'hours', of: 'things', fewest: 5, rows: [label], columns: [label] },
      cells: [[{ median, n }]],
    });
    const raw = rawOf('M10_clock');
    expect(raw).toMatchObject({ kind: 'grid', fewest: 5 });
    expect(raw.kind === 'grid' && raw.cells.flat().every((one) => one !== null)).toBe(true);
    for (const [median, n] of [
      [2, 4],
      [Number.NaN, 0],
      [Number.POSITIVE_INFINITY, 6],
    ] as const)
      expect(told(cell(median, n), team)).toMatchObject({ cells: [[UNAVAILABLE]] });
    expect(told(cell(2, 5), team)).toMatchObject({ cells: [[{ value: 2 }]] });
  });

  it('27, surveys: under 8 answers nothing at all', () => {
    const wave = (people: number) =>
      aFacts({
        lastDay: '2026-10-10',
        surveys: [
          {
            ...{
              kind: 'feeling-heard',
              day: aDay('2026-08-01'),
              invited: 60,
              scale: [1, 5],
              items: ['one'],
              event: -1,
            },
            answers: Array.from({ length: people }, () => Float64Array.of(4)),
          },
        ],
      });
    expect(metric('R15_scale').compute(wave(7), aWindow(wave(7)))).toEqual({ kind: 'missing', needs: ['surveys'] });
    expect(metric('R15_scale').compute(wave(8), aWindow(wave(8))).kind).toBe('parts');
  });

  it('28, who answered: counted among what is told of groups', () => {
    expect(groupMetrics.some(({ chart }) => chart === 28)).toBe(true);
  });
});
