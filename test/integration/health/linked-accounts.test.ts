import { beforeEach, describe, expect, it } from 'vitest';
import { computeHealth } from '../../../electron/data/health/compute-health.ts';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { newcomersWaiting } from '../../../electron/data/health/dashboard/newcomers-waiting.ts';
import { readHealthFacts } from '../../../electron/data/health/facts/read-health-facts.ts';
import { groupActivityParticipation } from '../../../electron/data/health/metrics/connection/group-activity-participation.ts';
import { metricWindow } from '../../../electron/data/health/metrics/metric-window.ts';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { aClock, aDataContext } from '../../builders/data-context.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { type RecordTexts, saveRecord } from '../../builders/records.ts';
import { aStore } from '../../builders/store.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 5);
const now = start + 100 * DAY;
let store: ReturnType<typeof aStore>;
let context: DataContext;
let communityId: CommunityId;

/** Anna with three accounts, of which one answered her own first message, ben, and a bot. */
beforeEach(() => {
  store = aStore();
  context = aDataContext(store, { clock: aClock(now) });
  communityId = aCommunity(store.write, { platform: 'mastodon', time_zone: 'UTC' });
  addActivities(
    store.write,
    communityId,
    [
      aPost('anna', start + 80 * DAY, { thread: 'hello' }),
      aPost('anna-reads', start + 80 * DAY + 1, { thread: 'hello', level: 3, target: 'anna' }),
      aPost('anna-2', start + 10 * DAY),
      aPost('ben', start),
      aPost('greeter', start + 99 * DAY),
    ],
    now,
  );
  store.write.prepare("UPDATE members SET is_bot = 1, bot_told = 1 WHERE remote_id = 'greeter'").run();
  aMember(store.write, communityId, { remote_id: 'far', handle: 'far', server: 'far.example' });
});

const said = { day: '2026-03-05', how: 'told-team' };
const link = (account: string, sameAs: string, more: RecordTexts = {}) =>
  saveRecord(context, communityId, 'linkedAccount', { account, sameAs, ...said, ...more });

async function linked(account: string, sameAs: string): Promise<number> {
  const saved = await link(account, sameAs);
  if (saved.state !== 'added') throw new Error('a good link was not added');
  return saved.recordId;
}

async function counts() {
  const raw = await computeHealth(store.read, { communityId, unit: 'month', level: 2, gapDays: 30, now });
  const read = await readHealthFacts(store.read, { communityId, now, messagesFrom: () => 0 });
  if (!read) throw new Error('there are facts');
  const { members } = await dashboardHandlers['health.status'](context, { communityId });
  return {
    members: raw.members,
    people: read.facts.people.count,
    told: members.mark === 'shown' ? members.value : null,
    waiting: newcomersWaiting(read.facts, now).map(({ since }) => since - (start + 80 * DAY)),
  };
}

describe('accounts that their owner linked', () => {
  it('count as one person, are several again when the link is removed, and one when that is taken back', async () => {
    const before = await counts();
    expect(before).toEqual({ members: 4, people: 4, told: 4, waiting: [1] });
    await linked('anna', 'anna-reads');
    // What one account of hers answers is no reply of another human: she waits.
    expect(await counts()).toEqual({ members: 3, people: 3, told: 3, waiting: [0] });
    const recordId = await linked('anna-2', 'anna-reads');
    // A chain is one person. By her second account she came long ago, and is no newcomer of now.
    const chained = { members: 2, people: 2, told: 2, waiting: [] };
    expect(await counts()).toEqual(chained);
    const about = { communityId, kind: 'linkedAccount' } as const;
    const { undo } = await recordHandlers['records.remove'](context, { ...about, recordId });
    expect((await counts()).people).toBe(3);
    await recordHandlers['records.restore'](context, { undo });
    expect(await counts()).toEqual(chained);
    for (const { id } of (await recordHandlers['records.list'](context, { ...about, query: '', offset: 0, limit: 9 }))
      .rows)
      await recordHandlers['records.remove'](context, { ...about, recordId: id });
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['anna', 'anna', 'sameAs', 'same-account'],
    ['anna', '@Anna', 'sameAs', 'same-account'],
    ['anna', 'nobody', 'sameAs', 'member-unknown'],
    ['greeter', 'anna', 'account', 'member-is-bot'],
    ['anna', 'far@far.example', 'sameAs', 'member-elsewhere'],
  ])('are not %s and %s', async (account, sameAs, field, problem) => {
    expect(await link(account, sameAs)).toEqual({ state: 'refused', problems: [{ field, problem }] });
  });

  it('are linked once, whichever is named first', async () => {
    await linked('anna', 'ben');
    const twice = { state: 'refused', problems: [{ field: 'account', problem: 'exists' }] };
    expect(await link('ben', 'anna', { how: 'survey' })).toEqual(twice);
    expect(await link('anna', 'ben', { how: 'survey' })).toEqual(twice);
    expect(await link('ben', 'anna')).toMatchObject({ state: 'known' });
    expect(await link('anna', 'ben', { day: '2027-01-01' })).toMatchObject({ problems: [{ problem: 'day-ahead' }] });
    expect(await link('anna', 'ben', { how: 'guess' })).toMatchObject({ problems: [{ problem: 'not-in-menu' }] });
  });

  it('are no longer linked when one of them is erased, or turns out to be automated', async () => {
    await linked('anna', 'anna-reads');
    await linked('anna-2', 'ben');
    store.write.prepare("UPDATE members SET is_bot = 1 WHERE remote_id = 'anna-reads'").run();
    expect((await counts()).people).toBe(2);
    store.write.prepare("UPDATE members SET is_bot = 0 WHERE remote_id = 'anna-reads'").run();
    expect((await counts()).people).toBe(2);
    const id = store.read.prepare("SELECT id FROM members WHERE remote_id = 'anna-reads'").pluck().get();
    for (const table of ['activities', 'member_days', 'member_weeks'])
      store.write.prepare(`DELETE FROM ${table} WHERE member_id = ?`).run(id);
    store.write.prepare('DELETE FROM members WHERE id = ?').run(id);
    expect(store.read.prepare('SELECT count(*) FROM linked_accounts').pluck().get()).toBe(1);
    expect((await counts()).people).toBe(2);
  });

  it('end with the last of them, and are at an event once', async () => {
    const ended = (member: string, day: string) =>
      saveRecord(context, communityId, 'accountEnd', { member, day, how: 'deleted' });
    await ended('anna', '2026-04-01');
    await linked('anna', 'anna-2');
    const endDays = async () => {
      const read = await readHealthFacts(store.read, { communityId, now, messagesFrom: () => 0 });
      return Array.from(read?.facts.people.endDay ?? []);
    };
    expect(await endDays()).toEqual([-1, -1, -1]);
    await ended('anna-2', '2026-04-05');
    expect(await endDays()).toEqual([Date.UTC(2026, 3, 5) / DAY, -1, -1]);
    const event = { name: 'Book club', kind: 'book-club', day: '2026-03-12' };
    await saveRecord(context, communityId, 'event', event);
    for (const member of ['anna', 'anna-2', 'ben'])
      await saveRecord(context, communityId, 'attendance', {
        event: 'Book club',
        member,
        registered: 'yes',
        attended: 'yes',
      });
    const read = await readHealthFacts(store.read, { communityId, now, messagesFrom: () => 0 });
    if (!read) throw new Error('there are facts');
    const window = metricWindow('quarter', read.facts.firstDay, read.facts.lastDay);
    const raw = groupActivityParticipation.compute(read.facts, window);
    expect(JSON.stringify(raw)).toContain('"part":2');
  });
});
