import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causesTogether, midpointByCause } from '../../../../electron/data/health/disclosure/curve-table.ts';
import { midpointRound } from '../../../../electron/data/health/disclosure/midpoint.ts';
import { publishStay } from '../../../../electron/data/health/disclosure/publish-stay.ts';
import { identityRulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { packActiveDays } from '../../../../electron/data/health/metrics/active-days.ts';
import { stayCurve } from '../../../../electron/data/health/metrics/stay-curve.ts';
import { eventTimes } from '../../../../electron/data/health/statistics/event-times.ts';

const team = identityRulesFor('team');
const exported = identityRulesFor('export');

describe('C.9 #8: reading a curve step by step', () => {
  it('draws none of 14 people', () => {
    const people = Array.from({ length: 14 }, (_, at) => [0, at + 1]);
    const curve = stayCurve(packActiveDays(people), { lastDay: 300, gap: 30 });
    const published = publishStay(curve, 2, exported);
    expect(published.points).toEqual([]);
    expect(published.atRisk).toEqual([]);
  });

  it('rounds public identity curves to the middle of blocks of twelve', () => {
    expect([0, 1, 12, 13, 24].map((count) => midpointRound(count, exported.midpoint))).toEqual([0, 6, 6, 18, 18]);
    expect(team.midpoint).toBe(6);
  });

  it.each([team, exported])('lets no step stand for less than half a block: $place', (rules) => {
    const followUps = fc.array(
      fc.record({ time: fc.integer({ min: 1, max: 60 }), ending: fc.constantFrom('event', 'censored', 'competing') }),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(followUps, (people) => {
        for (const row of midpointByCause(causesTogether(eventTimes(people as never)), rules.midpoint)) {
          if (row.events > 0 && row.events < row.atRisk) expect(row.events).toBeGreaterThanOrEqual(rules.midpoint / 2);
        }
      }),
    );
  });
});
