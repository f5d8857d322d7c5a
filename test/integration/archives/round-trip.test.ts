import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeActivities } from '../../../electron/data/platforms/archives/hearth/write-activities.ts';
import { countActivityTotals } from '../../../electron/data/store/activities/queries.ts';
import type { ReadDb } from '../../../electron/data/store/db.ts';
import { upsertMember } from '../../../electron/data/store/members/commands.ts';
import { atOnce } from '../../../shared/domain/steps.ts';
import { importInto, openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { aDiscordMessage, aDiscordUser, anAnswer, discordExport } from '../../builders/archives/discord-export.ts';
import { activitiesOf, everythingIn, readArchiveInto } from '../../builders/archives/import-archive.ts';
import { aTelegramChat, aTelegramMessage, telegramExport } from '../../builders/archives/telegram-export.ts';

let store: TestStore;
let other: TestStore;
beforeEach(() => {
  store = openTestStore({ timeZone: 'Africa/Cairo' });
  other = openTestStore({ timeZone: 'Africa/Cairo' });
});
afterEach(() => {
  store.close();
  other.close();
});

function file(name: string, text: string): string {
  const path = join(store.folder, name);
  writeFileSync(path, text);
  return path;
}

async function fill(people: 'names' | 'pseudonyms') {
  const ben = { author: aDiscordUser('202', 'ben'), timestamp: '2025-03-01T11:00:00+00:00' };
  await readArchiveInto(store, file('d.json', discordExport([aDiscordMessage({ id: '1' }), anAnswer('2', '1', ben)])), {
    people,
  });
  const bot = aTelegramMessage(9, { from_id: 'user9', inline_bot_buttons: [[{ text: 'x' }]] });
  const early = aTelegramMessage(8, { from_id: 'user9' });
  await readArchiveInto(store, file('t.json', telegramExport(aTelegramChat([early, bot, aTelegramMessage(10)]))), {
    people,
  });
  // The same act twice in one file: two activities that only a counter in their keys tells apart.
  const lines = 'member,time,to,request\nzoë,2025-02-01T10:00:00Z,ليلى,yes\nzoë,2025-02-01T10:00:00Z,ليلى,yes\n';
  await importInto(store, file('c.csv', lines));
}

const withoutIds = (from: TestStore) =>
  activitiesOf(from).map(({ id: _id, parent, ...rest }) => ({ ...rest, answers: parent !== null }));
const everythingElse = (from: TestStore) => ({
  members: from.read
    .prepare('SELECT remote_id, handle, display_name, joined_at, is_bot FROM members ORDER BY remote_id')
    .all(),
  days: from.read
    .prepare(
      `SELECT m.remote_id, d.day, d.level, d.activities FROM member_days d JOIN members m ON m.id = d.member_id ORDER BY 1, 2, 3`,
    )
    .all(),
  flags: from.read.prepare('SELECT at, flags, hex(remote_key) FROM activities ORDER BY remote_key').all(),
});

describe.each(['names', 'pseudonyms'] as const)('activities with %s that Hearth wrote itself', (people) => {
  it('are the same in another community, and nothing new in their own', async () => {
    await fill(people);
    const path = join(store.folder, 'export.ndjson');
    const counts = await writeActivities(store.read, store.communityId, path);
    expect(counts).toEqual({ activities: 6, members: 6 });
    expect(statSync(path).mode & 0o077).toBe(0);

    expect(await readArchiveInto(other, path, { people })).toMatchObject({ added: 6, rejected: 0, leftOut: 0 });
    expect(withoutIds(other)).toEqual(withoutIds(store));
    expect(everythingElse(other)).toEqual(everythingElse(store));
    expect(atOnce(countActivityTotals(other.read, other.communityId))).toEqual(
      atOnce(countActivityTotals(store.read, store.communityId)),
    );

    expect(await readArchiveInto(store, path, { people })).toMatchObject({ added: 0, alreadyKnown: 6 });
    await writeActivities(other.read, other.communityId, join(store.folder, 'again.ndjson'));
    const sorted = (name: string) => readFileSync(join(store.folder, name), 'utf8').split('\n').sort();
    expect(sorted('again.ndjson')).toEqual(sorted('export.ndjson'));
  });
});

describe('an export that Hearth wrote itself', () => {
  it('can be put under pseudonyms while it is read', async () => {
    await fill('names');
    const path = join(store.folder, 'export.ndjson');
    await writeActivities(store.read, store.communityId, path);
    expect(await readArchiveInto(other, path, { people: 'pseudonyms' })).toMatchObject({ added: 6 });
    expect(await readArchiveInto(other, path, { people: 'pseudonyms' })).toMatchObject({ alreadyKnown: 6 });
    const members = other.read.prepare('SELECT remote_id, handle, display_name FROM members').all() as {
      remote_id: string;
    }[];
    for (const member of members)
      expect(member).toMatchObject({ handle: '', display_name: '', remote_id: expect.stringMatching(/^anon-/) });
    expect(activitiesOf(other).filter(({ parent }) => parent !== null)).toHaveLength(1);
  });

  it('keeps no id of a thread that could be looked up, with pseudonyms', async () => {
    const lines = 'member,time,thread\nzoë,2025-02-01T10:00:00Z,topic-4711\nben,2025-02-01T11:00:00Z,topic-4711\n';
    await importInto(store, file('c.csv', lines));
    const path = join(store.folder, 'export.ndjson');
    await writeActivities(store.read, store.communityId, path);
    await readArchiveInto(other, path, { people: 'pseudonyms' });
    const threads = activitiesOf(other).map(({ thread }) => thread);
    expect(threads).toHaveLength(2);
    expect(threads[0]).not.toBeNull();
    expect(threads[1]).toBe(threads[0]);
    expect(everythingIn(other)).not.toContain('4711');
  });

  it('leaves what a platform told of members as it is', async () => {
    await importInto(store, file('c.csv', 'member,time\nzoë,2025-02-01T10:00:00Z\nben,2025-02-01T11:00:00Z\n'));
    const path = join(store.folder, 'export.ndjson');
    await writeActivities(store.read, store.communityId, path);
    const { communityId } = store;
    upsertMember(store.write, {
      communityId,
      remoteId: 'zoë',
      handle: 'zoe',
      displayName: 'Zoë',
      server: 'elsewhere.example',
      isBot: false,
      isStaff: true,
      accountState: 'suspended',
      joinedAt: null,
      facts: { url: 'https://elsewhere.example/@zoe' },
      at: Date.UTC(2025, 5, 1),
    });
    const zoe = () => store.read.prepare(`SELECT * FROM members WHERE remote_id = 'zoë'`).get();
    const before = zoe();
    await readArchiveInto(store, path);
    expect(zoe()).toEqual(before);
  });

  it('leaves no half of itself behind', async () => {
    const path = join(store.folder, 'export.ndjson');
    const failing = {
      prepare() {
        throw new Error('read fault');
      },
    } as unknown as ReadDb;
    await expect(writeActivities(failing, store.communityId, path)).rejects.toThrow('read fault');
    expect(existsSync(path)).toBe(false);
  });

  it('is never written over another file', async () => {
    const path = file('there.ndjson', 'mine');
    await expect(writeActivities(store.read, store.communityId, path)).rejects.toMatchObject({
      code: 'folder-not-writable',
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('says which lines somebody broke, and which form is too new', async () => {
    const good = {
      member: 'a',
      target: null,
      at: 1_700_000_000_000,
      kind: 'post',
      level: 2,
      space: null,
      thread: null,
      key: 'AAAA',
      parent: null,
      flags: 0,
    };
    const lines = [
      { hearth: 'activities', version: 1, people: 'names' },
      good,
      { ...good, kind: 'juggling', key: 'AAAB' },
      { ...good, level: 9, key: 'AAAC' },
      { ...good, at: 5, key: 'AAAD' },
      { ...good, key: '<script>' },
      { ...good, flags: 99, key: 'AAAE' },
      { ...good, member: 'a\u0000', key: 'AAAF' },
      { member: 'b', handle: 'b', name: 'B', joinedAt: 1_700_000_000_000.5, bot: false },
      { member: 'c', handle: 'c', name: 'C', joinedAt: 9e15, bot: false },
      {},
    ].map((line) => JSON.stringify(line));
    const path = file('broken.ndjson', `${[...lines, 'no json'].join('\n')}\n`);
    expect(await readArchiveInto(store, path)).toMatchObject({ added: 1, rejected: 10 });
    const newer = file('newer.ndjson', '{"hearth":"activities","version":2}\n');
    await expect(readArchiveInto(store, newer)).rejects.toMatchObject({ code: 'archive-unsupported' });
  });
});
