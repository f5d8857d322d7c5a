import type { ChartShape, MetricChart, Sentence } from '../../../shared/domain/health/chart.ts';
import type { DashboardId } from '../../../shared/domain/health/pillar.ts';
import {
  against,
  band,
  benchmark,
  hidden,
  impossible,
  month,
  named,
  open,
  quarter,
  quarters,
  row,
  shown,
  unavailable,
  uncertain,
} from './made-up-values.ts';

const said = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params });
const common = (key: string): Sentence => said(`charts:common.${key}`);

/** A chart around a shape, with everything that stands beside it. */
function chart(
  dashboard: DashboardId,
  metricId: string,
  shape: ChartShape,
  more: Partial<MetricChart> = {},
): MetricChart {
  return {
    metricId,
    dashboard,
    isCore: true,
    definitionVersion: 1,
    level: 2,
    chart: null,
    shape,
    finding: common('seeTable'),
    caveats: [said(`${dashboard}:${metricId}.caveat`)],
    comparison: null,
    annotations: [],
    ...more,
  };
}

const share = (value: number): ReturnType<typeof shown> => shown(value, value - 6, value + 6);

const series: readonly MetricChart[] = [
  chart(
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
  chart('connection', 'R8', {
    kind: 'series',
    unit: 'percent',
    series: [
      { id: 'a', label: named('Women'), rows: quarters([share(31), share(34), share(33), share(38)]) },
      { id: 'b', label: named('Men'), rows: quarters([share(28), hidden, share(30), share(31)]) },
      { id: 'c', label: named('Non-binary'), rows: quarters([band(8, 12), hidden, uncertain(40, 22, 60), share(44)]) },
      { id: 'd', label: named('Another term'), rows: quarters([unavailable, share(20), share(22), open(25)]) },
    ],
  }),
  chart(
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
  chart('resilience', 'Z2', {
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
  chart('connection', 'R7', {
    kind: 'series',
    unit: 'percent',
    series: ['Welcome', 'Coming out', 'Trans and non-binary', 'Parents', 'Offtopic', 'Deaf LGBTQ+'].map((name, at) => ({
      id: name,
      label: named(name),
      rows: quarters([share(20 + at * 5), share(25 + at * 4), at === 5 ? hidden : share(30), share(22 + at * 6)]),
    })),
  }),
];

const flat: readonly MetricChart[] = [
  chart('outreach', 'Z20', {
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
  chart('connection', 'R13_sessions', {
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
  chart('advocacy', 'A1', {
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
  chart(
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
  chart('outreach', 'Z17', {
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
  chart('moderation', 'M7', {
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

const curvePoints = (fall: number, last: number) =>
  Array.from({ length: last }, (_, at) => ({ at: at * 12, share: share(Math.round(100 - 100 * fall ** at)) }));

const others: readonly MetricChart[] = [
  chart('connection', 'R2', {
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
  chart('moderation', 'M3', {
    kind: 'parts',
    unit: 'percent',
    parts: ['No action', 'Warned', 'Removed', 'Limited', 'Suspended', 'Passed on'].map((name) => ({
      id: name,
      label: named(name),
      side: 'above',
    })),
    rows: [
      {
        id: 'now',
        label: named('now'),
        period: quarter(6),
        n: shown(240),
        values: [30, 25, 20, 12, 8, 5].map((v) => shown(v)),
      },
      {
        id: 'then',
        label: named('then'),
        period: quarter(5),
        n: shown(130),
        values: [shown(41), shown(33), hidden, hidden, shown(8), unavailable],
      },
    ],
  }),
  chart('resilience', 'Z14', {
    kind: 'parts',
    unit: 'count',
    parts: [
      { id: 'up', label: named('Moved up'), side: 'above' },
      { id: 'new', label: named('New'), side: 'above' },
      { id: 'held', label: named('Held'), side: 'above' },
      { id: 'down', label: named('Moved down'), side: 'below' },
    ],
    rows: Array.from({ length: 8 }, (_, at) => ({
      id: `q${at}`,
      label: named(`q${at}`),
      period: quarter(at, at < 7),
      n: shown(150),
      values:
        at === 3
          ? [hidden, shown(40), shown(60), hidden]
          : [15 + at, 40 - at, 60, 20 + at].map((v) => (at === 7 ? open(v) : shown(v))),
    })),
  }),
  chart('connection', 'R16', {
    kind: 'parts',
    unit: 'percent',
    parts: [
      { id: 'sd', label: named('Not at all'), side: 'below' },
      { id: 'd', label: named('A little'), side: 'below' },
      { id: 'n', label: named('So-so'), side: 'middle' },
      { id: 'a', label: named('Mostly'), side: 'above' },
      { id: 'sa', label: named('Fully'), side: 'above' },
    ],
    rows: ['I feel heard', 'I feel safe', 'I can speak up'].map((name, at) => ({
      id: name,
      label: named(name),
      period: null,
      n: shown(85),
      values:
        at === 2
          ? [hidden, hidden, shown(20), shown(30), shown(28)]
          : [8 + at, 17, 20, 35, 20 - at].map((v) => shown(v)),
    })),
  }),
  chart('connection', 'R3', {
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
  chart('resilience', 'Z15', {
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
  chart(
    'outreach',
    'Z25',
    { kind: 'missing', needs: ['partners', 'events', 'identity-answers', 'activity-days', 'history'] },
    { finding: common('noData') },
  ),
];

/** Every shape in every state. */
export const gallery: readonly { readonly name: string; readonly charts: readonly MetricChart[] }[] = [
  { name: 'series', charts: series },
  { name: 'flat', charts: flat },
  { name: 'others', charts: others },
];
