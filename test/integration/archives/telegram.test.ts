import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countActivityTotals } from '../../../electron/data/store/activities/queries.ts';
import { atOnce } from '../../../shared/domain/steps.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { activitiesOf, everythingIn, readArchiveInto } from '../../builders/archives/import-archive.ts';
import {
  aTelegramChat,
  aTelegramMessage,
  aTelegramNotice,
  telegramExport,
} from '../../builders/archives/telegram-export.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore({ timeZone: 'Europe/Berlin' });
});
afterEach(() => store.close());

function file(text: string, name = 'result.json'): string {
  const path = join(store.folder, name);
  writeFileSync(path, text);
  return path;
}

const ben = { from: 'Ben', from_id: 'user202' };
const read = (messages: readonly unknown[], overrides = {}) =>
  readArchiveInto(store, file(telegramExport(aTelegramChat(messages, overrides))));

describe('an export of a Telegram group', () => {
  it('becomes messages, answers and joins', async () => {
    const result = await read([
      aTelegramNotice(1, 'create_group', { title: 'Garden', members: ['Ada'] }),
      aTelegramNotice(2, 'join_group_by_link', { actor: 'Ben', actor_id: 'user202', inviter: 'Ada' }),
      aTelegramMessage(3),
      aTelegramMessage(4, { ...ben, reply_to_message_id: 3 }),
      aTelegramMessage(5, { reply_to_message_id: 4, reply_to_peer_id: 'channel99' }),
      { id: 6, type: 'unsupported' },
      aTelegramMessage(7, { from: 'Garden', from_id: 'channel1700000001' }),
    ]);
    expect(result).toMatchObject({ added: 4, leftOut: 3, rejected: 0 });
    const [join, first, answer, elsewhere] = activitiesOf(store);
    expect(join).toMatchObject({ who: 'telegram:user202', kind: 'seen' });
    expect(first).toMatchObject({ who: 'telegram:user201', kind: 'message', space: 'Garden' });
    expect(answer).toMatchObject({
      who: 'telegram:user202',
      whom: 'telegram:user201',
      kind: 'reply',
      parent: first?.id,
    });
    expect(elsewhere).toMatchObject({ kind: 'message', parent: null });
    expect(everythingIn(store)).not.toContain('nobody may keep');
  });

  it('takes topics as spaces, and a message that only stands in one as no answer', async () => {
    await read([
      aTelegramNotice(10, 'topic_created', { title: 'Coming out' }),
      aTelegramMessage(11, { reply_to_message_id: 10 }),
      aTelegramMessage(12, { ...ben, reply_to_message_id: 11 }),
      aTelegramMessage(13),
    ]);
    const [opening, answer, general] = activitiesOf(store);
    expect(opening).toMatchObject({ kind: 'message', space: 'Coming out', parent: null });
    expect(answer).toMatchObject({ kind: 'reply', space: 'Coming out', parent: opening?.id, thread: opening?.thread });
    expect(general).toMatchObject({ space: 'Garden', thread: null });
  });

  it('still knows a bot whose buttons stand in an older part alone', async () => {
    const bot = { from: 'Helper', from_id: 'user9' };
    await read([aTelegramMessage(30, { ...bot, inline_bot_buttons: [[{ text: 'x' }]] })]);
    await read([aTelegramMessage(31, bot), aTelegramMessage(32)]);
    const marks = store.read.prepare('SELECT remote_id, is_bot FROM members ORDER BY remote_id').all();
    expect(marks).toEqual([
      { remote_id: 'telegram:user201', is_bot: 0 },
      { remote_id: 'telegram:user9', is_bot: 1 },
    ]);
  });

  it('finds who was added when they write; who never does stays without a name', async () => {
    const result = await read([
      aTelegramNotice(20, 'invite_members', { members: ['Ben', 'Cleo'] }),
      aTelegramNotice(21, 'invite_members', { members: ['Ada'] }),
      aTelegramMessage(22, ben),
    ]);
    expect(result).toMatchObject({ added: 3, leftOut: 1 });
    const joined = store.read
      .prepare('SELECT remote_id FROM members WHERE joined_at IS NOT NULL ORDER BY 1')
      .pluck()
      .all();
    expect(joined).toEqual(['telegram:user201', 'telegram:user202']);
  });

  it('leaves bots out, also what they wrote before it showed', async () => {
    const bot = { from: 'Greeter', from_id: 'user900' };
    const buttons = [[{ type: 'callback', text: 'Rules' }]];
    const result = await read([
      aTelegramMessage(30, bot),
      aTelegramMessage(31, { ...bot, inline_bot_buttons: buttons }),
      aTelegramMessage(32, bot),
      aTelegramMessage(33, { via_bot: '@gif', inline_bot_buttons: buttons }),
    ]);
    expect(result).toMatchObject({ leftOut: 2 });
    expect(atOnce(countActivityTotals(store.read, store.communityId))).toMatchObject({ members: 1, activities: 1 });
  });

  it('reads older exports: numbers for ids, local times alone', async () => {
    const { date_unixtime: _time, ...old } = aTelegramMessage(40, { from_id: 201, date: '2019-07-01T12:00:00' });
    const result = await read([old, { ...old, id: 41, from_id: 4_294_967_296 + 77 }]);
    expect(result).toMatchObject({ added: 1, leftOut: 1 });
    expect(activitiesOf(store)[0]).toMatchObject({ who: 'telegram:user201', at: Date.UTC(2019, 6, 1, 10) });
  });

  it('reads the escapes that Telegram alone writes', async () => {
    const text = telegramExport(
      aTelegramChat([aTelegramMessage(50, { from: 'Ada\\', text: 'PLACE' }), aTelegramMessage(51)]),
    );
    const odd = text.replaceAll('PLACE', String.raw`a\x1Fb\\x1F\\`);
    expect(await readArchiveInto(store, file(odd))).toMatchObject({ added: 2, rejected: 0 });
  });

  it('takes the groups of a whole account and leaves private talks', async () => {
    const list = [
      aTelegramChat([aTelegramMessage(60)], { type: 'personal_chat', name: 'Ben', id: 202 }),
      aTelegramChat([aTelegramMessage(61, { from_id: 'user900' })], { type: 'bot_chat', name: 'Greeter', id: 900 }),
      aTelegramChat([aTelegramMessage(60), aTelegramMessage(61, { from_id: 'user900' })]),
      aTelegramChat([aTelegramMessage(60)], { name: 'Orchard', id: 5, type: 'public_supergroup' }),
    ];
    const account = {
      about: 'Here is the data you requested. Telegram …',
      personal_information: { user_id: 201, phone_number: '+1' },
      contacts: { about: '', list: Array.from({ length: 500 }, (_, at) => ({ first_name: `c${at}` })) },
      chats: { about: '', list },
    };
    const result = await readArchiveInto(store, file(telegramExport(account)));
    expect(result).toMatchObject({ added: 3, leftOut: 2 });
    expect(atOnce(countActivityTotals(store.read, store.communityId))).toMatchObject({ members: 1, activities: 2 });
    expect(everythingIn(store)).not.toContain('+1');
  });

  it('refuses a private chat', async () => {
    const chat = read([aTelegramMessage(1)], { type: 'personal_chat' });
    await expect(chat).rejects.toMatchObject({ code: 'archive-private' });
    expect(activitiesOf(store)).toEqual([]);
  });
});
