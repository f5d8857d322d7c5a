import { expect, it } from 'vitest';
import { notSaid } from '../../../electron/data/reports/first-page/not-said.ts';
import { aToldChart } from '../../builders/told-report.ts';

it('names a metric once, whatever it is told of: where its questions differ, as told in part', () => {
  const tooFew = { finding: { key: 'charts:common.tooFew', params: {} } };
  const said = notSaid([
    aToldChart('outreach', 'Z17', tooFew),
    aToldChart('outreach', 'Z17'),
    aToldChart('outreach', 'Z18', tooFew),
    aToldChart('outreach', 'Z18', tooFew),
    aToldChart('connection', 'R1'),
  ]);
  const ids = (of: readonly { readonly metricId: string }[]) => of.map(({ metricId }) => metricId);
  expect(ids(said.partly)).toEqual(['Z17']);
  expect(ids(said.tooFew)).toEqual(['Z18']);
  expect(said.notMeasured).toEqual([]);
});
