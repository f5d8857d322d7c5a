import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { healthHandlers } from '../../../electron/data/health/handlers.ts';
import { importHandlers } from '../../../electron/data/platforms/files/handlers.ts';
import { reportHandlers } from '../../../electron/data/reports/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { gapOptions } from '../../../shared/domain/health/view-options.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { insertRow } from '../../builders/insert-row.ts';
import { aStore } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const day = 86_400_000;
let context: DataContext;
let clock: TestClock;
let communityId: number;
let folder: string;

beforeEach(() => {
  const store = aStore();
  clock = aClock(Date.UTC(2026, 6, 20));
  // Every call counts anew: what is frozen must come from the store, not from memory.
  let calls = 0;
  context = { ...aDataContext(store, { clock }), revisionOf: () => ++calls };
  folder = aTempFolder();
  communityId = insertRow(store.write, 'communities', {
    name: 'Test',
    platform: 'import',
    connection: 'disconnected',
    time_zone: 'UTC',
    created_at: clock.at,
  });
});

let files = 0;
async function importMessages(rows: readonly (readonly [from: string, to: string, at: number])[]): Promise<void> {
  files += 1;
  const file = join(folder, `m${files}.csv`);
  writeFileSync(file, `from,to,at\n${rows.map(([from, to, at]) => `${from},${to},${at / 1000}`).join('\n')}\n`);
  const { suggested: mapping } = await importHandlers['imports.inspect'](context, { file });
  const task = { file, mapping, timeZone: 'UTC', communityId };
  const { jobId } = await importHandlers['imports.start'](context, task);
  expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'finished' });
}

/** Thirteen people who start writing in the second quarter, and answer each other within days; sixty who did before. */
const secondQuarter = Array.from({ length: 73 }, (_, at) => {
  const start = at < 13 ? Date.UTC(2026, 3, 6 + at) : Date.UTC(2026, 0, 5 + (at % 40));
  return [
    [`p${at}`, `p${(at + 1) % 73}`, start],
    [`p${(at + 1) % 73}`, `p${at}`, start + day],
  ] as const;
}).flat();

const csvOf = async (metricId: string) =>
  (await dashboardHandlers['health.metricCsv'](context, { communityId, metricId, unit: 'quarter' })).text;

async function reportFiles(): Promise<ReadonlyMap<string, string>> {
  files += 1;
  const out = join(folder, `out${files}`);
  mkdirSync(out);
  const request = {
    communityId,
    folder: out,
    locale: 'en',
    formats: ['csv' as const, 'json' as const],
    title: '',
  } as const;
  const { jobId } = await reportHandlers['reports.export'](context, { ...request, formats: [...request.formats] });
  expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'finished' });
  const inner = join(out, readdirSync(out)[0] ?? '');
  return new Map(readdirSync(inner).map((name) => [name, readFileSync(join(inner, name), 'utf8')]));
}

describe('a frozen quarter', () => {
  it('says the same after somebody left, data came late and the clock went on', async () => {
    await importMessages(secondQuarter);
    const before = await csvOf('Z2');
    const report = await reportFiles();
    const stay = await healthHandlers['health.csv'](context, {
      communityId,
      metricId: 'Z9',
      level: 2,
      gapDays: 90,
    });
    expect(before).toContain('2026-04-01,2026-06-30');
    expect(report.size).toBeGreaterThan(5);
    // Three more people in the quarter, told of late; one account gone, two linked; a fortnight on.
    await importMessages(['late1', 'late2', 'late3'].map((name) => [name, 'p1', Date.UTC(2026, 5, 1)]));
    context.write
      .prepare("UPDATE members SET ended_at = ?, ended_how = 'deleted' WHERE remote_id = 'p3'")
      .run(clock.at);
    const ids = context.read
      .prepare("SELECT id FROM members WHERE remote_id IN ('p5', 'p6')")
      .pluck()
      .all() as number[];
    insertRow(context.write, 'linked_accounts', {
      ...{ community_id: communityId, account_id: ids[0] ?? 0, same_as_id: ids[1] ?? 0, day: 20_600, how: 'survey' },
    });
    clock.advance(14 * day);
    expect(await csvOf('Z2')).toBe(before);
    expect(await reportFiles()).toEqual(report);
    const again = await healthHandlers['health.csv'](context, {
      communityId,
      metricId: 'Z9',
      level: 2,
      gapDays: 90,
    });
    expect(again.text).toBe(stay.text);
  });

  it('is compared with what the quarter before told, and the team’s screen with what was told last', async () => {
    // Eighty people who write to each other every twenty days, half of them for one to seven times.
    const wrote = (from: number, to: number) =>
      Array.from({ length: 80 }, (_, at) =>
        Array.from({ length: 15 }, (__, turn) => Date.UTC(2026, 0, 5 + (at % 40) + 20 * turn))
          .filter((instant, turn) => instant >= from && instant < to && (at % 2 === 0 || turn < at % 8))
          .map((instant) => [`p${at}`, `p${(at + 2) % 80}`, instant] as const),
      ).flat();
    await importMessages(wrote(0, Date.UTC(2026, 6, 1)));
    const asked = { communityId, level: 2, gapDays: 90 } as const;
    const view = () => healthHandlers['health.view'](context, { ...asked, spaceId: null, unit: 'month' });
    const exported = () => healthHandlers['health.viewExport'](context, { ...asked, metricId: 'Z8' });
    expect((await view()).stay?.comparison).toBeUndefined();
    const second = await exported();
    expect([second.stay?.comparison, second.reciprocity?.comparison]).toEqual([undefined, undefined]);
    const since = { params: { end: Date.UTC(2026, 5, 30, 12) } };
    const { stay, reciprocity } = await view();
    expect(stay?.comparison).toMatchObject(since);
    expect(reciprocity?.comparison).toMatchObject(since);
    // Of the quarter itself nothing changes when it is asked for again.
    expect(await exported()).toEqual(second);
    clock.advance(92 * day);
    await importMessages(wrote(Date.UTC(2026, 6, 1), Date.UTC(2026, 9, 1)));
    await importMessages([['p0', 'p2', Date.UTC(2026, 9, 2)]]);
    const third = await exported();
    expect(third.stay?.comparison).toMatchObject(since);
    expect(await exported()).toEqual(third);
    const now = await view();
    expect(now.stay?.comparison?.params.end).toBe(Date.UTC(2026, 8, 30, 12));
    // The days before are known by now, and closer than a quarter.
    expect(now.reciprocity?.comparison).toMatchObject({ params: { days: 90 } });
  });

  it('leaves as a picture by the rules of an export, in the step of time of its files', async () => {
    await importMessages(secondQuarter);
    const asked = { communityId, level: 2, gapDays: 90 } as const;
    const view = await healthHandlers['health.viewExport'](context, { ...asked, metricId: 'Z4' });
    expect(view).toMatchObject({ place: 'export', retention: { unit: 'month' } });
    expect(view.retention?.cohorts.map(({ start }) => start)).toContain('2026-04-01');
  });

  it('has no picture of a chart that it has no data for', async () => {
    await importMessages(secondQuarter.map(([from, , at]) => [from, '', at]));
    const asked = { communityId, level: 2, gapDays: 90 } as const;
    await expect(healthHandlers['health.viewExport'](context, { ...asked, metricId: 'R8' })).rejects.toMatchObject({
      code: 'nothing-to-report',
    });
  });

  it('is told in every option from one state of the data, whichever is asked for first', async () => {
    await importMessages(secondQuarter);
    await csvOf('Z2');
    const kept = () => context.read.prepare('SELECT question, released FROM health_releases ORDER BY question').all();
    const first = kept();
    expect(first).not.toEqual([]);
    context.write
      .prepare("DELETE FROM activities WHERE member_id IN (SELECT id FROM members WHERE remote_id = 'p3')")
      .run();
    await importMessages([['late', 'p1', Date.UTC(2026, 5, 1)]]);
    for (const level of [0, 1, 2, 3, 4] as const)
      for (const gapDays of gapOptions)
        for (const metricId of ['Z4', 'Z8', 'Z9'] as const) {
          const asked = healthHandlers['health.csv'](context, { communityId, metricId, level, gapDays });
          await Promise.resolve(asked).catch((error: unknown) =>
            expect(error).toMatchObject({ code: 'nothing-to-report' }),
          );
        }
    await reportFiles();
    expect(kept()).toEqual(first);
  });

  it('is exported only fourteen days after its end, and counts nothing after it', async () => {
    await importMessages([...secondQuarter, ['p0', 'p1', Date.UTC(2026, 6, 3)], ['new', 'p1', Date.UTC(2026, 6, 4)]]);
    clock.at = Date.UTC(2026, 6, 14, 23);
    expect(await csvOf('Z2')).not.toContain('2026-04-01');
    clock.at = Date.UTC(2026, 6, 15, 1);
    const text = await csvOf('Z2');
    expect(text).toContain('2026-04-01,2026-06-30');
    expect(text).not.toContain('2026-07-01');
  });

  it('is not there for a community younger than a quarter', async () => {
    await importMessages([['p0', 'p1', Date.UTC(2026, 6, 3)]]);
    const asked = dashboardHandlers['health.metricCsv'](context, { communityId, metricId: 'Z2', unit: 'quarter' });
    await expect(asked).rejects.toMatchObject({ code: 'quarter-open', detail: { from: Date.UTC(2026, 9, 15) } });
  });

  it('holds no metric that belongs to the team, and none that nobody knows', async () => {
    await importMessages(secondQuarter);
    await expect(csvOf('M9')).rejects.toMatchObject({ code: 'nothing-to-report' });
    await expect(csvOf('Q1')).rejects.toMatchObject({ code: 'not-found' });
  });
});
