import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodPlaces } from '../period-places.ts';
import { periodRow } from '../period-series.ts';
import { rowLabel } from './labels.ts';

/**
 * A10. People who gave, and the sum of what they gave, per period. What each gave goes with the sum so that one made nearly
 * alone by one or two is hidden. Sums are in the smallest unit of the currency, and add up campaigns of one currency only.
 */
export const fundsAndGivers: MetricModule = {
  id: 'A10',
  dashboard: 'advocacy',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['campaigns'],
  chart: null,
  source: 'Handbook on statistical disclosure control, dominance rules (n,k) and p%',
  place: 'any',
  compute: (facts, window) => {
    const placeOf = periodPlaces(window);
    const gifts = window.periods.map(() => new Map<number, number>());
    for (const { person, day, step, amount } of facts.outreach.participation) {
      const own = step === 'gave' && day <= facts.lastDay ? gifts[placeOf(day)] : undefined;
      own?.set(person, (own.get(person) ?? 0) + amount);
    }
    if (gifts.every((own) => own.size === 0)) return missing('campaigns');
    const amounts = gifts.map((own) => [...own.values()]);
    const rowsOf = (series: string, count: (given: readonly number[]) => number, withGivers: boolean) =>
      window.periods.map((period, place) => {
        const given = amounts[place] ?? [];
        return {
          ...periodRow(period, rowLabel(series), series),
          facet: rowLabel(series),
          count: count(given),
          ...(withGivers ? { givers: given } : {}),
        };
      });
    const rows = [
      ...rowsOf('givers', (given) => given.length, false),
      ...rowsOf('total', (given) => given.reduce((sum, amount) => sum + amount, 0), true),
    ];
    return { kind: 'counts', draw: 'bars', of: 'people', rows };
  },
};
