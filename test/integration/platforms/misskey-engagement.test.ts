import { describe, expect, it } from 'vitest';
import { aMisskey, aMisskeyConnector } from '../../builders/misskey.ts';
import { never } from '../../builders/practice.ts';

const day = 24 * 60 * 60_000;
const hour = 60 * 60_000;

describe('engagement on Misskey', () => {
  it('reads charts as numbers by day, the server’s own members only', async () => {
    const standIn = await aMisskey();
    const to = Date.UTC(2026, 10, 20, 15);
    const measures = await aMisskeyConnector(standIn).readMeasures(to - 2 * day, to, never);
    const today = Date.UTC(2026, 10, 20);
    const of = (key: string) =>
      measures.filter((one) => one.key === key).map(({ periodStart, value }) => [periodStart, value]);
    const number = (at: number, of: number) => Math.floor(at / day) % of;
    expect(of('active_users')).toEqual([today, today - day, today - 2 * day].map((at) => [at, number(at, 10)]));
    expect(of('new_users')).toEqual([today, today - day, today - 2 * day].map((at) => [at, number(at, 4)]));
    expect(of('replies').map(([, value]) => value)).toEqual([5, 5, 5]);
    expect(new Set(measures.map(({ periodUnit }) => periodUnit))).toEqual(new Set(['day']));
  });

  it('reads who came back of those who joined on a day, under the days it was and not those it was counted on', async () => {
    const standIn = await aMisskey();
    const now = Date.now();
    const cohorts = await aMisskeyConnector(standIn).readCohorts(now - 10 * day, now, never);
    const start = (at: number) => Math.floor(at / day) * day;
    expect(cohorts).toHaveLength(1);
    expect(cohorts[0]).toMatchObject({ periodUnit: 'day', periodStart: start(now - 3 * day) });
    expect(cohorts[0]?.points.map(({ at, value, rate }) => [at, value, rate])).toEqual([
      [start(now - 2 * day), 3, 0.75],
      [start(now - day), 1, 0.25],
    ]);
  });

  it('lists notes of members upwards as posts and replies, without what was only passed on', async () => {
    const standIn = await aMisskey({ startsAt: Date.now() - 2 * hour });
    const { world } = standIn.server;
    const [member, other] = [world.addUser('member'), world.addUser('other', { isBot: true })];
    const stranger = world.addUser('stranger', { host: 'elsewhere.example' });
    const first = world.addNote(member.id, 'hello');
    const reply = world.addNote(other.id, 'welcome', { replyId: first.id });
    const quote = world.addNote(member.id, 'see', { renoteId: first.id });
    const old = world.addNote(member.id, 'a quote that its author hides', { renoteId: reply.id, isHidden: true });
    world.addNote(member.id, null, { renoteId: reply.id });
    world.addNote(stranger.id, 'from afar');
    world.addNote(member.id, 'for friends', { visibility: 'followers' });
    // Who joined comes before, and is left out here.
    const { token } = world.addToken(standIn.moderator.id, ['read:account']);
    const connector = aMisskeyConnector(standIn, token);
    const page = await connector.listActivities!(null, never);
    expect(page.items.map(({ remoteId, kind, memberHandle }) => [remoteId, kind, memberHandle])).toEqual([
      [first.id, 'posted', 'member'],
      [reply.id, 'replied', 'other'],
      [quote.id, 'posted', 'member'],
      [old.id, 'posted', 'member'],
    ]);
    expect(page.items[1]).toMatchObject({ parentRemoteId: first.id, targetHandle: 'member', isBot: true });
    const end = await connector.listActivities!(page.next, never);
    expect(end).toMatchObject({ items: [], next: null });
    const later = world.addNote(member.id, 'later');
    const resumed = await connector.listActivities!(end.resume, never);
    expect(resumed.items.map(({ remoteId }) => remoteId)).toEqual([later.id]);
  });
});
