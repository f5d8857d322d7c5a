import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckedHealth } from '../../../electron/cli/output/checked-health.ts';
import { liveAYear } from '../../../electron/data/practice/activities/live-a-year.ts';
import { activitiesCsv } from '../../../electron/data/practice/activities/write-activities.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { ImportSummary } from '../../../shared/ipc/topics/imports.ts';
import { aCommandLine, type CommandLine } from './run-hearth.ts';

const messages = resolve(import.meta.dirname, '../../../../shared/data/community-messages/messages.csv');
const here = existsSync(messages);
if (!here) process.stderr.write('SKIPPED: no community messages here (../shared/data/community-messages)\n');

describe.skipIf(!here)('a public data set from a terminal', () => {
  let line: CommandLine;
  beforeAll(() => {
    line = aCommandLine();
  });
  afterAll(() => line.remove());

  it('comes in without being explained, and once', async () => {
    const first = await line.json<ImportSummary>('import', messages, '--no-personal-data');
    expect(first).toMatchObject({ added: 59_835, rejected: 0 });
    const again = await line.json<ImportSummary>('import', messages);
    expect(again).toMatchObject({ added: 0, alreadyKnown: 59_835, rejected: 0 });
  });

  it('gives the published figures', async () => {
    const health = await line.json<CheckedHealth>('health');
    expect(health).toMatchObject({ timeZone: 'UTC', members: 1899, activities: 59_835 });
    expect(health.reciprocity).toMatchObject({ pairs: 20_296, returned: 12_916 });
    expect(health.reciprocity?.share.toFixed(3)).toBe('0.636');
    const cohort = health.cohorts.find(({ start }) => start === '2004-04-19');
    expect(cohort?.size).toBe(123);
    expect(cohort?.returned.slice(0, 8)).toEqual([84, 84, 75, 74, 67, 60, 45, 25]);
  });

  it('tells what a dashboard finds in words, and published values with --json', async () => {
    const asked = ['health', 'dashboard', '--dashboard', 'resilience', '--unit', 'month', '--all'];
    const view = await line.json<Output<'health.dashboard'>>(...asked, '--community', '1');
    expect(view).toMatchObject({ dashboard: 'resilience', unit: 'month', place: 'team' });
    const { code, out, err } = await line.run(asked);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(view.period).toEqual({ start: '2004-09-01', end: '2004-09-30', complete: true });
    expect(out).toContain('Findings speak of');
    expect(out).toMatch(/^New contributors: .*\d/m);
    // Every key has its words.
    expect(out).not.toMatch(/\{\{|[A-Z]\d+\.(title|finding)/);
    const byWeek = await line.run(['health', 'dashboard', '--dashboard', 'resilience', '--unit', 'week']);
    expect(byWeek.code).toBe(2);
  });

  it('lists goals, and asks nothing about a question that nobody was asked', async () => {
    const goals = await line.json<Output<'goals.list'>>('health', 'goals', '--community', '1');
    expect(goals.goals).toEqual([]);
    const split = await line.run(['health', 'split', '--question', 'gender', '--measure', 'stay', '--json']);
    expect(JSON.parse(split.err)).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('a community of people from a terminal', () => {
  let line: CommandLine;
  let count: number;
  beforeAll(async () => {
    line = aCommandLine();
    const activities = liveAYear({ seed: 3, until: Date.UTC(2026, 9, 1), members: 240 });
    count = activities.length;
    const file = join(line.folder, 'year.csv');
    writeFileSync(file, activitiesCsv(activities));
    await line.json('import', file, '--new', 'Our place', '--time-zone', 'Africa/Cairo');
  });
  afterAll(() => line.remove());

  it('keeps its true counts to itself', async () => {
    const { code, out, err } = await line.run(['health', '--check-raw', '--json']);
    expect(code).toBe(5);
    expect(out).toBe('');
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'not-permitted' } });
  });

  it('publishes values that passed disclosure control', async () => {
    const view = await line.json<Output<'health.view'>>('health', 'Our place');
    expect(view.timeZone).toBe('Africa/Cairo');
    expect(view.activities).toMatchObject({ mark: 'shown', value: count });
    // Percentages of fewer than thirty people are not published, whatever the size of the community.
    const small = view.retention?.cohorts.filter(({ size }) => 'value' in size && size.value < 30) ?? [];
    expect(small.length).toBeGreaterThan(20);
    const shares = small.flatMap(({ cells }) => cells.map(({ share }) => share));
    expect(shares.length).toBeGreaterThan(500);
    expect(shares.filter((share) => 'value' in share)).toEqual([]);
  });

  it('writes a report in the language asked for', async () => {
    const folder = join(line.folder, 'report');
    const words = ['report', 'Our place', '--to', folder, '--language', 'ar', '--formats', 'html,csv,json'];
    const { code, err } = await line.run(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const read = (name: string) => {
      const found = files.find((file) => file.name === name);
      return readFileSync(join(found?.parentPath ?? '', name), 'utf8');
    };
    // The four tables of return and stay, and one of each metric that may leave the team.
    const tables = files.map(({ name }) => name).filter((name) => name.endsWith('.csv'));
    const returning = ['return-on-period.csv', 'stay-curve.csv', 'life-cycle.csv', 'reciprocity.csv'];
    expect(tables).toEqual(expect.arrayContaining(returning));
    expect(tables.length).toBeGreaterThan(returning.length);
    expect(files.some(({ name }) => name.endsWith('.pdf'))).toBe(false);
    expect(read('community-health.html')).toMatch(/<html[^>]* lang="ar"[^>]* dir="rtl"/);
    expect(JSON.parse(read('report.json'))).toBeTypeOf('object');
    expect(read('community-health.html') + read('report.json')).not.toContain('member-0');
  });
});
