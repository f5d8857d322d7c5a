import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { band, hidden, named, open, quarter, row, shown, unavailable, uncertain } from '../made-up-values.ts';
import { aChart, share } from './a-chart.ts';

/** Bars: by way of coming, as dots of meetings, and as shares beside a reference. */
export const bars: readonly MetricChart[] = [
  aChart('outreach', 'Z20', {
    kind: 'bars',
    unit: 'count',
    facets: [
      {
        id: 'p',
        label: named('Pride centre'),
        rows: [
          row('Invited', shown(120)),
          row('Signed up', shown(85)),
          row('First message', shown(40)),
          row('Active at day 90', band(13, 17)),
        ],
      },
      {
        id: 'f',
        label: named('Friends'),
        rows: [
          row('Invited', shown(60)),
          row('Signed up', shown(50)),
          row('First message', hidden),
          row('Active at day 90', hidden),
        ],
      },
    ],
  }),
  aChart('connection', 'R13_sessions', {
    kind: 'bars',
    unit: 'count',
    asDots: true,
    facets: [
      {
        id: 'b',
        label: named('Book club'),
        rows: [row('3 June', shown(24)), row('6 May', shown(0)), row('1 April', band(1, 7)), row('4 March', shown(18))],
      },
      { id: 'd', label: named('Discussion group'), rows: [row('10 June', hidden), row('13 May', shown(31))] },
    ],
  }),
  aChart('advocacy', 'A1', {
    kind: 'bars',
    unit: 'percent',
    facets: [
      {
        id: 'all',
        label: null,
        rows: [
          row('Petition for the clinic', share(34), { n: shown(210), reference: 25 }),
          row('Letters to the council', uncertain(41, 22, 62), { n: shown(35) }),
          row('Fundraiser', hidden, { n: hidden }),
          row('March', unavailable, { n: band(18, 29) }),
          row('Another petition with a rather long name that has to break somewhere', open(12, 8, 18), {
            n: shown(130),
            period: quarter(7, false),
          }),
        ],
      },
    ],
  }),
];
