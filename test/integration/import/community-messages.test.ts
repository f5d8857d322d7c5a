import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoStartOf } from '../../../electron/data/health/calendar/periods.ts';
import { computeHealth } from '../../../electron/data/health/compute-health.ts';
import { releaseForChecking } from '../../../electron/data/health/disclosure/release-for-checking.ts';
import { releaseHealth } from '../../../electron/data/health/disclosure/release-health.ts';
import { inspectFile } from '../../../electron/data/platforms/files/inspect-file.ts';
import { importInto, openTestStore, type TestStore } from '../../builders/activity-store.ts';

const file = resolve(import.meta.dirname, '../../../../shared/data/community-messages/messages.csv');
const here = existsSync(file);
if (!here) process.stderr.write('SKIPPED: no community messages here (../shared/data/community-messages)\n');

describe.skipIf(!here)('messages of a real student community', () => {
  let store: TestStore;
  const compute = (allTies = false) =>
    computeHealth(store.read, { ...question, communityId: store.communityId, allTies });
  const check = async () => releaseForChecking(await compute(true));
  const question = { unit: 'week', level: 2, gapDays: 90, now: Date.UTC(2026, 0, 1) } as const;

  beforeAll(async () => {
    store = openTestStore({ holdsPersonalData: false });
    await importInto(store, file);
  });
  afterAll(() => store.close());

  it('is understood without being told anything', async () => {
    const { inspection } = await inspectFile(file);
    expect(inspection).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      warnings: [],
      suggested: {
        columns: { member: 'from_member', target: 'to_member', at: 'at_unix_seconds' },
        timeFormat: 'unix-seconds',
        defaultKind: 'message',
      },
    });
  });

  it('gives the published figures', async () => {
    const { members, activities, reciprocity } = await check();
    expect({ members, activities }).toEqual({ members: 1899, activities: 59_835 });
    expect(reciprocity).toMatchObject({ people: 1899, arcs: 20_296, returnedArcs: 12_916 });
  });

  it('follows the week cohort of Monday 2004-04-19', async () => {
    const cohort = (await check()).retention?.rows.find((row) => isoStartOf('week', row.cohort) === '2004-04-19');
    expect(cohort?.size).toBe(123);
    expect(cohort?.cells.slice(0, 9).map((cell) => cell.returned)).toEqual([123, 84, 84, 75, 74, 67, 60, 45, 25]);
  });

  it('holds the life-cycle identities', async () => {
    const lifeCycle = (await check()).lifeCycle ?? [];
    expect(lifeCycle.length).toBeGreaterThan(5);
    for (const [at, row] of lifeCycle.entries()) {
      expect(row.active).toBe(row.new + row.returning + row.resurrected);
      expect(row.active - (lifeCycle[at - 1]?.active ?? 0)).toBe(row.new + row.resurrected - row.dormant);
    }
  });

  it('doubles nothing when imported again', async () => {
    const again = await importInto(store, file);
    expect(again).toMatchObject({ linesRead: 59_835, added: 0, alreadyKnown: 59_835, rejected: 0 });
    expect((await check()).activities).toBe(59_835);
  });

  it('shows the team exact counts and whole percents, and an export rounded ones', async () => {
    const raw = await compute();
    const team = releaseHealth(raw, 'team');
    expect(team.members).toEqual({ mark: 'shown', value: 1899, lower: null, upper: null });
    // Of the last 90 days: 2,120 ties among 675 people, 1,528 returned, counted from the file by another program.
    expect(raw.reciprocity).toMatchObject({ people: 675, arcs: 2120, returnedArcs: 1528 });
    expect(team.reciprocity).toMatchObject({ arcShare: { value: 72 }, windowDays: 90 });
    const cohort = team.retention?.cohorts.find((row) => row.start === '2004-04-19');
    expect(cohort?.cells[1]?.share).toMatchObject({ mark: 'shown', value: 68 });
    const exported = releaseHealth(raw, 'export');
    expect(exported.members).toMatchObject({ value: 1900 });
    expect(exported.retention?.cohorts.find((row) => row.start === '2004-04-19')?.size).toMatchObject({ value: 125 });
  });
});
