import { describe, expect, it } from 'vitest';
import { lifeCycleChart } from '../../../electron/data/reports/charts/life-cycle-chart.ts';
import { reportWords } from '../../../electron/data/reports/report-words.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import type { LifeCycle } from '../../../shared/ipc/topics/health.ts';

const shown = (value: number): PublishedValue => ({ mark: 'shown', value, lower: null, upper: null });
const month = (start: string, resurrected: PublishedValue): LifeCycle['periods'][number] => ({
  start,
  complete: true,
  fresh: shown(40),
  returning: shown(200),
  resurrected,
  dormant: shown(30),
  active: shown(250),
});

const drawn = async (periods: LifeCycle['periods']) => {
  const chart = {
    metricId: 'Z9',
    definitionVersion: 1,
    level: 2,
    finding: { key: '', params: {} },
    caveats: [],
  } as const;
  return lifeCycleChart({ ...chart, periods }, 'Life cycle', await reportWords('en')).text;
};
const columns = (markup: string) => markup.match(/<rect[^>]*fill="#fff" stroke="#555"[^>]*>/g) ?? [];

describe('the life cycle in a report', () => {
  it('draws a month with a hidden part as one hatched column, whatever its other parts are', async () => {
    const few = await drawn([month('2026-01-01', shown(10)), month('2026-02-01', { mark: 'hidden' })]);
    const other = {
      ...month('2026-02-01', { mark: 'hidden' }),
      returning: shown(5),
      fresh: { mark: 'hidden' } as const,
    };
    const many = await drawn([month('2026-01-01', shown(10)), other]);
    expect(few).toBe(many);
    // One in the drawing, one in its key.
    expect(columns(few)).toHaveLength(2);
    expect(few).toContain('hidden to protect people');
  });

  it('names no hidden parts where there are none', async () => {
    const whole = await drawn([month('2026-01-01', shown(10))]);
    expect(columns(whole)).toEqual([]);
    expect(whole).not.toContain('hidden to protect people');
  });
});
