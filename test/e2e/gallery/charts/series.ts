import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { band, hidden, month, named, open, quarters, row, shown, unavailable, uncertain } from '../made-up-values.ts';
import { aChart, said, share } from './a-chart.ts';

/** Lines over quarters and months: with open, uncertain and hidden periods, with nothing but hidden ones, and many at once. */
export const series: readonly MetricChart[] = [
  aChart(
    'connection',
    'R1',
    {
      kind: 'series',
      unit: 'percent',
      series: [
        {
          id: 'all',
          label: named('all'),
          rows: quarters([
            share(62),
            share(58),
            uncertain(55, 36, 72),
            hidden,
            unavailable,
            share(66),
            share(71),
            open(74, 66, 81),
          ]),
        },
      ],
    },
    {
      finding: said('connection:R1.finding', { share: 0.71, lower: 0.65, upper: 0.77 }),
      comparison: said('charts:common.comparedSameShare', { share: 0.66 }),
      caveats: [said('connection:R1.caveat'), said('charts:caveats.openPeriods'), said('charts:caveats.uncertain')],
      annotations: [
        { day: '2025-02-14', text: 'New welcome team' },
        { day: '2025-11-03', text: 'سياسة جديدة للترحيب' },
      ],
    },
  ),
  aChart('connection', 'R8', {
    kind: 'series',
    unit: 'percent',
    series: [
      { id: 'a', label: named('Women'), rows: quarters([share(31), share(34), share(33), share(38)]) },
      { id: 'b', label: named('Men'), rows: quarters([share(28), hidden, share(30), share(31)]) },
      { id: 'c', label: named('Non-binary'), rows: quarters([band(8, 12), hidden, uncertain(40, 22, 60), share(44)]) },
      { id: 'd', label: named('Another term'), rows: quarters([unavailable, share(20), share(22), open(25)]) },
    ],
  }),
  aChart(
    'connection',
    'R3',
    {
      kind: 'series',
      unit: 'percent',
      series: [
        { id: 'all', label: named('all'), rows: quarters([hidden, hidden, unavailable, hidden, hidden, hidden]) },
      ],
    },
    {
      finding: said('charts:common.tooFew', {}),
      pooled: {
        ...{ unit: 'year', period: { start: '2025-01-01', end: '2025-12-31', complete: true } },
        ...{ finding: said('connection:R3.finding', { share: 0.21 }), caveats: [], comparison: null },
        shape: {
          ...{ kind: 'series', unit: 'percent' },
          series: [
            {
              ...{ id: 'all', label: named('all') },
              rows: [row('y', share(21), { period: { start: '2025-01-01', end: '2025-12-31', complete: true } })],
            },
          ],
        },
      },
    },
  ),
  aChart('resilience', 'Z2', {
    kind: 'series',
    unit: 'count',
    series: [
      {
        id: 'all',
        label: named('all'),
        rows: [shown(35), shown(60), hidden, band(8, 12), shown(45), uncertain(30, 20, 45), shown(50), open(15)].map(
          (value, at) => row(`m${at}`, value, { period: month(at, value.mark !== 'open') }),
        ),
      },
    ],
  }),
  aChart('connection', 'R7', {
    kind: 'series',
    unit: 'percent',
    series: ['Welcome', 'Coming out', 'Trans and non-binary', 'Parents', 'Offtopic', 'Deaf LGBTQ+'].map((name, at) => ({
      id: name,
      label: named(name),
      rows: quarters([share(20 + at * 5), share(25 + at * 4), at === 5 ? hidden : share(30), share(22 + at * 6)]),
    })),
  }),
];
