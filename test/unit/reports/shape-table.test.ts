import { expect, it } from 'vitest';
import { reportWords } from '../../../electron/data/reports/report-words.ts';
import { shapeTable } from '../../../electron/data/reports/shape-table.ts';
import type { CurvesShape } from '../../../shared/domain/health/chart.ts';

const share = (value: number) => ({ mark: 'shown', value, lower: null, upper: null }) as const;

it('tells what is said of a curve in order of time, wherever its finding stands', async () => {
  const curves: CurvesShape = {
    kind: 'curves',
    time: 'hours',
    reads: 'rising',
    series: [
      {
        id: 'this',
        label: { name: 'now' },
        points: [],
        atRisk: [],
        marks: [24, 1, 72].map((at) => ({ at, share: share(at) })),
        median: share(8),
        followed: share(60),
        cut: false,
      },
    ],
  };
  const rows = shapeTable(curves, 'Time to a first reply', await reportWords('en'))?.rows ?? [];
  expect(rows.map(([, hours]) => hours)).toEqual(['1', '24', '72']);
});
