import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { hidden, impossible, row, shown, unavailable, uncertain } from '../made-up-values.ts';
import { aChart } from './a-chart.ts';

/** Numbers of every unit, without a drawing. */
export const numbers: readonly MetricChart[] = [
  aChart('resilience', 'Z15', {
    kind: 'numbers',
    rows: [
      { ...row('People who wrote half of the answers', shown(4), { n: shown(35) }), unit: 'count' },
      { ...row('E–I index', shown(-0.31, -0.4, -0.2), { reference: -0.12 }), unit: 'index' },
      { ...row('Median wait', uncertain(2.5, 1, 6)), unit: 'days' },
      { ...row('Feeling heard', hidden, { n: hidden }), unit: 'score' },
      { ...row('Reports', shown(3.2, 2.4, 4.1)), unit: 'per100' },
      { ...row('Nothing', unavailable), unit: 'count' },
      { ...row('No such thing', impossible), unit: 'count' },
    ],
  }),
];
