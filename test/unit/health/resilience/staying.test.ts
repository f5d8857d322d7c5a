import { describe, expect, it } from 'vitest';
import { dormancy, lifeCycleChart } from '../../../../electron/data/health/metrics/resilience/life-cycle-chart.ts';
import { mentoredStay } from '../../../../electron/data/health/metrics/resilience/mentored-stay.ts';
import {
  returnOn,
  returnOnAverage,
  returnOnOrAfter,
} from '../../../../electron/data/health/metrics/resilience/return-on.ts';
import { stayCurveChart } from '../../../../electron/data/health/metrics/resilience/stay-curve-chart.ts';
import { aDay, aFacts, aWindow, type MessagePlan } from '../../../builders/health-facts.ts';

const says = (by: string, ...days: string[]): MessagePlan[] => days.map((at) => ({ at, by }));

describe('Z4 and Z5 return', () => {
  const facts = aFacts({
    firstDay: '2026-01-01',
    lastDay: '2026-04-15',
    people: { Spam: { ended: '2026-01-03', endedHow: 'spam' } },
    messages: [
      ...says('Ann', '2026-01-05', '2026-02-05', '2026-04-02'),
      ...says('Ben', '2026-01-06', '2026-03-05'),
      ...says('Cem', '2026-02-06'),
      ...says('Spam', '2026-01-02', '2026-02-02'),
    ],
  });

  it('tells cohorts by interval, with open cells marked', () => {
    expect(returnOn.compute(facts, aWindow(facts, 'month'))).toMatchObject({
      kind: 'grid',
      of: 'people',
      rows: [{ key: 'resilience:rows.month' }, { key: 'resilience:rows.month' }],
      columns: [1, 2, 3].map((number) => ({ key: 'resilience:rows.monthAfter', params: { number } })),
      cells: [
        [
          { part: 1, whole: 2 },
          { part: 1, whole: 2 },
          { part: 1, whole: 2, open: true },
        ],
        [{ part: 0, whole: 1 }, { part: 0, whole: 1, open: true }, null],
      ],
    });
  });

  it('fills every cell up to the last activity where on or after is asked for', () => {
    expect(returnOnOrAfter.compute(facts, aWindow(facts, 'month'))).toMatchObject({
      cells: [
        [{ part: 2 }, { part: 2 }, { part: 1, open: true }],
        [{ part: 0 }, { part: 0 }, null],
      ],
    });
  });

  it('averages complete cells, weighted by people', () => {
    expect(returnOnAverage.compute(facts, aWindow(facts, 'month'))).toMatchObject({
      kind: 'shares',
      rows: [
        { id: 'after/1', part: 1, whole: 3 },
        { id: 'after/2', part: 1, whole: 2 },
      ],
    });
  });

  it('puts months into quarters where there are more than twelve, or a window asks for quarters', () => {
    const long = aFacts({
      firstDay: '2025-01-01',
      lastDay: '2026-06-30',
      messages: says('Ann', '2025-01-05', '2025-04-05'),
    });
    const grid = returnOn.compute(long, aWindow(long, 'month'));
    expect(grid).toMatchObject({ rows: [{ key: 'resilience:rows.quarter', params: { year: 2025, quarter: 1 } }] });
    expect('cells' in grid && grid.cells[0]?.[0]).toEqual({ part: 1, whole: 1 });
    expect(returnOn.compute(facts, aWindow(facts))).toMatchObject({ rows: [{ key: 'resilience:rows.quarter' }] });
  });

  it('has nothing to say without activity', () => {
    const empty = aFacts({ lastDay: '2026-04-15' });
    expect(returnOn.compute(empty, aWindow(empty))).toEqual({ kind: 'missing', needs: ['activity-days'] });
    expect(returnOnAverage.compute(empty, aWindow(empty))).toMatchObject({ kind: 'missing' });
  });
});

describe('Z8 stay curve', () => {
  it('gives the table of events with removals competing, and leaves spam out', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-07-20',
      people: {
        Lapsed: {},
        Removed: { ended: '2026-02-10', endedHow: 'removed' },
        Spam: { ended: '2026-01-01', endedHow: 'spam' },
        Early: { joined: '2025-11-22', joinedEarlier: true },
      },
      messages: [
        ...says('Lapsed', '2026-01-01', '2026-01-11'),
        ...says('Stays', '2026-01-01', '2026-03-25', '2026-06-20'),
        ...says('Removed', '2026-01-01', '2026-02-01'),
        ...says('Spam', '2026-01-01'),
        ...says('Early', '2026-01-01', '2026-03-02'),
      ],
    });
    const result = stayCurveChart.compute(facts, aWindow(facts));
    expect(result).toMatchObject({ kind: 'curves', time: 'days', reads: 'falling', marks: [90, 30, 365] });
    // D* is day 110 (2026-04-21). Early entered 40 days late and lapsed on day 60 of the data.
    expect('series' in result && result.series[0]).toMatchObject({
      id: 'all',
      followed: 4,
      table: [
        { time: 11, atRisk: 3, events: 1, competing: 0, censored: 0 },
        { time: 40, atRisk: 2, events: 0, competing: 1, censored: 0 },
        { time: 101, atRisk: 2, events: 1, competing: 0, censored: 0 },
        { time: 110, atRisk: 1, events: 0, competing: 0, censored: 1 },
      ],
    });
  });
});

describe('Z9 and Z10 life cycle', () => {
  const facts = aFacts({
    firstDay: '2026-01-01',
    lastDay: '2026-04-15',
    messages: [
      ...says('Ann', '2026-01-05', '2026-02-05', '2026-04-02'),
      ...says('Ben', '2026-01-06'),
      ...says('Cem', '2026-02-06', '2026-03-01'),
    ],
  });

  it('splits the active into new, returning and resurrected, and draws dormant below', () => {
    const result = lifeCycleChart.compute(facts, aWindow(facts, 'month'));
    expect(result).toMatchObject({
      kind: 'parts',
      unit: 'count',
      parts: [{ side: 'above' }, { side: 'above' }, { side: 'above' }, { id: 'dormant', side: 'below' }],
      rows: [
        { counts: [2, 0, 0, 0] },
        { counts: [1, 1, 0, 1] },
        { counts: [0, 1, 0, 1] },
        { counts: [0, 0, 1, 1], period: { complete: false } },
      ],
    });
  });

  it('holds no spam: neither new nor back again, and not gone quiet', () => {
    const withSpam = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-04-15',
      people: { Spam: { ended: '2026-04-01', endedHow: 'spam' } },
      messages: [...says('Ann', '2026-01-05', '2026-02-05'), ...says('Spam', '2026-01-05', '2026-02-05')],
    });
    expect(lifeCycleChart.compute(withSpam, aWindow(withSpam, 'month'))).toMatchObject({
      rows: [{ counts: [1, 0, 0, 0] }, { counts: [0, 1, 0, 0] }, { counts: [0, 0, 0, 1] }, { counts: [0, 0, 0, 0] }],
    });
    expect(dormancy.compute(withSpam, aWindow(withSpam, 'month'))).toMatchObject({
      rows: [
        { part: 0, whole: 1 },
        { part: 1, whole: 1 },
      ],
    });
  });

  it('sets the dormant against the active of the period before', () => {
    expect(dormancy.compute(facts, aWindow(facts, 'month'))).toMatchObject({
      rows: [
        { part: 1, whole: 2 },
        { part: 1, whole: 2 },
        { part: 1, whole: 1 },
      ],
    });
  });
});

describe('Z23 mentored newcomers', () => {
  it('sets those mentored within 30 days against all others, both followed to the end', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-09-30',
      people: { Mentor: {}, Ann: {}, Ben: {}, Cem: {}, Late: {} },
      messages: [
        ...says('Ann', '2026-01-10', '2026-03-01', '2026-05-01'),
        ...says('Ben', '2026-01-10', '2026-01-20'),
        ...says('Cem', '2026-01-10', '2026-03-20', '2026-06-01'),
        // Joined too late to be followed for 180 days.
        ...says('Late', '2026-05-01', '2026-06-01'),
      ],
      outreach: {
        mentorships: [
          { mentor: 0, mentee: 1, startDay: aDay('2026-02-09'), endDay: null },
          { mentor: 0, mentee: 2, startDay: aDay('2026-02-10'), endDay: null },
        ],
      },
    });
    expect(mentoredStay.compute(facts, aWindow(facts))).toMatchObject({
      kind: 'gaps',
      rows: [
        {
          group: { part: 1, whole: 1 },
          rest: { part: 1, whole: 2 },
          // The same three over their whole time: Ben was last seen ten days after joining.
          curves: {
            group: [{ time: 112, atRisk: 1, events: 1 }],
            rest: [
              { time: 11, atRisk: 2, events: 1 },
              { time: 143, atRisk: 1, events: 1 },
            ],
          },
        },
      ],
    });
    const none = aFacts({ lastDay: '2026-09-30' });
    expect(mentoredStay.compute(none, aWindow(none))).toEqual({ kind: 'missing', needs: ['mentorships'] });
  });
});
