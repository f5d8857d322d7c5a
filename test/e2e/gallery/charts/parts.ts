import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { hidden, named, open, quarter, shown, unavailable } from '../made-up-values.ts';
import { aChart } from './a-chart.ts';

/** Parts of a whole: shares, flows up and down, and steps of a scale. */
export const parts: readonly MetricChart[] = [
  aChart('moderation', 'M3', {
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
  aChart('resilience', 'Z14', {
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
  aChart('connection', 'R16', {
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
];
