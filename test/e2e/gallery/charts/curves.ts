import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { band, hidden, named, shown, unavailable, uncertain } from '../made-up-values.ts';
import { aChart, share } from './a-chart.ts';

const curvePoints = (fall: number, last: number) =>
  Array.from({ length: last }, (_, at) => ({ at: at * 12, share: share(Math.round(100 - 100 * fall ** at)) }));

/** Curves of two quarters, one cut off and one without a median. */
export const curves: readonly MetricChart[] = [
  aChart('connection', 'R2', {
    kind: 'curves',
    time: 'hours',
    reads: 'rising',
    series: [
      {
        id: 'now',
        label: named('This quarter'),
        points: [...curvePoints(0.6, 12), { at: 400, share: hidden }],
        atRisk: [0, 24, 72, 120].map((at, place) => ({ at, count: place === 3 ? hidden : shown(120 - place * 40) })),
        marks: [1, 24, 72].map((at, place) => ({ at, share: share(20 + place * 30) })),
        median: shown(18, 14, 24),
        followed: shown(120),
        cut: true,
      },
      {
        id: 'before',
        label: named('The quarter before'),
        points: curvePoints(0.75, 14),
        atRisk: [0, 24, 72].map((at, place) => ({ at, count: shown(95 - place * 30) })),
        marks: [
          { at: 1, share: uncertain(12, 2, 34) },
          { at: 24, share: share(44) },
          { at: 72, share: unavailable },
        ],
        median: unavailable,
        followed: band(18, 29),
        cut: false,
      },
    ],
  }),
];
