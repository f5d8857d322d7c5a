import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { communityHandlers } from '../../../electron/data/communities/handlers.ts';
import { computeHealth } from '../../../electron/data/health/compute-health.ts';
import { healthHandlers } from '../../../electron/data/health/handlers.ts';
import { importHandlers } from '../../../electron/data/platforms/files/handlers.ts';
import { reportHandlers } from '../../../electron/data/reports/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { listSpaces } from '../../../electron/data/store/outreach/spaces.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { importCalls } from '../../../shared/ipc/topics/imports.ts';
import { aClock, aDataContext } from '../../builders/data-context.ts';
import { aHeldJob } from '../../builders/held-job.ts';
import { insertRow } from '../../builders/insert-row.ts';
import { aStore } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const now = Date.UTC(2026, 10, 22);
const question = { unit: 'week', level: 2, gapDays: 90 } as const;
const everywhere = { ...question, spaceId: null } as const;
let context: DataContext;
let communityId: number;
let folder: string;
let changes: string[];

beforeEach(() => {
  const store = aStore();
  changes = [];
  context = aDataContext(store, { clock: aClock(now), changed: (topics) => changes.push(...topics) });
  folder = aTempFolder();
  communityId = insertRow(store.write, 'communities', {
    name: 'Test',
    platform: 'import',
    connection: 'disconnected',
    time_zone: 'UTC',
    created_at: now,
  });
});

function lines(people: number): string {
  const rows = Array.from({ length: people }, (_, at) => {
    const first = Date.UTC(2026, 2, 2 + (at % 3)) / 1000;
    return `p${at},p${(at + 1) % people},${first}\np${at},p${(at + 2) % people},${first + 180 * 86_400}`;
  });
  return `from,to,at\n${rows.join('\n')}\np0,p1,${Date.UTC(2026, 9, 20) / 1000}\n`;
}

async function importLines(text: string) {
  const file = join(folder, 'a.csv');
  writeFileSync(file, text);
  const { suggested: mapping } = await importHandlers['imports.inspect'](context, { file });
  const { jobId, importId } = await importHandlers['imports.start'](context, {
    file,
    mapping,
    timeZone: 'UTC',
    communityId,
  });
  return { importId, job: await context.jobs.wait(jobId) };
}

/** What the audit log tells of this community, oldest first. */
function events(): [string, unknown][] {
  const rows = context.read
    .prepare('SELECT kind, payload FROM audit_events WHERE community_id = ? ORDER BY sequence')
    .all(communityId) as { kind: string; payload: string }[];
  return rows.map((row) => [row.kind, JSON.parse(row.payload)]);
}

describe('the calls, from a file to a report', () => {
  it('import in the background, then show the numbers', async () => {
    const { importId, job } = await importLines(lines(40));
    expect(job).toMatchObject({ state: 'finished', result: { added: 81, rejected: 0 } });
    expect(changes).toContain('activities');
    expect(events()).toEqual([
      ['import.started', { importId }],
      ['import.finished', { importId, linesRead: 81, added: 81, alreadyKnown: 0, rejected: 0 }],
    ]);
    expect(importHandlers['imports.list'](context, { communityId })).toMatchObject([
      { importId, state: 'finished', added: 81 },
    ]);
    const view = await healthHandlers['health.view'](context, { communityId, ...everywhere });
    expect(await view).toMatchObject({
      place: 'team',
      threshold: null,
      members: { mark: 'shown', value: 40 },
      retention: { metricId: 'Z4', unit: 'week' },
      reciprocity: { metricId: 'R8' },
    });
  });

  it('make files by the rules of an export', async () => {
    await importLines(lines(43));
    const csv = await healthHandlers['health.csv'](context, { communityId, metricId: 'Z9', ...question });
    expect(csv.suggestedName).toBe('life-cycle.csv');
    expect(csv.text).toContain('new,2026-03-01,2026-03-31,2,45,');
    const out = join(folder, 'out');
    mkdirSync(out);
    const request = { communityId, folder: out, locale: 'ar', formats: ['html', 'json'], title: '' } as const;
    const { jobId } = await reportHandlers['reports.export'](context, { ...request, formats: [...request.formats] });
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'finished', result: { files: 2 } });
    expect(readdirSync(out)).toEqual(['community-health-2026-11-22']);
    expect(events().at(-1)).toEqual([
      'report.exported',
      { formats: ['html', 'json'], language: 'ar', version: 'public' },
    ]);
  });

  it('say what is missing', async () => {
    const file = join(folder, 'b.csv');
    writeFileSync(file, 'x,y\n1,2\n');
    const mapping = { columns: {}, timeFormat: 'iso-8601', defaultKind: 'post' } as const;
    const startWith = (input: object) =>
      importHandlers['imports.start'](context, { file, mapping, timeZone: 'UTC', communityId, ...input });
    await expect(startWith({})).rejects.toMatchObject({ code: 'mapping-incomplete' });
    await expect(startWith({ communityId: 999 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(startWith({ timeZone: 'Nowhere' })).rejects.toMatchObject({ code: 'time-zone-unknown' });
    await expect(healthHandlers['health.view'](context, { communityId: 999, ...everywhere })).rejects.toMatchObject({
      code: 'not-found',
    });
    const report = { communityId, folder, locale: 'en', title: '' } as const;
    expect(() => reportHandlers['reports.export'](context, { ...report, formats: ['html'] })).toThrow(
      expect.objectContaining({ code: 'nothing-to-report' }),
    );
    expect(() => reportHandlers['reports.export'](context, { ...report, formats: ['pdf'] })).toThrow(
      expect.objectContaining({ code: 'pdf-unavailable' }),
    );
    expect(
      importCalls['imports.start'].input.safeParse({
        file,
        timeZone: 'UTC',
        communityId,
        mapping: { columns: { evil: 'x' } },
      }).success,
    ).toBe(false);
  });

  it('show an empty community as empty', async () => {
    const view = await healthHandlers['health.view'](context, { communityId, ...everywhere });
    expect(view).toMatchObject({
      cutOff: null,
      members: { value: 0 },
      retention: null,
      stay: null,
      lifeCycle: null,
      reciprocity: null,
    });
  });
});

describe('a community that moves to another time zone', () => {
  const move = (timeZone: string) => communityHandlers['communities.update'](context, { communityId, timeZone });
  const rollup = () =>
    context.read
      .prepare('SELECT day, sum(activities) AS n FROM member_days WHERE community_id = ? GROUP BY day ORDER BY day')
      .all(communityId);

  it('has its days counted anew, as if it had always been there', async () => {
    const lateEvening = Date.UTC(2026, 2, 2, 23, 30) / 1000;
    await importLines(`from,to,at\np1,p2,${lateEvening}\np2,p1,${lateEvening + 3600}\n`);
    const monday = Math.floor(lateEvening / 86_400);
    expect(rollup()).toEqual([
      { day: monday, n: 1 },
      { day: monday + 1, n: 1 },
    ]);
    expect(await move('Africa/Cairo')).toMatchObject({ timeZone: 'Africa/Cairo' });
    expect(rollup()).toEqual([{ day: monday + 1, n: 2 }]);
    expect(changes.at(-1)).toBe('case');
    await move('UTC');
    expect(rollup()).toHaveLength(2);
    // Nothing is added twice by an import in the new zone.
    const again = await importLines(`from,to,at\np1,p2,${lateEvening}\n`);
    expect(again.job).toMatchObject({ result: { added: 0, alreadyKnown: 1 } });
  });

  it('stays where it is while a file is being read, and for a zone nobody knows', async () => {
    const endImport = aHeldJob(context, 'import');
    expect(() => move('Africa/Cairo')).toThrow(expect.objectContaining({ code: 'busy' }));
    await endImport();
    expect(() => move('Nowhere/Land')).toThrow(expect.objectContaining({ code: 'time-zone-unknown' }));
  });
});

describe('return to one space', () => {
  const monday = Date.UTC(2026, 2, 2, 12);
  /** Weeks after the first Monday in which a member wrote in a space. */
  const wrote = (member: string, space: string, ...weeks: number[]) =>
    weeks.map((week) => `${member},post,${new Date(monday + week * 7 * 86_400_000).toISOString()},${space}\n`).join('');

  async function importSpaces() {
    const gardeners = Array.from({ length: 40 }, (_, at) => wrote(`g${at}`, 'Garden', 1, at < 30 ? 2 : 9));
    const text = [wrote('p1', 'Lounge', 0), wrote('g0', 'Lounge', 0), ...gardeners, wrote('p1', 'Lounge', 12)].join('');
    await importLines(`member,activity,time,space\n${text}`);
    const idOf = (wanted: string) =>
      listSpaces(context.read, communityId as CommunityId).find(({ name }) => name === wanted)?.id ?? 0;
    return { garden: idOf('Garden'), lounge: idOf('Lounge') };
  }

  it('counts from the first week in the space, and what happened in it alone', async () => {
    const { garden, lounge } = await importSpaces();
    const viewOf = (spaceId: number) =>
      healthHandlers['health.view'](context, { communityId, ...question, unit: 'month', spaceId });
    const view = await viewOf(garden);
    // Sets by space are kept by week and without days: there is nothing else to tell.
    expect(view).toMatchObject({ place: 'team', stay: null, lifeCycle: null, reciprocity: null });
    expect(view.retention).toMatchObject({ metricId: 'Z4', unit: 'week' });
    // Who was in the lounge the week before is new here; seventy-five in a hundred came back a week later.
    const [cohort] = view.retention?.cohorts.filter(({ size }) => 'value' in size && size.value > 0) ?? [];
    expect(cohort).toMatchObject({ start: '2026-03-09', size: { value: 40 } });
    expect(cohort?.cells[1]).toMatchObject({ count: { value: 30 }, share: { value: 75 } });
    const sizes = (await viewOf(lounge)).retention?.cohorts.map(({ size }) => 'value' in size && size.value);
    expect(sizes?.slice(0, 2)).toEqual([2, 0]);
  });

  it('leaves out who joined before the data and was met there in its first 90 days', async () => {
    const { garden } = await importSpaces();
    context.write.prepare("UPDATE members SET joined_at = ? WHERE remote_id = 'g5'").run(Date.UTC(2026, 0, 15));
    const view = await healthHandlers['health.view'](context, { communityId, ...question, spaceId: garden });
    const sizes = view.retention?.cohorts.map(({ size }) => ('value' in size ? size.value : 0));
    expect(Math.max(...(sizes ?? []))).toBe(39);
    expect(view.retention?.caveats).toContainEqual({ key: 'caveats.joinedEarlier', params: {} });
  });

  it('refuses a space that the community does not have', async () => {
    const { garden } = await importSpaces();
    const other = insertRow(context.write, 'communities', {
      name: 'Other',
      platform: 'import',
      connection: 'disconnected',
      time_zone: 'UTC',
      created_at: now,
    });
    const refused = expect.objectContaining({ code: 'not-found' });
    const ask = async (input: { communityId: number; spaceId: number }) =>
      healthHandlers['health.view'](context, { ...question, ...input });
    await expect(ask({ communityId, spaceId: 999 })).rejects.toThrow(refused);
    await expect(ask({ communityId: other, spaceId: garden })).rejects.toThrow(refused);
  });
});

describe('who is counted', () => {
  const compute = () => computeHealth(context.read, { communityId: communityId as CommunityId, ...question, now });

  it('leaves bots out of everything', async () => {
    await importLines(lines(40));
    const before = await compute();
    context.write.prepare("UPDATE members SET is_bot = 1 WHERE remote_id = 'p5'").run();
    const after = await compute();
    expect(after.members).toBe(before.members - 1);
    expect(after.activities).toBe(before.activities - 2);
    expect(after.reciprocity?.people).toBe((before.reciprocity?.people ?? 0) - 1);
    const joined = (raw: typeof after) => raw.retention?.rows.reduce((sum, row) => sum + row.size, 0);
    expect(joined(after)).toBe((joined(before) ?? 0) - 1);
  });

  it('takes nobody for new who joined before the data starts', async () => {
    await importLines(lines(40));
    context.write.prepare("UPDATE members SET joined_at = ? WHERE remote_id = 'p5'").run(Date.UTC(2026, 0, 15));
    const raw = await compute();
    expect(raw.retention?.joinedEarlier).toBe(1);
    expect(raw.lifeCycle?.[0]).toMatchObject({ new: 39, resurrected: 1 });
    // At risk only from the first stored day on.
    expect(raw.stay?.followed).toBe(40);
  });
});
