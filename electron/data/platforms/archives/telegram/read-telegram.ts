import { HearthError } from '../../../../../shared/ipc/errors.ts';
import type { ArchiveBlock, ArchiveDocument, ArchiveItem, ReadingContext } from '../archive.ts';
import type { FoundValue } from '../json/json-reader.ts';
import { readJsonValues } from '../json/read-json-values.ts';
import { createChatReader } from './read-chat.ts';

const inChat = ['name', 'type', 'id', 'messages.*'];
const paths = ['$', '$.chats.list.*', '$.left_chats.list.*'].flatMap((chat) => inChat.map((part) => `${chat}.${part}`));

/** Messages of groups and channels. Talks with one person or a bot are left out; nothing else is `archive-private`. */
export async function* readTelegram(
  documents: readonly ArchiveDocument[],
  context: ReadingContext,
): AsyncGenerator<ArchiveBlock> {
  const walk = createChatWalk(context);
  let before = 0;
  for (const document of documents) {
    const options = { paths, looseEscapes: true, signal: context.signal };
    for await (const { values, bytes } of readJsonValues(document.read(), options)) {
      yield { items: values.flatMap(walk.itemsOf), bytes: before + bytes };
    }
    before += document.bytes;
  }
  yield { items: walk.end(), bytes: before };
  if (!walk.hasGroup()) throw new HearthError('archive-private');
}

/** Facts of the chat that is being read, in the order in which the exporter writes them: before its messages. */
interface Chat {
  /** Which chat of the account; empty for an export of one. */
  readonly place: string;
  readonly name: string;
  readonly type: string;
  readonly id: string;
}

/** Goes from chat to chat; of an account there may be hundreds in one document. */
function createChatWalk(context: ReadingContext) {
  const reader = createChatReader(context);
  let chat: Chat = { place: '', name: '', type: '', id: '' };
  let hasGroup = false;

  function learn(fact: string, value: unknown): readonly ArchiveItem[] {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    chat = { ...chat, [fact]: text };
    // The account of the bot is named once more in every group it writes in.
    return chat.type === 'bot_chat' && fact === 'id' ? [botOf(text)] : [];
  }

  return {
    hasGroup: () => hasGroup,
    end: () => reader.end(),
    itemsOf: ({ path, value }: FoundValue): readonly ArchiveItem[] => {
      const isMessage = path.at(-2) === 'messages';
      const place = path.slice(0, isMessage ? -2 : -1).join('.');
      if (place !== chat.place) {
        chat = { place, name: '', type: '', id: '' };
        reader.nextChat();
      }
      if (!isMessage) return learn(String(path.at(-1)), value);
      if (!isGroup(chat.type)) return [{ type: 'left-out', why: 'private' }];
      hasGroup = true;
      return reader.itemsOf(value, chat);
    },
  };
}

function isGroup(type: string): boolean {
  return /_(?:group|supergroup|channel)$/.test(type);
}

function botOf(id: string): ArchiveItem {
  return { type: 'bot', who: { id: `user${id}`, handle: '', name: '' } };
}
