import { describe, expect, it } from 'vitest';
import { actionRate } from '../../../../electron/data/health/metrics/group/action-rate.ts';
import { groupMetrics } from '../../../../electron/data/health/metrics/group/all.ts';
import { coverage } from '../../../../electron/data/health/metrics/group/coverage.ts';
import { inequality } from '../../../../electron/data/health/metrics/group/inequality.ts';
import { leadership } from '../../../../electron/data/health/metrics/group/leadership.ts';
import {
  activationByGroup,
  firstReplyByGroup,
} from '../../../../electron/data/health/metrics/group/newcomers-by-group.ts';
import { representation } from '../../../../electron/data/health/metrics/group/representation.ts';
import { retentionGap } from '../../../../electron/data/health/metrics/group/retention-gap.ts';
import type { GroupFacts } from '../../../../electron/data/health/metrics/group-facts.ts';
import { metricWindow } from '../../../../electron/data/health/metrics/metric-window.ts';
import type { ChartBenchmark } from '../../../../shared/domain/health/chart.ts';
import { crossings, splitMeasures } from '../../../../shared/domain/health/split.ts';
import { aDay, aFacts, anInstant, aWindow, type FactsPlan, type MessagePlan } from '../../../builders/health-facts.ts';

const span = { firstDay: '2026-01-01', lastDay: '2026-09-30' };
const says = (by: string, ...days: string[]): MessagePlan[] => days.map((at) => ({ at, by }));

const aBenchmark = (id: string, population: string, year: number): ChartBenchmark => ({
  id,
  population,
  year,
  place: 'Here',
  fromAge: 16,
  toAge: null,
  wording: 'Which describes you?',
  source: 'Office of numbers',
});

/** Positions: Ann 0, Ben 1, Cem 2, Dee 3, Eli 4. Two named two groups; Dee would rather not say; Eli was not asked. */
const groups: GroupFacts = {
  questionKey: 'gender',
  version: 1,
  groups: [
    { code: 'woman', label: { name: 'Women' }, people: Int32Array.of(0, 1) },
    { code: 'non-binary', label: { name: 'Non-binary' }, people: Int32Array.of(1, 2) },
  ],
  answered: Int32Array.of(0, 1, 2),
  preferNotToSay: Int32Array.of(3),
  asked: Int32Array.of(0, 1, 2, 3),
  everAsked: Int32Array.of(0, 1, 2, 3),
  askedPeople: null,
  benchmarks: [
    { ...aBenchmark('1', 'Census', 2021), answer: 'woman', share: 0.5 },
    { ...aBenchmark('2', 'Another', 2020), answer: 'woman', share: 0.6 },
  ],
};
const people: FactsPlan['people'] = { Ann: {}, Ben: {}, Cem: {}, Dee: {}, Eli: {} };
const nobody: GroupFacts = { ...groups, answered: new Int32Array(), asked: new Int32Array() };

describe('Z17 representation', () => {
  it('sets each group against those who answered, any mention counting, beside every population', () => {
    const facts = aFacts({ ...span, people });
    const result = representation.computeByGroup(facts, groups, aWindow(facts));
    expect(result).toMatchObject({
      kind: 'shares',
      draw: 'dots',
      benchmarks: [
        { id: '1', population: 'Census', year: 2021 },
        { id: '2', population: 'Another', year: 2020 },
      ],
      rows: [
        { id: 'woman', part: 2, whole: 3, references: [{ share: 0.5 }, { benchmark: '2', share: 0.6 }] },
        { id: 'non-binary', part: 2, whole: 3 },
      ],
    });
    expect(result.kind === 'shares' && result.rows[1]).not.toHaveProperty('references');
    expect(JSON.stringify(result.kind === 'shares' && result.benchmarks)).not.toContain('woman');
  });

  it('leaves out accounts that have ended', () => {
    const facts = aFacts({ ...span, people: { ...people, Ben: { ended: '2026-03-01' } } });
    expect(representation.computeByGroup(facts, groups, aWindow(facts))).toMatchObject({
      rows: [
        { part: 1, whole: 2 },
        { part: 1, whole: 2 },
      ],
    });
  });

  it('is crossed with the route, each part against those who came by the same one', () => {
    const facts = aFacts({
      ...span,
      people: { ...people, Ann: { route: 0 }, Ben: { route: 0 } },
      outreach: { routes: [{ id: 1, name: 'March', kind: 'event', invited: [], partner: -1 }] },
    });
    const result = representation.computeByGroup(facts, groups, aWindow(facts), 'route');
    const rows = result.kind === 'shares' ? result.rows : [];
    expect(rows.map(({ id, part, whole }) => [id, part, whole])).toEqual([
      ['woman/route 1', 2, 2],
      ['non-binary/route 1', 1, 2],
      ['woman/no route', 0, 1],
      ['non-binary/no route', 1, 1],
    ]);
    expect(rows[0]).toMatchObject({ facet: { name: 'March' }, references: [{ benchmark: '1' }, { benchmark: '2' }] });
  });

  it('is crossed with the quarter of joining', () => {
    const facts = aFacts({ ...span, people, messages: [...says('Ann', '2026-01-10'), ...says('Cem', '2026-05-10')] });
    const result = representation.computeByGroup(facts, groups, aWindow(facts), 'quarter');
    const rows = result.kind === 'shares' ? result.rows : [];
    expect(rows.map(({ part, whole }) => [part, whole])).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(rows[2]?.facet).toEqual({ key: 'resilience:rows.quarter', params: { year: 2026, quarter: 2 } });
  });
});

describe('Z18 retention gap and Z19 inequality', () => {
  const facts = aFacts({
    ...span,
    people,
    messages: [
      ...says('Ann', '2026-01-10', '2026-03-01', '2026-05-01'),
      ...says('Ben', '2026-01-10', '2026-01-20'),
      ...says('Cem', '2026-01-10', '2026-03-20', '2026-06-01'),
      ...says('Dee', '2026-01-10'),
      ...says('Eli', '2026-01-10'),
    ],
  });

  it('sets who stayed 90 days against all others who answered', () => {
    expect(retentionGap.computeByGroup(facts, groups, aWindow(facts))).toMatchObject({
      kind: 'gaps',
      rows: [
        { id: 'woman', group: { part: 1, whole: 2 }, rest: { part: 1, whole: 1 } },
        { id: 'non-binary', group: { part: 1, whole: 2 }, rest: { part: 1, whole: 1 } },
      ],
    });
  });

  it('compares the same people as curves, and only where nothing is crossed', () => {
    const result = retentionGap.computeByGroup(facts, groups, aWindow(facts));
    const [women] = result.kind === 'gaps' ? result.rows : [];
    const ends = women?.curves?.group.map(({ time, events, censored }) => [time, events, censored]);
    // Ben stayed ten days and the next one is his first away; Ann's last day is the 111th.
    expect(ends).toEqual([
      [11, 1, 0],
      [112, 1, 0],
    ]);
    expect(women?.curves?.rest).toHaveLength(1);
    const crossed = retentionGap.computeByGroup(facts, groups, aWindow(facts), 'route');
    expect(crossed.kind === 'gaps' && crossed.rows.every(({ curves }) => curves === undefined)).toBe(true);
  });

  it('leaves out who joined too late to be followed to the end', () => {
    const late = aFacts({ ...span, people, messages: says('Ann', '2026-04-04', '2026-09-01') });
    const inTime = aFacts({ ...span, people, messages: says('Ann', '2026-04-03', '2026-09-01') });
    const wholeOf = (some: typeof late) => {
      const result = retentionGap.computeByGroup(some, groups, aWindow(some));
      return result.kind === 'gaps' ? result.rows[0]?.group.whole : undefined;
    };
    expect(wholeOf(late)).toBe(0);
    expect(wholeOf(inTime)).toBe(1);
  });

  it('gives Theil and mean log deviation from sizes and parts (W10)', () => {
    const result = inequality.computeByGroup(facts, groups, aWindow(facts));
    const [theil, deviation] = result.kind === 'numbers' ? result.rows : [];
    expect(theil).toMatchObject({ people: 3, counts: [1, 2, 1, 2] });
    expect(theil?.formula([1, 2, 1, 2])?.value).toBeCloseTo(0, 12);
    // Stay rates .5 .4 .3 .2 in groups of 60, 25, 10 and 5.
    expect(theil?.formula([30, 60, 10, 25, 3, 10, 1, 5])?.value).toBeCloseTo(0.02147, 5);
    expect(deviation?.formula([30, 60, 10, 25, 3, 10, 1, 5])?.value).toBeCloseTo(0.02485, 5);
    expect(deviation?.formula([0, 60, 10, 25])).toBeUndefined();
  });
});

describe('activation and first reply by group', () => {
  it('pools a year and sets each group against all others', () => {
    const facts = aFacts({
      firstDay: '2025-01-01',
      lastDay: '2026-09-30',
      people: {
        ...people,
        Ann: { joined: '2026-02-01', spoke: '2026-02-02' },
        Ben: { joined: '2026-02-01' },
        Cem: { joined: '2025-09-30', spoke: '2025-09-30' },
      },
    });
    expect(activationByGroup.computeByGroup(facts, groups, aWindow(facts))).toMatchObject({
      rows: [
        { group: { part: 1, whole: 2 }, rest: { part: 0, whole: 0 } },
        { group: { part: 0, whole: 1 }, rest: { part: 1, whole: 1 } },
      ],
    });
  });

  it('counts a reply within 7 days of the first message', () => {
    const facts = aFacts({
      ...span,
      people,
      messages: [
        { at: '2026-02-01 10:00', by: 'Ann', id: 'ann' },
        { at: '2026-02-08 10:00', by: 'Old', parent: 'ann' },
        { at: '2026-02-01 10:00', by: 'Ben', id: 'ben' },
        { at: '2026-02-08 10:01', by: 'Old', parent: 'ben' },
        { at: '2026-09-28', by: 'Cem' },
      ],
    });
    expect(firstReplyByGroup.computeByGroup(facts, groups, aWindow(facts))).toMatchObject({
      rows: [
        { group: { part: 1, whole: 2 }, rest: { whole: 0 } },
        { group: { part: 0, whole: 1 }, rest: { part: 1, whole: 1 } },
      ],
    });
  });
});

describe('Z21 coverage', () => {
  it('tells who answered, who would rather not say, and who was not asked', () => {
    const facts = aFacts({ ...span, people: { ...people, Gone: { ended: '2026-02-01' } } });
    expect(coverage.computeByGroup(facts, groups, aWindow(facts))).toMatchObject({
      rows: [
        { id: 'all', part: 3, whole: 4 },
        { id: 'preferNotToSay', part: 1, whole: 4 },
        { id: 'notAsked', part: 1, whole: 5 },
      ],
    });
  });

  it('counts who got the survey and never answered among those asked', () => {
    const facts = aFacts({ ...span, people });
    const sentTo = (askedPeople: number) => coverage.computeByGroup(facts, { ...groups, askedPeople }, aWindow(facts));
    expect(sentTo(5)).toMatchObject({
      rows: [
        { part: 3, whole: 5 },
        { part: 1, whole: 5 },
        { part: 0, whole: 5 },
      ],
    });
    // More than are here: it went to others as well. Fewer than have a line: a mistake.
    expect(sentTo(9)).toMatchObject({ rows: [{ part: 3, whole: 9 }, { whole: 9 }, { part: 0, whole: 5 }] });
    expect(sentTo(2)).toMatchObject({ rows: [{ part: 3, whole: 4 }, { whole: 4 }, { part: 1, whole: 5 }] });
  });
});

describe('Z22 leadership', () => {
  const role = (person: number, start: string, end: string | null = null) => ({
    person,
    role: 'host' as const,
    startDay: aDay(start),
    endDay: end === null ? null : aDay(end),
  });

  it('counts each leader of the period once, of leaders who answered', () => {
    const facts = aFacts({
      ...span,
      people,
      outreach: {
        roles: [
          role(0, '2026-01-01'),
          role(0, '2026-02-01'),
          role(2, '2026-09-30'),
          role(1, '2026-01-01', '2026-09-29'),
          role(3, '2026-01-01'),
        ],
      },
    });
    expect(leadership.computeByGroup(facts, groups, aWindow(facts))).toMatchObject({
      rows: [
        { part: 1, whole: 2, references: [{ share: 0.5 }, { share: 0.6 }] },
        { part: 1, whole: 2 },
      ],
    });
    const none = aFacts({ ...span, people });
    expect(leadership.computeByGroup(none, groups, aWindow(none))).toEqual({ kind: 'missing', needs: ['roles'] });
  });
});

describe('M7 action rate', () => {
  it('sets sanctions over active months against the same of all others', () => {
    const decision = (about: number, at: string, isSanction = true) => ({
      at: anInstant(at),
      by: 0,
      finding: 'upheld',
      isSanction,
      about,
      category: 'hate',
      reversed: false,
    });
    const facts = aFacts({
      ...span,
      people,
      active: {
        Ann: { level: 1, days: ['2026-07-01', '2026-07-31', '2026-08-01'] },
        Ben: { level: 2, days: ['2026-09-30'] },
        Cem: { level: 0, days: ['2026-07-01'] },
      },
      moderation: {
        decisions: [
          decision(0, '2026-07-02'),
          decision(1, '2026-08-02'),
          decision(1, '2026-08-03', false),
          decision(2, '2026-09-30 23:59'),
          decision(0, '2026-06-30'),
          decision(3, '2026-07-02'),
          decision(-1, '2026-07-02'),
        ],
      },
    });
    expect(actionRate.place).toBe('team');
    expect(actionRate.computeByGroup(facts, groups, aWindow(facts))).toMatchObject({
      kind: 'rates',
      rows: [
        { id: 'woman', events: 2, exposure: 3, rest: { events: 1, exposure: 0 } },
        { id: 'non-binary', events: 2, exposure: 1, rest: { events: 1, exposure: 2 } },
      ],
    });
    // The running quarter is still to come: the one before it is told, and nobody of it is counted in the new one.
    const running = { ...facts, lastDay: aDay('2026-10-20') };
    const window = metricWindow('quarter', facts.firstDay, running.lastDay);
    const upToNow = { ...window, current: window.periods.at(-1) ?? window.current };
    expect(upToNow.current.complete).toBe(false);
    expect(actionRate.computeByGroup(running, groups, upToNow)).toEqual(
      actionRate.computeByGroup(facts, groups, aWindow(facts)),
    );
    expect(actionRate.statusOf?.(running, upToNow)(0)).toBe(1);
    const first = metricWindow('quarter', aDay('2026-09-01'), aDay('2026-09-20'));
    expect(actionRate.computeByGroup(facts, groups, first)).toEqual({ kind: 'missing', needs: ['history'] });
    expect(actionRate.statusOf?.(facts, first)(0)).toBe(-1);
  });
});

describe('metrics by group', () => {
  const facts = aFacts({ ...span, people });

  it('cover the menu, each measure once', () => {
    const onMenu = groupMetrics
      .map(({ measure }) => measure)
      .filter((measure) => measure !== 'coverage' && measure !== 'inequality');
    expect([...onMenu].sort()).toEqual([...splitMeasures].sort());
  });

  it.each(groupMetrics.map((metric) => [metric.id, metric] as const))(
    '%s says so where nobody answered',
    (_, metric) => {
      expect(metric.computeByGroup(facts, nobody, aWindow(facts))).toEqual({
        kind: 'missing',
        needs: ['identity-answers'],
      });
    },
  );

  it.each(groupMetrics.map((metric) => [metric.id, metric] as const))(
    '%s refuses a crossing it has not',
    (_, metric) => {
      for (const crossing of crossings) {
        const ask = () => metric.computeByGroup(facts, groups, aWindow(facts), crossing);
        if (crossing === 'none' || metric.crossings.includes(crossing)) expect(ask).not.toThrow();
        else expect(ask).toThrow(RangeError);
      }
    },
  );
});
