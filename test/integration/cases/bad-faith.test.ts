import { expect, it } from 'vitest';
import { aStore } from '../../builders/store.ts';

it('finds whether a reporter acted in bad faith without reading all they reported', () => {
  const { read } = aStore();
  const sql =
    "EXPLAIN QUERY PLAN SELECT EXISTS (SELECT 1 FROM reports b WHERE b.reporter_member_id = 1 AND b.state = 'invalid')";
  const plan = read.prepare(sql).all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('USING COVERING INDEX reports_in_bad_faith');
});
