import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { hidden, named, open, shown, unavailable, uncertain } from '../made-up-values.ts';
import { aChart } from './a-chart.ts';

/** Hours of a week. */
export const grid: readonly MetricChart[] = [
  aChart('connection', 'R3', {
    kind: 'grid',
    unit: 'percent',
    rows: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map(named),
    columns: Array.from({ length: 24 }, (_, hour) => named(String(hour))),
    cells: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (__, hour) => {
        if (hour < 3) return day % 2 ? hidden : unavailable;
        if (hour === 23 && day === 6) return open(44);
        return (day + hour) % 9 === 0 ? uncertain((hour * 4) % 100, 1, 99) : shown((day * 11 + hour * 4) % 101);
      }),
    ),
  }),
];
