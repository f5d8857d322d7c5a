import { describe, expect, it } from 'vitest';
import type { EventFact } from '../../../../electron/data/health/facts/outreach-facts.ts';
import {
  attendanceBySession,
  groupActivityParticipation,
} from '../../../../electron/data/health/metrics/connection/group-activity-participation.ts';
import { seriesReturn } from '../../../../electron/data/health/metrics/connection/series-return.ts';
import { aDay, aFacts, aWindow } from '../../../builders/health-facts.ts';
import { resultOf, sharesOf } from '../../../builders/metric-results.ts';

const anEvent = (day: string, more: Partial<EventFact> = {}): EventFact => ({
  name: 'Evening',
  kind: 'book-club',
  series: 'Readers',
  day: aDay(day),
  partner: -1,
  ...more,
});

describe('R13, group activities', () => {
  it('counts members once, in group activities alone', () => {
    const facts = aFacts({
      firstDay: '2026-04-01',
      lastDay: '2026-06-30',
      active: {
        ana: { level: 2, days: ['2026-05-01'] },
        reader: { level: 0, days: ['2026-05-01'] },
        cem: { level: 1, days: ['2026-05-01'] },
      },
      outreach: {
        events: [
          anEvent('2026-04-10'),
          anEvent('2026-05-10', { kind: 'discussion-group' }),
          anEvent('2026-05-20', { kind: 'march' }),
          anEvent('2026-07-10'),
        ],
      },
      attendance: [
        { event: 0, who: 'ana' },
        { event: 1, who: 'ana' },
        { event: 1, who: 'ben' },
        { event: 1, who: 'cem', attended: false },
        { event: 2, who: 'cem' },
        { event: 3, who: 'cem' },
      ],
    });
    // ana and ben came; ana, ben and cem did anything; the reader only read.
    expect(sharesOf(groupActivityParticipation, facts)).toEqual({ '2026-04-01/members': '2/3' });
  });

  it('says what it lacks', () => {
    const facts = aFacts({ lastDay: '2026-06-30' });
    for (const metric of [groupActivityParticipation, attendanceBySession, seriesReturn]) {
      expect(metric.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['events', 'attendance'] });
    }
  });
});

const facts = aFacts({
  firstDay: '2026-01-01',
  lastDay: '2026-06-30',
  people: { ana: { joined: '2026-01-01' }, dee: { joined: '2026-03-02' }, eve: { joined: '2026-04-01' } },
  outreach: {
    events: [
      anEvent('2026-02-01'),
      anEvent('2026-03-01'),
      anEvent('2026-04-01'),
      anEvent('2026-05-01'),
      anEvent('2026-05-02', { series: 'Talkers' }),
      anEvent('2026-05-03', { series: null }),
    ],
  },
  attendance: [
    ...[0, 2, 3].map((event) => ({ event, who: 'ana' })),
    ...[2, 3].map((event) => ({ event, who: 'ben' })),
    ...[0, 3].map((event) => ({ event, who: 'cem' })),
    ...[3, 4, 5].map((event) => ({ event, who: 'dee' })),
    { event: 3, who: 'eve' },
  ],
});

describe('R14, coming back to a series', () => {
  it('asks of those who could have been at two of the three sessions before', () => {
    // Known by the last but one session before, 1 March: ana and cem. ben was first seen on 1 April, dee joined a day
    // late. ana was at two of three, cem at one.
    expect(sharesOf(seriesReturn, facts)).toEqual({ all: '1/2', [`0:${aDay('2026-05-01')}`]: '1/2' });
  });
});

describe('attendance by session', () => {
  it('stands by series, newest first', () => {
    const { rows } = resultOf(attendanceBySession, facts, 'counts');
    expect(rows.map(({ facet, count }) => [facet, count])).toEqual([
      [{ name: 'Readers' }, 5],
      [{ name: 'Readers' }, 2],
      [{ name: 'Readers' }, 0],
      [{ name: 'Readers' }, 2],
      [{ name: 'Talkers' }, 1],
    ]);
  });
});
