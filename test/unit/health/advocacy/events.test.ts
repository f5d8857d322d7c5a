import { describe, expect, it } from 'vitest';
import type { EventFact } from '../../../../electron/data/health/facts/outreach-facts.ts';
import { attendanceRate } from '../../../../electron/data/health/metrics/advocacy/attendance-rate.ts';
import { eventInclusion } from '../../../../electron/data/health/metrics/advocacy/event-inclusion.ts';
import { hashtagReach } from '../../../../electron/data/health/metrics/advocacy/hashtag-reach.ts';
import { aDay, aFacts, aWindow } from '../../../builders/health-facts.ts';
import { resultOf } from '../../../builders/metric-results.ts';

const anEvent = (name: string, kind: EventFact['kind'], day: string): EventFact => ({
  name,
  kind,
  series: null,
  day: aDay(day),
  partner: -1,
});

describe('A7, coming to events', () => {
  it('counts ten minutes or more of those registered; where nobody noted minutes, being there', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      outreach: {
        events: [
          anEvent('Webinar', 'webinar', '2026-04-01'),
          anEvent('March', 'march', '2026-05-01'),
          anEvent('Readers', 'book-club', '2026-05-02'),
          anEvent('To come', 'workshop', '2026-07-01'),
          anEvent('Open door', 'workshop', '2026-05-03'),
        ],
      },
      attendance: [
        { event: 0, who: 'ana', minutes: 10 },
        { event: 0, who: 'ben', minutes: 9 },
        { event: 0, who: 'cem', attended: false },
        { event: 0, who: 'dee', registered: false, minutes: 60 },
        { event: 1, who: 'ana' },
        { event: 1, who: 'ben', attended: false },
        { event: 2, who: 'ana' },
        { event: 3, who: 'ana' },
        { event: 4, who: 'ana', registered: false },
      ],
    });
    const { rows } = resultOf(attendanceRate, facts, 'shares');
    // A series of workshops has one name: the day tells them apart.
    const dated = ({ label }: (typeof rows)[number]) => ('params' in label ? label.params : null);
    expect(rows.map((row) => [dated(row), row.part, row.whole])).toEqual([
      [{ event: 'March', start: expect.any(Number) }, 1, 2],
      [{ event: 'Webinar', start: expect.any(Number) }, 1, 3],
    ]);
  });

  it('says what it lacks', () => {
    const facts = aFacts({ lastDay: '2026-06-30' });
    expect(attendanceRate.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['events', 'attendance'] });
    expect(eventInclusion.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['surveys'] });
    expect(hashtagReach.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['platform-measures'] });
  });
});

describe('A8, feeling included', () => {
  const wave = (people: number) => ({
    kind: 'event-inclusion' as const,
    day: aDay('2026-05-02'),
    invited: 0,
    scale: [1, 5] as const,
    items: ['I was included', 'I plan to return'],
    answers: Array.from({ length: people }, (_, at) => Float64Array.of(at < 6 ? 4 : 3, at === 0 ? Number.NaN : 5)),
    event: 0,
  });
  const facts = (people: number) =>
    aFacts({
      lastDay: '2026-06-30',
      outreach: { events: [anEvent('March', 'march', '2026-05-01')] },
      surveys: [wave(people)],
    });

  it('is the share above the middle of the scale, item by item', () => {
    const { rows } = resultOf(eventInclusion, facts(9), 'numbers');
    expect(rows.map(({ counts, people, fewest }) => [counts, people, fewest])).toEqual([
      [[6, 9], 9, 8],
      [[8, 8], 8, 8],
    ]);
    expect(rows[0]?.label).toEqual({
      key: 'advocacy:rows.itemAtEvent',
      params: { item: 'I was included', event: 'March' },
    });
    expect(rows[0]?.formula([6, 9])?.value).toBeCloseTo(200 / 3, 12);
  });

  it('is not shown for seven answers', () => {
    const few = facts(7);
    expect(eventInclusion.compute(few, aWindow(few)).kind).toBe('missing');
  });
});

describe('A9, hashtag reach', () => {
  it('tells weeks that are over, newest first', () => {
    const week = (day: string, accounts: number) => ({
      tag: 'pride',
      day: aDay(day),
      accounts,
      uses: accounts * 2,
      servers: 3,
    });
    const tagMeasures = [week('2026-06-01', 40), week('2026-06-08', 50), week('2026-06-29', 60)];
    const facts = aFacts({ firstDay: '2026-01-01', lastDay: '2026-06-30', more: { tagMeasures } });
    const { rows } = resultOf(hashtagReach, facts, 'counts');
    expect(rows.map(({ count }) => count)).toEqual([50, 100, 3, 40, 80, 3]);
  });
});
