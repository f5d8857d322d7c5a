import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodPlaces } from '../period-places.ts';
import { periodRow } from '../period-series.ts';
import type { RawCounts } from '../raw-result.ts';
import { rowLabel } from './labels.ts';

/**
 * A10. People who gave, and the sum of what they gave in each currency, per period. What each gave goes with a sum so that one
 * made nearly alone by one or two is hidden. Sums are in the smallest unit of their currency; amounts of campaigns that name
 * none may be of several, and so they are in no sum.
 */
export const fundsAndGivers: MetricModule = {
  id: 'A10',
  dashboard: 'advocacy',
  isCore: false,
  definitionVersion: 2,
  level: null,
  needs: ['campaigns'],
  chart: null,
  source: 'Handbook on statistical disclosure control, dominance rules (n,k) and p%',
  place: 'any',
  team: 'in-period',
  compute: (facts, window) => {
    const placeOf = periodPlaces(window);
    const givers = window.periods.map(() => new Set<number>());
    /** By currency, what each person gave in each period. */
    const gifts = new Map<string, Map<number, number>[]>();
    for (const { campaign, person, day, step, amount } of facts.outreach.participation) {
      const place = placeOf(day);
      if (step !== 'gave' || day > facts.lastDay || place < 0) continue;
      givers[place]?.add(person);
      const currency = facts.outreach.campaigns[campaign]?.currency ?? '';
      if (currency === '') continue;
      const byPeriod = gifts.get(currency) ?? window.periods.map(() => new Map<number, number>());
      gifts.set(currency, byPeriod);
      byPeriod[place]?.set(person, (byPeriod[place]?.get(person) ?? 0) + amount);
    }
    if (givers.every(({ size }) => size === 0)) return missing('campaigns');
    const rows: RawCounts['rows'] = [
      ...window.periods.map((period, place) => ({
        ...periodRow(period, rowLabel('givers'), 'givers'),
        facet: rowLabel('givers'),
        count: givers[place]?.size ?? 0,
      })),
      ...[...gifts.keys()].sort().flatMap((currency) =>
        window.periods.map((period, place) => {
          const given = [...(gifts.get(currency)?.[place]?.values() ?? [])];
          const label = rowLabel('total', { currency });
          const count = given.reduce((sum, amount) => sum + amount, 0);
          return { ...periodRow(period, label, `total/${currency}`), facet: label, count, givers: given };
        }),
      ),
    ];
    return { kind: 'counts', draw: 'bars', of: 'people', rows };
  },
};
