import { describe, expect, it } from 'vitest';
import { activation } from '../../../../electron/data/health/metrics/resilience/activation.ts';
import {
  newContributors,
  newContributorsByWeek,
} from '../../../../electron/data/health/metrics/resilience/new-contributors.ts';
import { returnInBracket } from '../../../../electron/data/health/metrics/resilience/return-in-bracket.ts';
import { signUps, signUpsByWeek } from '../../../../electron/data/health/metrics/resilience/sign-ups.ts';
import { survivingNewcomers } from '../../../../electron/data/health/metrics/resilience/surviving-newcomers.ts';
import { aFacts, aWindow } from '../../../builders/health-facts.ts';
import { resultOf } from '../../../builders/metric-results.ts';

const nothing = aFacts({ lastDay: '2026-06-30', people: { Ann: {} } });

describe('Z1 sign-ups', () => {
  it('counts accounts by period, and spam apart', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      people: {
        Ann: { joined: '2026-02-03' },
        Ben: { joined: '2026-03-31 23:59' },
        Cem: { joined: '2026-04-01' },
        Spam: { joined: '2026-04-02', ended: '2026-04-02', endedHow: 'spam' },
        Unknown: {},
      },
    });
    const result = signUps.compute(facts, aWindow(facts));
    expect(result).toMatchObject({ kind: 'counts', of: 'people' });
    expect(result.kind === 'counts' && result.rows.map((row) => [row.id, row.count])).toEqual([
      ['2026-01-01/signUps', 2],
      ['2026-04-01/signUps', 1],
      ['2026-01-01/spam', 0],
      ['2026-04-01/spam', 1],
    ]);
  });

  it('puts an account into the local day it was made on', () => {
    const facts = aFacts({
      timeZone: 'Asia/Tokyo',
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      people: { Ann: { joined: '2026-03-31 16:00' } },
    });
    expect(signUps.compute(facts, aWindow(facts))).toMatchObject({ rows: [{ count: 0 }, { count: 1 }, {}, {}] });
  });

  it('counts whole weeks from Monday on, thirteen of them, for the team alone', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      people: {
        Ann: { joined: '2026-06-21 23:59' },
        Ben: { joined: '2026-06-22' },
        Cem: { joined: '2026-06-30', spoke: '2026-06-30' },
        Dee: { joined: '2026-04-05', spoke: '2026-04-06' },
        Spam: { joined: '2026-06-23', ended: '2026-06-23', endedHow: 'spam' },
      },
    });
    const { rows } = resultOf(signUpsByWeek, facts, 'counts');
    const weeks = rows.filter(({ series }) => series === 'signUps');
    expect(weeks.map(({ id, count }) => [id.slice(0, 10), count]).slice(-3)).toEqual([
      ['2026-06-15', 1],
      ['2026-06-22', 1],
      ['2026-06-29', 1],
    ]);
    expect([weeks.length, weeks[0]?.id, weeks[0]?.count]).toEqual([13, '2026-04-06/signUps', 0]);
    expect(weeks.map(({ period }) => period?.complete).slice(-2)).toEqual([true, false]);
    expect(rows.filter(({ series }) => series === 'spam').map(({ count }) => count)).toContain(1);
    const spoke = resultOf(newContributorsByWeek, facts, 'counts').rows.map(({ count }) => count);
    expect([spoke.length, spoke[0], spoke.at(-1)]).toEqual([13, 1, 1]);
    expect([signUpsByWeek.place, newContributorsByWeek.place]).toEqual(['team', 'team']);
  });

  it('says which data are missing', () => {
    expect(signUps.compute(nothing, aWindow(nothing))).toEqual({ kind: 'missing', needs: ['join-dates'] });
  });
});

describe('Z2 new contributors', () => {
  it('counts first messages ever, and nobody who joined before the data or was spam', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      people: {
        Ann: { spoke: '2026-01-05' },
        Old: { spoke: '2025-03-01' },
        Early: { spoke: '2026-01-06', joinedEarlier: true },
        Spam: { spoke: '2026-05-06', ended: '2026-05-06', endedHow: 'spam' },
        Ben: { spoke: '2026-05-07' },
      },
    });
    expect(newContributors.compute(facts, aWindow(facts))).toMatchObject({ rows: [{ count: 1 }, { count: 1 }] });
    expect(newContributors.compute(nothing, aWindow(nothing))).toMatchObject({ kind: 'missing' });
  });
});

describe('Z3 activation', () => {
  it('asks for a first message within 168 hours, of sign-ups at least as old', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      people: {
        InTime: { joined: '2026-01-05 10:00', spoke: '2026-01-12 10:00' },
        TooLate: { joined: '2026-01-05 10:00', spoke: '2026-01-12 10:01' },
        Silent: { joined: '2026-01-05 10:00' },
        Spam: { joined: '2026-01-05', ended: '2026-01-06', endedHow: 'spam' },
        BeforeData: { joined: '2025-12-30', spoke: '2026-01-02' },
        JustOldEnough: { joined: '2026-06-24', spoke: '2026-06-24' },
        TooYoung: { joined: '2026-06-24 00:01', spoke: '2026-06-25' },
      },
    });
    expect(activation.compute(facts, aWindow(facts))).toMatchObject({
      rows: [
        { part: 1, whole: 3, period: { complete: true } },
        // The quarter is over, but not everybody in it is 7 days old.
        { part: 1, whole: 1, period: { complete: false } },
      ],
    });
  });
});

describe('Z6 return in a bracket', () => {
  it('counts who wrote in each bracket, of those for whom it is over', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-04-30',
      messages: [
        { at: '2026-01-10', by: 'Ann' },
        { at: '2026-01-17', by: 'Ann' },
        { at: '2026-01-18', by: 'Ann' },
        // Day 91 is beyond the last bracket.
        { at: '2026-04-11', by: 'Ann' },
        { at: '2026-04-10', by: 'Ben' },
        { at: '2026-04-25', by: 'Cem' },
      ],
    });
    expect(returnInBracket.compute(facts, aWindow(facts))).toMatchObject({
      rows: [
        { id: 'days1to7', part: 1, whole: 2 },
        { id: 'days8to30', part: 1, whole: 1 },
        { id: 'days31to90', part: 0, whole: 1 },
      ],
    });
  });
});

describe('Z7 surviving newcomers', () => {
  const of = (returned: string, lastDay = '2026-06-30') => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay,
      messages: [
        { at: '2026-02-01', by: 'Ann' },
        { at: returned, by: 'Ann' },
      ],
    });
    const result = survivingNewcomers.compute(facts, aWindow(facts));
    return result.kind === 'shares' ? result.rows.map((row) => [row.part, row.whole]) : [];
  };

  it('looks at day 30 up to, but not including, day 60', () => {
    expect(of('2026-03-02')).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(of('2026-03-03')[1]).toEqual([1, 1]);
    expect(of('2026-04-01')[1]).toEqual([1, 1]);
    expect(of('2026-04-02')[1]).toEqual([0, 1]);
  });

  it('counts a newcomer in the period the 60 days end in, and not before they do', () => {
    expect(of('2026-03-03', '2026-04-01')).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(of('2026-03-03', '2026-04-02')[1]).toEqual([1, 1]);
  });
});
