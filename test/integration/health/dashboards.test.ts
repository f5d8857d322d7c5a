import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import type { ChartRow, MetricChart } from '../../../shared/domain/health/chart.ts';
import { type DashboardId, dashboards } from '../../../shared/domain/health/pillar.ts';
import type { DashboardView } from '../../../shared/ipc/topics/dashboards.ts';
import { importInto, openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { aClock, aDataContext } from '../../builders/data-context.ts';

const file = resolve(import.meta.dirname, '../../../../shared/data/community-messages/messages.csv');
const here = existsSync(file);
if (!here) process.stderr.write('SKIPPED: no community messages here (../shared/data/community-messages)\n');

const day = 86_400_000;
/** Every message as the file has it. */
const messages = here
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([from = '', to = '', at]) => ({ from, to, at: Number(at) * 1000 }))
  : [];

/** First message of everybody who wrote, and when the first answer to it came. Counted without any code of the product. */
function firstMessages(): { at: number; answeredAt: number }[] {
  const first = new Map<string, number>();
  for (const { from, at } of messages) first.set(from, Math.min(at, first.get(from) ?? Number.POSITIVE_INFINITY));
  return [...first].map(([writer, at]) => {
    const answers = messages.filter(({ from, to, at: later }) => to === writer && from !== writer && later > at);
    return { at, answeredAt: Math.min(Number.POSITIVE_INFINITY, ...answers.map((answer) => answer.at)) };
  });
}

describe.runIf(here)('dashboards over the messages of a real community', () => {
  let store: TestStore;
  let context: DataContext;
  const views = new Map<DashboardId, DashboardView>();

  beforeAll(async () => {
    store = openTestStore({ timeZone: 'UTC', holdsPersonalData: false });
    await importInto(store, file);
    const around = { read: store.read, write: store.write, file: '', transaction: store.write.transaction };
    const opened = {
      ...around,
      readSnapshot: async (work: (db: typeof store.read) => unknown) => await work(store.read),
    };
    context = aDataContext(opened as never, { clock: aClock(Date.UTC(2026, 10, 22)) });
    for (const dashboard of dashboards) {
      const asked = { communityId: store.communityId, dashboard, unit: 'quarter', all: true } as const;
      views.set(dashboard, await dashboardHandlers['health.dashboard'](context, asked));
    }
  }, 60_000);
  afterAll(() => store?.close());

  const chartOf = (id: string): MetricChart | undefined =>
    [...views.values()].flatMap(({ charts }) => charts).find(({ metricId }) => metricId === id);
  function rowOf(id: string, start: string): ChartRow | undefined {
    const shape = chartOf(id)?.shape;
    return shape?.kind === 'series' ? shape.series[0]?.rows.find(({ period }) => period?.start === start) : undefined;
  }

  it('tell every metric, or say what it lacks', () => {
    const told = [...views.values()].flatMap(({ charts }) => charts);
    const special = ['Z4', 'Z8', 'Z9'];
    expect(told.length).toBe(catalogue.filter(({ id }) => !special.includes(id)).length);
    for (const { shape, finding } of told) {
      if (shape.kind === 'missing') expect(finding.key).toBe('charts:common.noData');
      else expect(finding.key).not.toBe('charts:common.noData');
    }
    expect(told.filter(({ shape }) => shape.kind !== 'missing').length).toBeGreaterThan(12);
  });

  it.each([
    ['2004-04-01', Date.UTC(2004, 3, 1), Date.UTC(2004, 6, 1)],
    ['2004-07-01', Date.UTC(2004, 6, 1), Date.UTC(2004, 9, 1)],
  ])('count newcomers and their first replies of the quarter from %s as the file has them', (start, from, to) => {
    const newcomers = firstMessages().filter(({ at }) => at >= from && at < to);
    expect(rowOf('Z2', start)?.value).toMatchObject({ mark: 'shown', value: newcomers.length });
    const answered = newcomers.filter(({ at, answeredAt }) => answeredAt - at <= 7 * day).length;
    const reply = rowOf('R1', start);
    expect(reply?.n).toMatchObject({ value: newcomers.length });
    expect(reply?.value).toMatchObject({ value: Math.round((answered / newcomers.length) * 100) });
  });

  it('compare with the quarter before, and speak of the newest whole one', () => {
    expect(views.get('connection')?.period).toMatchObject({ start: '2004-07-01', complete: true });
    expect(chartOf('R1')?.comparison?.key).toMatch(/^charts:common\.compared(Up|Down|Same)Share$/);
  });

  it('say how fresh the data are and what is missing', async () => {
    const status = await dashboardHandlers['health.status'](context, { communityId: store.communityId });
    expect(status).toMatchObject({ firstDay: '2004-04-15', members: { value: 1899 }, botsRemoved: { value: 0 } });
    expect(status.sources.find(({ id }) => id === 'activities')).toMatchObject({
      state: 'stale',
      count: { value: 59_835 },
    });
    expect(status.missing).toContainEqual({ metricId: 'R2', needs: ['requests'] });
  });

  it('keep newcomers of long ago off the list of those still waiting', async () => {
    const waiting = await dashboardHandlers['health.waiting'](context, { communityId: store.communityId });
    const unanswered = firstMessages().filter(({ answeredAt }) => answeredAt === Number.POSITIVE_INFINITY);
    expect(unanswered.length).toBeGreaterThan(waiting.rows.length);
    expect(JSON.stringify(waiting)).not.toMatch(/"(name|member|author|text|id)"/);
  });
});
