import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { against, benchmark, hidden, named, quarter, row, shown, uncertain } from '../made-up-values.ts';
import { aChart } from './a-chart.ts';

/** Dots with intervals: gaps between groups, groups beside named populations, and ratios. */
export const dots: readonly MetricChart[] = [
  aChart(
    'outreach',
    'Z18',
    {
      kind: 'dots',
      unit: 'points',
      scale: 'linear',
      line: 0,
      rows: [
        row('Trans women', shown(-18, -27, -9), {
          relative: shown(0.71, 0.58, 0.86),
          n: shown(85),
          note: 'flagged-gap',
          earlier: { value: shown(-4, -8, 0), change: 'down' },
          curves: { test: 'differ', medianGap: shown(-60, -95, -25), findable: 2 },
        }),
        row('Non-binary', uncertain(-6, -24, 12), {
          relative: shown(0.9, 0.66, 1.2),
          n: shown(40),
          note: 'uncertain-gap',
          earlier: { value: uncertain(-12, -28, 4), change: 'unclear' },
          curves: { test: 'too-few', medianGap: { mark: 'unavailable' }, findable: null },
        }),
        row('Men', shown(4, -3, 11), {
          relative: shown(1.07, 0.95, 1.2),
          n: shown(205),
          note: 'uncertain-gap',
          earlier: { value: shown(4, -3, 11), change: 'few' },
        }),
      ],
      tooFew: [named('Two-Spirit'), named('Agender')],
    },
    { earlier: quarter(3) },
  ),
  aChart('outreach', 'Z17', {
    kind: 'dots',
    unit: 'percent',
    scale: 'linear',
    line: null,
    rows: [
      row('Disabled', shown(14, 10, 19), {
        n: shown(240),
        against: [
          against('1', 24, shown(-10, -14, -5), shown(0.58, 0.42, 0.79)),
          against('2', 12, shown(2, -2, 7), shown(1.17, 0.83, 1.58)),
        ],
      }),
      row('Not disabled', shown(81, 76, 86), {
        n: shown(240),
        against: [against('1', 76, shown(5, 0, 10), shown(1.07, 1, 1.13))],
      }),
      row('Zed', hidden),
      row('Anna', hidden),
    ],
    benchmarks: [
      benchmark('1', 'Residents aged 16 and over', 2021),
      benchmark('2', 'Students of the university', 2024),
    ],
    tooFew: [],
  }),
  aChart('moderation', 'M7', {
    kind: 'dots',
    unit: 'ratio',
    scale: 'log',
    line: 1,
    rows: [
      row('Trans women', shown(1.9, 1.2, 3.1)),
      row('Non-binary', uncertain(0.8, 0.3, 2.2)),
      row('Men', shown(0.95, 0.7, 1.3)),
    ],
    tooFew: [named('Two-Spirit')],
  }),
];
