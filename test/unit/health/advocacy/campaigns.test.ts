import { describe, expect, it } from 'vitest';
import type { CampaignFact } from '../../../../electron/data/health/facts/outreach-facts.ts';
import {
  actionRate,
  clickThrough,
  completion,
} from '../../../../electron/data/health/metrics/advocacy/campaign-shares.ts';
import { engagementSteps } from '../../../../electron/data/health/metrics/advocacy/engagement-steps.ts';
import { firstTimeActors } from '../../../../electron/data/health/metrics/advocacy/first-time-actors.ts';
import { fundsAndGivers } from '../../../../electron/data/health/metrics/advocacy/funds-and-givers.ts';
import { repeatActors } from '../../../../electron/data/health/metrics/advocacy/repeat-actors.ts';
import { aDay, aFacts, aWindow, type ParticipationPlan } from '../../../builders/health-facts.ts';
import { resultOf, sharesOf } from '../../../builders/metric-results.ts';

const aCampaign = (name: string, start: string, more: Partial<CampaignFact> = {}): CampaignFact => ({
  name,
  kind: 'petition',
  startDay: aDay(start),
  endDay: null,
  partner: -1,
  delivered: 0,
  currency: 'EUR',
  ...more,
});

const step = (
  campaign: number,
  who: string,
  on: string,
  step: ParticipationPlan['step'],
  amount = 0,
): ParticipationPlan => ({ campaign, who, on, step, amount });

const none = aFacts({ firstDay: '2026-01-01', lastDay: '2026-06-30' });

describe('A1 to A3, steps of a campaign', () => {
  const facts = aFacts({
    firstDay: '2026-01-01',
    lastDay: '2026-06-30',
    outreach: {
      campaigns: [
        aCampaign('Letters', '2026-05-01'),
        aCampaign('Petition', '2026-06-01', { delivered: 50 }),
        aCampaign('Nobody asked', '2026-06-02'),
        aCampaign('Too many', '2026-06-03', { delivered: 1 }),
        aCampaign('Over', '2025-01-01', { endDay: aDay('2025-12-31'), delivered: 10 }),
        aCampaign('To come', '2026-07-01', { delivered: 10 }),
      ],
    },
    participation: [
      ...['ana', 'ben', 'cem', 'dee'].map((who) => step(0, who, '2026-05-01', 'asked')),
      step(0, 'ana', '2026-05-08', 'asked'),
      step(0, 'ana', '2026-05-02', 'clicked'),
      step(0, 'ana', '2026-05-03', 'clicked'),
      step(0, 'ana', '2026-05-02', 'opened'),
      step(0, 'ana', '2026-05-02', 'completed'),
      step(0, 'ana', '2026-05-09', 'completed'),
      step(0, 'ben', '2026-05-02', 'gave', 500),
      step(0, 'cem', '2026-05-02', 'clicked'),
      step(0, 'cem', '2026-05-02', 'opened'),
      step(0, 'eve', '2026-05-02', 'completed'),
      step(1, 'ana', '2026-06-02', 'completed'),
      step(1, 'ben', '2026-06-02', 'clicked'),
      step(2, 'ben', '2026-06-02', 'completed'),
      step(3, 'ana', '2026-06-03', 'completed'),
      step(3, 'ben', '2026-06-03', 'completed'),
      step(3, 'ana', '2026-06-03', 'clicked'),
    ],
  });
  const named = (metric: typeof actionRate) =>
    resultOf(metric, facts, 'shares').rows.map(({ label, part, whole }) => [label, part, whole]);

  it('A1 counts members once, of those asked, and newest campaigns first', () => {
    // Letters: ana and ben of the four asked; eve was not asked. More acted than "Too many" was delivered to.
    expect(named(actionRate)).toEqual([
      [{ name: 'Petition' }, 1, 50],
      [{ name: 'Letters' }, 2, 4],
    ]);
  });

  it('A2 counts people who clicked, of messages', () => {
    expect(named(clickThrough)).toEqual([
      [{ name: 'Too many' }, 1, 1],
      [{ name: 'Petition' }, 1, 50],
      [{ name: 'Letters' }, 2, 5],
    ]);
  });

  it('A3 counts people who finished, of those who opened', () => {
    expect(named(completion)).toEqual([[{ name: 'Letters' }, 1, 2]]);
  });

  it('lack campaigns where there are none', () => {
    for (const metric of [actionRate, clickThrough, completion, engagementSteps, firstTimeActors, repeatActors]) {
      expect(metric.compute(none, aWindow(none))).toEqual({ kind: 'missing', needs: ['campaigns'] });
    }
    expect(fundsAndGivers.compute(none, aWindow(none))).toEqual({ kind: 'missing', needs: ['campaigns'] });
  });
});

describe('A4, steps into action', () => {
  it('follows members active before for 90 days; whoever organised acted, whoever acted was aware', () => {
    const active = (day: string) => ({ level: 1 as const, days: [day] });
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      // The 90 days are 2 April to 30 June; the cohort those active from 2 January to 1 April.
      active: {
        ana: active('2026-01-02'),
        ben: active('2026-04-01'),
        cem: active('2026-03-01'),
        dee: active('2026-03-01'),
        tooEarly: active('2026-01-01'),
        tooLate: active('2026-04-02'),
      },
      outreach: { campaigns: [aCampaign('Letters', '2026-04-01')] },
      participation: [
        step(0, 'ana', '2026-04-02', 'organised'),
        step(0, 'ben', '2026-06-30', 'completed'),
        step(0, 'cem', '2026-05-01', 'asked'),
        step(0, 'dee', '2026-04-01', 'completed'),
        step(0, 'tooEarly', '2026-05-01', 'completed'),
        step(0, 'tooLate', '2026-05-01', 'completed'),
      ],
    });
    expect(sharesOf(engagementSteps, facts)).toEqual({ aware: '3/4', acted: '2/3', organised: '1/2' });
  });
});

describe('A5 and A6, acting first and again', () => {
  const facts = aFacts({
    firstDay: '2026-01-01',
    lastDay: '2026-06-30',
    people: { gone: { ended: '2026-06-10' } },
    outreach: { campaigns: [aCampaign('Letters', '2025-01-01'), aCampaign('Petition', '2026-01-01')] },
    participation: [
      step(0, 'ana', '2025-12-01', 'completed'),
      step(0, 'ana', '2026-05-01', 'completed'),
      step(0, 'ben', '2026-02-01', 'completed'),
      step(0, 'ben', '2026-02-01', 'gave', 100),
      step(1, 'ben', '2026-04-12', 'gave', 100),
      step(1, 'ben', '2026-04-13', 'gave', 100),
      step(0, 'cem', '2026-05-01', 'asked'),
      step(0, 'cem', '2026-06-20', 'organised'),
      step(0, 'gone', '2026-06-01', 'completed'),
    ],
  });

  it('A5 takes the first action of all time for the first', () => {
    expect(sharesOf(firstTimeActors, facts)).toEqual({ '2026-01-01/actors': '1/1', '2026-04-01/actors': '2/4' });
  });

  it('A6 follows each to the second action, the end of the account or of the data', () => {
    const { time, reads, marks, series } = resultOf(repeatActors, facts, 'curves');
    expect({ time, reads, marks, followed: series[0]?.followed }).toEqual({
      time: 'days',
      reads: 'rising',
      marks: [180],
      followed: 4,
    });
    expect(series[0]?.table).toEqual([
      { time: 9, atRisk: 4, events: 0, competing: 0, censored: 1 },
      { time: 10, atRisk: 3, events: 0, competing: 0, censored: 1 },
      { time: 70, atRisk: 2, events: 1, competing: 0, censored: 0 },
      { time: 151, atRisk: 1, events: 1, competing: 0, censored: 0 },
    ]);
  });

  it('A10 sums what each gave, for the rule about large givers', () => {
    const { rows } = resultOf(fundsAndGivers, facts, 'counts');
    expect(rows.map(({ id, count, givers }) => [id, count, givers])).toEqual([
      ['2026-01-01/givers', 1, undefined],
      ['2026-04-01/givers', 1, undefined],
      ['2026-01-01/total/EUR', 100, [100]],
      ['2026-04-01/total/EUR', 200, [200]],
    ]);
  });

  it('A10 never adds two currencies, nor amounts of which nobody said the currency', () => {
    const mixed = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      outreach: {
        campaigns: ['EUR', 'CHF', '', 'EUR'].map((currency, at) => aCampaign(`F${at}`, '2026-04-01', { currency })),
      },
      participation: [
        step(0, 'ana', '2026-05-01', 'gave', 10),
        step(1, 'ana', '2026-05-02', 'gave', 1000),
        step(2, 'ben', '2026-05-02', 'gave', 7),
        step(3, 'ana', '2026-05-03', 'gave', 5),
        step(3, 'cem', '2026-05-03', 'gave', 2),
      ],
    });
    const { rows } = resultOf(fundsAndGivers, mixed, 'counts');
    expect(
      rows.filter(({ id }) => id.startsWith('2026-04')).map(({ id, count, givers }) => [id, count, givers]),
    ).toEqual([
      ['2026-04-01/givers', 3, undefined],
      ['2026-04-01/total/CHF', 1000, [1000]],
      ['2026-04-01/total/EUR', 17, [15, 2]],
    ]);
  });
});
