import { describe, expect, it } from 'vitest';
import { readHealthFacts } from '../../../electron/data/health/facts/read-health-facts.ts';
import { hashtagReach } from '../../../electron/data/health/metrics/advocacy/hashtag-reach.ts';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import type { PracticeServer } from '../../../electron/data/practice/practice-server.ts';
import { mondayOf } from '../../../electron/data/store/activities/rollup.ts';
import { ActivityList, anAct } from '../../builders/activity-list.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { aWindow } from '../../builders/health-facts.ts';
import { testNow } from '../../builders/insert-row.ts';
import { mastodonLike } from '../../builders/like-platforms.ts';
import { aConnector, aPracticeServer, never, practiceStart } from '../../builders/practice.ts';
import { type RecordTexts, saveRecord } from '../../builders/records.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

const day = 86_400_000;
const lastMonday = (now: number) => (mondayOf(Math.floor(now / day)) - 7) * day;

/** Three uses by two accounts here and one elsewhere in the week, and more around it. */
function useTags({ world }: PracticeServer, monday: number): void {
  const here = world.member('morgan');
  const other = world.addAccount({ ...here, username: 'robin' });
  const far = world.addAccount({ ...here, username: 'far', domain: 'elsewhere.example' });
  const say = (by: { id: string }, text: string, at: number) =>
    world.addPost({
      accountId: by.id,
      text,
      spoiler: '',
      language: 'en',
      visibility: 'public',
      inReplyTo: null,
      media: [],
      createdAt: at,
    });
  say(here, 'Before #HearthTest', monday - 1);
  say(here, 'Come along #HearthTest', monday);
  say(here, 'Again #hearthtest #other', monday + 3 * day);
  say(other, 'Me too #HearthTest', monday + 4 * day);
  say(far, 'From afar #HearthTest', monday + 7 * day - 1);
  say(other, 'After #HearthTest', monday + 7 * day);
}

describe('hashtags on Mastodon', () => {
  it('are told for a week, by the numbers that the server gives them', async () => {
    const server = await aPracticeServer();
    const monday = lastMonday(practiceStart);
    useTags(server, monday);
    const told = await aConnector(server).readTagMeasures!(['hearthtest', 'never-used', 'neverused'], monday, never);
    const week = { dimension: 'hearthtest', periodStart: monday, periodUnit: 'week' };
    expect(told).toEqual([
      { ...week, key: 'tag_accounts', value: 3 },
      { ...week, key: 'tag_uses', value: 4 },
      { ...week, key: 'tag_servers', value: 1 },
    ]);
  });

  it('are told nothing of where the token may not', async () => {
    const server = await aPracticeServer();
    const monday = lastMonday(practiceStart);
    useTags(server, monday);
    const member = server.world.state.accounts.find((one) => one.role === 'member' && one.domain === null);
    const connector = aConnector(server, { accessToken: server.issueToken(member?.username ?? '') });
    expect(await connector.readTagMeasures!(['hearthtest'], monday, never)).toEqual([]);
  });

  it('come from campaigns into community health', async () => {
    const asked: [readonly string[], number][] = [];
    const list = new ActivityList();
    const platform = new FakePlatform({ ...mastodonLike, activities: true, measures: true });
    const connector = list.offeredBy({
      ...platform.connector(),
      readTagMeasures: async (tags, monday) => {
        asked.push([tags, monday]);
        const week = { dimension: 'pride', periodStart: monday, periodUnit: 'week' as const };
        return [
          { ...week, key: 'tag_accounts', value: 40 },
          { ...week, key: 'tag_uses', value: 90 },
          { ...week, key: 'tag_servers', value: 12 },
        ];
      },
    });
    const desk = new SyncDesk({ connector, capabilities: platform.capabilities });
    list.acts.push(anAct(1), anAct(2, { at: testNow }));
    await desk.readActivities();
    const { context, communityId } = desk;
    const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
    const monday = lastMonday(desk.clock.at);
    const campaign = (values: RecordTexts) => saveRecord(context, communityId, 'campaign', values);
    expect(
      campaign({ name: 'Letters', kind: 'letters', startDay: iso(monday + day), hashtags: 'Pride, #TransRights' }),
    ).toMatchObject({ state: 'added' });
    const over = { startDay: iso(monday - 60 * day), endDay: iso(monday - day) };
    expect(campaign({ name: 'Over', kind: 'letters', ...over, hashtags: '#over' })).toMatchObject({ state: 'added' });
    expect(campaign({ name: 'Odd', kind: 'letters', ...over, hashtags: 'a.b' })).toMatchObject({
      problems: [{ field: 'hashtags', problem: 'not-hashtags' }],
    });
    await desk.pull();
    expect(asked).toEqual([[['pride', 'transrights'], monday]]);
    // Read again on another day, a week is told anew and counts once.
    desk.advance(day);
    await desk.pull();
    const read = await readHealthFacts(context.read, { communityId, now: desk.clock.at, messagesFrom: () => 0 });
    const facts = { ...read!.facts, lastDay: Math.floor(monday / day) + 6 };
    expect(facts.tagMeasures).toContainEqual({
      tag: 'pride',
      day: monday / day,
      accounts: 40,
      uses: 90,
      servers: 12,
    });
    const result = hashtagReach.compute(facts, aWindow(facts));
    expect(result.kind === 'counts' && result.rows.map(({ count }) => count)).toEqual([40, 90, 12]);
    const { rows } = await recordHandlers['records.list'](context, {
      communityId,
      kind: 'campaign',
      query: 'transrights',
      offset: 0,
      limit: 9,
    });
    expect(rows[0]?.values.hashtags).toBe('#pride #transrights');
  });
});
