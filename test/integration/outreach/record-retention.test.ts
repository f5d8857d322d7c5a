import { beforeEach, describe, expect, it } from 'vitest';
import { isoDateOf } from '../../../electron/data/health/calendar/civil-day.ts';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import type { MetricModule } from '../../../electron/data/health/metrics/metric-module.ts';
import { metricWindow } from '../../../electron/data/health/metrics/metric-window.ts';
import { windowOfLists } from '../../../electron/data/health/metrics/window-of-lists.ts';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import { eraseWhatIsDue } from '../../../electron/data/outreach/record-retention.ts';
import { retentionHandlers } from '../../../electron/data/outreach/retention-handlers.ts';
import { createRetentionWatch } from '../../../electron/data/outreach/retention-watch.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import { readErasedBefore, readKeeping } from '../../../electron/data/store/outreach/keeping.ts';
import { erasedKinds, type KeepingYears } from '../../../shared/domain/health/record-retention.ts';
import type { RecordKindId } from '../../../shared/domain/health/records.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { dataContract } from '../../../shared/ipc/contract.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { aHeldJob } from '../../builders/held-job.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { type RecordTexts, saveRecord } from '../../builders/records.ts';
import { aStore } from '../../builders/store.ts';

const day = 24 * 60 * 60_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day;
let store: Store;
let clock: TestClock;
let context: DataContext;
let communityId: CommunityId;

beforeEach(() => {
  store = aStore();
  clock = aClock(Date.UTC(2026, 10, 26, 12));
  context = aDataContext(store, { clock });
  communityId = aCommunity(store.write, { time_zone: 'UTC', platform: 'import' });
});

function write(kind: RecordKindId, values: RecordTexts): void {
  expect(saveRecord(context, communityId, kind, values), kind).toMatchObject({ state: 'added' });
}

/** Records of each kind that goes with age, one on the last old day of a year and one on the first day that is kept. */
function fill(): void {
  const days = ['2025-11-25', '2025-11-26'];
  for (const handle of ['anna', 'ben']) aMember(store.write, communityId, { handle });
  write('route', { name: 'Desk', kind: 'friend' });
  for (const [at, when] of days.entries()) {
    const joined = Date.parse(`${when}T08:00:00Z`);
    aMember(store.write, communityId, { handle: `came${at}`, joined_at: joined, first_seen_at: clock.at });
    write('memberRoute', { member: `came${at}`, route: 'Desk', consent: 'yes' });
    write('role', { member: 'anna', role: at === 0 ? 'host' : 'board', startDay: '2024-01-01', endDay: when });
    write('event', { name: `Club ${at}`, kind: 'book-club', day: when });
    write('attendance', { event: `Club ${at}`, member: 'anna', registered: 'yes', attended: 'yes' });
    write('campaign', { name: `Letters ${at}`, kind: 'letters', startDay: '2025-10-01', endDay: when });
    write('participation', { campaign: `Letters ${at}`, member: 'ben', day: '2025-10-02', step: 'completed' });
    write('mentorship', { mentor: 'anna', mentee: `came${at}`, startDay: '2024-02-01', endDay: when });
    write('survey', { name: `Wave ${at}`, kind: 'safety', day: when, scaleLow: '1', scaleHigh: '5' });
  }
  // What still runs is not old, however long ago it began.
  write('mentorship', { mentor: 'anna', mentee: 'ben', startDay: '2023-01-01' });
  write('role', { member: 'anna', role: 'moderator', startDay: '2023-01-01' });
  // Nor is a campaign whose end was written down too early.
  write('campaign', { name: 'Late', kind: 'petition', startDay: '2025-01-01', endDay: '2025-02-01' });
  write('participation', { campaign: 'Late', member: 'ben', day: '2025-01-02', step: 'completed' });
  write('participation', { campaign: 'Late', member: 'ben', day: '2026-01-02', step: 'completed' });
}

const total = (kind: RecordKindId) =>
  recordHandlers['records.list'](context, { communityId, kind, query: '', offset: 0, limit: 1 });
async function totals(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const kind of erasedKinds) found[kind] = (await total(kind)).total;
  return found;
}
const set = (years: KeepingYears | null) => retentionHandlers['records.setKeeping'](context, { communityId, years });
const all = { memberRoute: 2, role: 3, attendance: 2, participation: 4, mentorship: 3, survey: 2 };
const kept = { memberRoute: 1, role: 2, attendance: 1, participation: 3, mentorship: 2, survey: 1 };

describe('lists of people that are kept for a year', () => {
  it('show what is older before they go', async () => {
    fill();
    const older = await retentionHandlers['records.older'](context, { communityId, years: 1 });
    expect(older.before).toBe('2025-11-26');
    expect(older.kinds.map(({ records }) => records)).toEqual([1, 1, 1, 1, 1, 1]);
    const three = await retentionHandlers['records.older'](context, { communityId, years: 3 });
    expect(three.kinds.map(({ records }) => records)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await totals()).toEqual(all);
  });

  it('stay for a day after the choice, and go then', async () => {
    fill();
    expect(await set(1)).toEqual({ years: 1, erasesFrom: clock.at + day });
    eraseWhatIsDue(context);
    expect(await totals()).toEqual(all);
    clock.advance(day);
    eraseWhatIsDue(context);
    // The first day that is kept has moved on by a day as well.
    expect(await totals()).toEqual({
      ...kept,
      memberRoute: 0,
      role: 1,
      attendance: 0,
      participation: 2,
      mentorship: 1,
      survey: 0,
    });
  });

  it('stay where the choice is taken back before it took effect', async () => {
    fill();
    await set(1);
    await set(null);
    clock.advance(2 * day);
    eraseWhatIsDue(context);
    expect(await totals()).toEqual(all);
    expect(readKeeping(store.read, communityId)).toBeNull();
  });

  it('go at once where somebody says so, and not without a choice', async () => {
    fill();
    const erase = async () => retentionHandlers['records.eraseOld'](context, { communityId });
    await expect(erase()).rejects.toMatchObject({ code: 'not-permitted' });
    await set(1);
    await erase();
    expect(await totals()).toEqual(kept);
  });

  it('keep the lists of another community, and events and campaigns themselves', async () => {
    fill();
    const first = communityId;
    communityId = aCommunity(store.write, { name: 'Other', time_zone: 'UTC', platform: 'import' });
    fill();
    await set(1);
    await retentionHandlers['records.eraseOld'](context, { communityId });
    expect([(await total('event')).total, (await total('campaign')).total]).toEqual([2, 3]);
    communityId = first;
    expect(await totals()).toEqual(all);
  });

  it('go together or not at all', async () => {
    fill();
    await set(1);
    // The last kind refuses: what went before it must come back.
    store.transaction((db) =>
      db.exec(`CREATE TRIGGER refuse BEFORE DELETE ON surveys BEGIN SELECT RAISE(ABORT, 'no'); END`),
    );
    const erase = async () => retentionHandlers['records.eraseOld'](context, { communityId });
    await expect(erase()).rejects.toThrow();
    expect(await totals()).toEqual(all);
    store.transaction((db) => db.exec('DROP TRIGGER refuse'));
    await erase();
    expect(await totals()).toEqual(kept);
  });

  it('leave a line in the audit log without a name or a count, and none where nothing was old', async () => {
    fill();
    await set(1);
    await retentionHandlers['records.eraseOld'](context, { communityId });
    await retentionHandlers['records.eraseOld'](context, { communityId });
    const lines = store.read
      .prepare(`SELECT kind, payload FROM audit_events WHERE kind LIKE 'records.%' ORDER BY rowid`)
      .all() as { kind: string; payload: string }[];
    expect(lines.map(({ kind, payload }) => [kind, JSON.parse(payload)])).toEqual([
      ['records.keeping-set', { years: 1 }],
      ['records.erased-by-age', { years: 1 }],
    ]);
  });

  it('are never counted as nobody: a chart leaves out the periods whose lists are gone', () => {
    const module = (needs: MetricModule['needs']) => ({ needs });
    const window = metricWindow('quarter', dayOf('2024-10-01'), dayOf('2026-11-25'));
    const cut = windowOfLists(module(['campaigns']), window, dayOf('2025-11-26'));
    expect(window.periods).toHaveLength(9);
    expect(cut.periods.map(({ firstDay }) => isoDateOf(firstDay))).toEqual([
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
    ]);
    expect(cut.current).toEqual(window.current);
    expect(windowOfLists(module(['messages']), window, dayOf('2025-11-26'))).toEqual(window);
    expect(windowOfLists(module(['campaigns']), window, null)).toEqual(window);
  });

  it('tell the day they were erased up to, and only where something was', async () => {
    await set(1);
    await retentionHandlers['records.eraseOld'](context, { communityId });
    expect(readErasedBefore(store.read, communityId)).toBeNull();
    fill();
    await retentionHandlers['records.eraseOld'](context, { communityId });
    expect(readErasedBefore(store.read, communityId)).toBe(dayOf('2025-11-26'));
    // What is gone stays gone when the choice is another.
    await set(null);
    expect(readErasedBefore(store.read, communityId)).toBe(dayOf('2025-11-26'));
  });

  it('forget the choice with the community', async () => {
    await set(2);
    store.transaction((db) => eraseCommunity(db, communityId));
    expect(readKeeping(store.read, communityId)).toBeNull();
    eraseWhatIsDue(context);
  });
});

describe('a quarter that was told', () => {
  it('says the same after its lists were erased', async () => {
    const acts = Array.from({ length: 60 }, (_, at) => aPost(`m${at}`, Date.UTC(2024, 3, 1 + at)));
    addActivities(store.write, communityId, [...acts, aPost('m0', Date.UTC(2024, 6, 2))], clock.at);
    write('event', { name: 'Club', kind: 'book-club', day: '2024-05-10' });
    for (let at = 0; at < 40; at += 1) {
      write('attendance', { event: 'Club', member: `m${at}`, registered: 'yes', attended: 'yes' });
    }
    clock.at = Date.UTC(2024, 6, 20);
    const told = () => dashboardHandlers['health.metricExport'](context, { communityId, metricId: 'R13' });
    const before = await told();
    expect(before.shape).toMatchObject({ kind: 'series' });
    clock.at = Date.UTC(2026, 10, 26);
    await set(1);
    await retentionHandlers['records.eraseOld'](context, { communityId });
    expect((await total('attendance')).total).toBe(0);
    clock.at = Date.UTC(2024, 6, 20);
    expect(await told()).toEqual(before);
  });
});

describe('the watch over old lists', () => {
  it('looks once a day, also when the clock is set back, and never while something is read in', async () => {
    fill();
    await set(1);
    const watch = createRetentionWatch(context);
    expect(watch.look()).toBe(true);
    expect(await totals()).toEqual(all);
    expect(watch.look()).toBe(false);
    clock.advance(day);
    const endImport = aHeldJob(context, 'import');
    expect(watch.look()).toBe(false);
    await endImport();
    expect(watch.look()).toBe(true);
    expect((await totals()).attendance).toBe(0);
    clock.advance(-30 * day);
    expect(watch.look()).toBe(true);
  });
});

describe('what the contract takes', () => {
  it('is one, two or three years, or until removed', () => {
    const { input } = dataContract['records.setKeeping'];
    for (const years of [1, 2, 3, null]) expect(input.safeParse({ communityId: 1, years }).success).toBe(true);
    for (const years of [0, 4, '1', undefined]) expect(input.safeParse({ communityId: 1, years }).success).toBe(false);
  });
});
