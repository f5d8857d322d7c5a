import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countActivityTotals } from '../../../electron/data/store/activities/queries.ts';
import { findImport, listRejects } from '../../../electron/data/store/imports/queries.ts';
import type { ImportId } from '../../../shared/domain/ids.ts';
import { atOnce } from '../../../shared/domain/steps.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { aDiscordMessage, aDiscordUser, anAnswer, discordExport } from '../../builders/archives/discord-export.ts';
import { activitiesOf, everythingIn, readArchiveInto } from '../../builders/archives/import-archive.ts';
import { writeZip } from '../../builders/archives/zip-file.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

function file(name: string, content: string | Uint8Array): string {
  const path = join(store.folder, name);
  writeFileSync(path, content);
  return path;
}

const ben = { author: aDiscordUser('202', 'ben') };
const talk = [
  aDiscordMessage({
    id: '1',
    type: 'GuildMemberJoin',
    timestamp: '2025-02-01T09:00:00+00:00',
    content: 'Joined the server.',
  }),
  aDiscordMessage({ id: '2' }),
  anAnswer('3', '2', { ...ben, timestamp: '2025-03-01T12:01:00+02:00' }),
  anAnswer('4', '3', { timestamp: '2025-03-01T10:05:00+00:00' }),
  anAnswer('5', '4', { timestamp: '2025-03-01T10:06:00+00:00' }),
  anAnswer('6', null, { ...ben, timestamp: '2025-03-01T10:07:00+00:00' }),
  aDiscordMessage({ id: '7', author: aDiscordUser('203', 'helper', true) }),
  aDiscordMessage({ id: '8', type: 'ChannelPinnedMessage' }),
  aDiscordMessage({ id: '9', type: '21' }),
  aDiscordMessage({ id: '10', author: aDiscordUser('456226577798135808', 'Deleted User') }),
  aDiscordMessage({ id: '11', timestamp: 'soon' }),
];

describe('an export of a Discord channel', () => {
  it('becomes messages, answers and joins with people and places', async () => {
    let importId = 0 as ImportId;
    const onImport = (id: ImportId) => {
      importId = id;
    };
    const result = await readArchiveInto(store, file('support.json', discordExport(talk)), { onImport });
    expect(result).toMatchObject({ linesRead: 11, added: 6, alreadyKnown: 0, rejected: 1, leftOut: 4 });
    const [join, first, answer, back, on, toNobody] = activitiesOf(store);
    expect(join).toMatchObject({ who: 'discord:201', kind: 'seen', level: 0, space: null });
    expect(first).toMatchObject({ kind: 'message', level: 2, whom: null, space: 'support', parent: null });
    expect(answer).toMatchObject({
      who: 'discord:202',
      whom: 'discord:201',
      kind: 'reply',
      level: 3,
      parent: first?.id,
    });
    expect(back).toMatchObject({ whom: 'discord:202', kind: 'reply', parent: answer?.id });
    // An answer to oneself goes on talking.
    expect(on).toMatchObject({ whom: null, kind: 'message', level: 2, parent: back?.id });
    expect(toNobody).toMatchObject({ whom: null, kind: 'reply', level: 3, parent: null });
    expect(answer?.at).toBe(Date.UTC(2025, 2, 1, 10, 1));
    expect(listRejects(store.read, importId, 0, 9)).toEqual([{ line: 11, reason: 'time-unreadable' }]);
    expect(findImport(store.read, importId)).toMatchObject({ state: 'finished', linesRead: 11, added: 6 });
    const members = store.read.prepare('SELECT handle, display_name, joined_at FROM members ORDER BY id').all();
    expect(members).toEqual([
      { handle: 'ada', display_name: 'ada the Kind', joined_at: Date.UTC(2025, 1, 1, 9) },
      { handle: 'ben', display_name: 'ben the Kind', joined_at: null },
    ]);
  });

  it('is read twice and counted once, whole or in parts, alone or in a zip', async () => {
    await readArchiveInto(store, file('a.json', discordExport(talk.slice(0, 4))));
    const whole = discordExport(talk);
    expect(await readArchiveInto(store, file('b.json', whole))).toMatchObject({ added: 2, alreadyKnown: 4 });
    const zip = await writeZip(join(store.folder, 'c.zip'), { 'x/support.json': whole });
    expect(await readArchiveInto(store, zip)).toMatchObject({ added: 0, alreadyKnown: 6 });
    expect(atOnce(countActivityTotals(store.read, store.communityId))).toMatchObject({ members: 2, activities: 6 });
  });

  it('finds whom an answer is directed at in an export that was read before', async () => {
    await readArchiveInto(store, file('a.json', discordExport([aDiscordMessage({ id: '2' })])));
    await readArchiveInto(store, file('b.json', discordExport([anAnswer('3', '2', ben)])));
    expect(activitiesOf(store)[1]).toMatchObject({ who: 'discord:202', whom: 'discord:201', level: 3 });
  });

  it('puts threads under their channel', async () => {
    const thread = { id: '400', type: 'GuildPublicThread', category: 'support', name: 'Night talk' };
    await readArchiveInto(store, file('a.json', discordExport([aDiscordMessage()], thread)));
    expect(activitiesOf(store)[0]).toMatchObject({ space: 'support', thread: 'discord:400' });
  });

  it('keeps no words', async () => {
    await readArchiveInto(store, file('a.json', discordExport(talk)));
    expect(everythingIn(store)).not.toContain('nobody may keep');
    expect(everythingIn(store)).toContain('ada the Kind');
  });

  it('keeps nobody’s name and no id with pseudonyms, and knows people again', async () => {
    await readArchiveInto(store, file('a.json', discordExport(talk.slice(0, 3))), { people: 'pseudonyms' });
    const before = activitiesOf(store).map(({ who }) => who);
    await readArchiveInto(store, file('b.json', discordExport(talk)), { people: 'pseudonyms' });
    const activities = activitiesOf(store);
    expect(activities).toHaveLength(6);
    expect(activities[2]).toMatchObject({ kind: 'reply', parent: activities[1]?.id, whom: activities[1]?.who });
    expect(before.every((who) => activities.some((one) => one.who === who))).toBe(true);
    expect(new Set(activities.map(({ who }) => who)).size).toBe(2);
    for (const { who } of activities) expect(who).toMatch(/^anon-[\w-]{20}$/);
    const stored = everythingIn(store);
    expect(stored).not.toContain('the Kind');
    expect(
      store.read.prepare(`SELECT count(*) FROM activities WHERE instr(remote_key, 'discord') > 0`).pluck().get(),
    ).toBe(0);
  });

  it('gives the same person another pseudonym in another community', async () => {
    const other = openTestStore();
    const path = file('a.json', discordExport(talk.slice(0, 3)));
    await readArchiveInto(store, path, { people: 'pseudonyms' });
    await readArchiveInto(other, path, { people: 'pseudonyms' });
    const people = new Set([...activitiesOf(store), ...activitiesOf(other)].map(({ who }) => who));
    expect(people.size).toBe(4);
    other.close();
  });

  it('refuses private conversations and leaves them out of a zip', async () => {
    const direct = discordExport([aDiscordMessage({ id: '77' })], { type: 'DirectTextChat', name: 'ada' });
    await expect(readArchiveInto(store, file('a.json', direct))).rejects.toMatchObject({ code: 'archive-private' });
    const zip = await writeZip(join(store.folder, 'a.zip'), { 'a.json': direct, 'b.json': discordExport(talk) });
    expect(await readArchiveInto(store, zip)).toMatchObject({ added: 6, leftOut: 5 });
  });

  it('reads a file that was saved again as UTF-16 or with a mark', async () => {
    const text = discordExport([aDiscordMessage({ author: aDiscordUser('204', 'ليلى 🌈') })]);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(await readArchiveInto(store, file('a.json', wide))).toMatchObject({ added: 1 });
    expect(await readArchiveInto(store, file('b.json', `\ufeff${text}`))).toMatchObject({ alreadyKnown: 1 });
    expect(store.read.prepare('SELECT handle FROM members').pluck().get()).toBe('ليلى 🌈');
  });

  it('keeps what stands before the end of a file that was cut off, and goes on with the whole one', async () => {
    const many = Array.from({ length: 9_000 }, (_, at) => aDiscordMessage({ id: String(at + 1) }));
    const whole = discordExport(many);
    const cut = file('a.json', whole.slice(0, Math.floor(whole.length / 2)));
    let importId = 0 as ImportId;
    const onImport = (id: ImportId) => {
      importId = id;
    };
    await expect(readArchiveInto(store, cut, { onImport })).rejects.toMatchObject({ code: 'archive-cut-off' });
    const kept = activitiesOf(store).length;
    expect(kept).toBeGreaterThan(4_000);
    expect(findImport(store.read, importId)).toMatchObject({ state: 'failed', added: kept });
    expect(await readArchiveInto(store, file('b.json', whole))).toMatchObject({
      added: 9_000 - kept,
      alreadyKnown: kept,
    });
  });

  it('stops when cancelled and goes on without doubling', async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => aDiscordMessage({ id: String(at + 1) }));
    const path = file('a.json', discordExport(many));
    const controller = new AbortController();
    const progress = (_: string, done: number) => {
      if (done > 0) controller.abort();
    };
    await expect(readArchiveInto(store, path, { job: { signal: controller.signal, progress } })).rejects.toThrow();
    const kept = activitiesOf(store).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(30_000);
    expect(await readArchiveInto(store, path)).toMatchObject({ added: 30_000 - kept, alreadyKnown: kept });
  });
});
