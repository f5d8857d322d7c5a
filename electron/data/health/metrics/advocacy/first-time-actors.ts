import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { periodPlaces } from '../period-places.ts';
import { periodRow } from '../period-series.ts';
import { actionDays } from './action-log.ts';
import { rowLabel } from './labels.ts';

/** A5. People whose first action ever lies in a period, of people who acted in it. */
export const firstTimeActors: MetricModule = {
  id: 'A5',
  dashboard: 'advocacy',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['campaigns'],
  chart: null,
  source: 'CHAOSS, New Contributors',
  place: 'any',
  team: 'in-period',
  pools: true,
  compute: (facts, window) => {
    const actions = actionDays(facts);
    if (actions.size === 0) return missing('campaigns');
    const placeOf = periodPlaces(window);
    const wholes = window.periods.map(() => 0);
    const parts = window.periods.map(() => 0);
    for (const days of actions.values()) {
      for (const place of new Set(days.map(placeOf))) wholes[place] = (wholes[place] ?? 0) + 1;
      const first = placeOf(days[0] ?? 0);
      parts[first] = (parts[first] ?? 0) + 1;
    }
    const rows = window.periods.map((period, place) => ({
      ...periodRow(period, rowLabel('firstTimeActors'), 'actors'),
      part: parts[place] ?? 0,
      whole: wholes[place] ?? 0,
    }));
    return { kind: 'shares', draw: 'series', of: 'people', rows };
  },
};
