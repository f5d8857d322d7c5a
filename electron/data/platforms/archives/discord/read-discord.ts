import { HearthError } from '../../../../../shared/ipc/errors.ts';
import { parseTime } from '../../files/parse-time.ts';
import type {
  ArchiveBlock,
  ArchiveDocument,
  ArchiveItem,
  ArchivePerson,
  LeftOutReason,
  ReadingContext,
} from '../archive.ts';
import type { FoundValue } from '../json/json-reader.ts';
import { objectAt, textAt, valueAt } from '../json/json-shape.ts';
import { readJsonValues } from '../json/read-json-values.ts';

const paths = ['$.channel', '$.messages.*'];

/** The account that Discord puts in place of every deleted one: many people, so none. */
const NOBODY = '456226577798135808';

/** Where the messages of a file were written. */
interface Channel {
  readonly space: string | null;
  readonly thread: string | null;
  readonly isPrivate: boolean;
}

const unknownChannel: Channel = { space: null, thread: null, isPrivate: false };

/** Messages of servers. Conversations between persons are left out; where there is nothing else, `archive-private`. */
export async function* readDiscord(
  documents: readonly ArchiveDocument[],
  context: ReadingContext,
): AsyncGenerator<ArchiveBlock> {
  let before = 0;
  let hasServer = false;
  for (const document of documents) {
    let channel = unknownChannel;
    const items = ({ path, value }: FoundValue): ArchiveItem[] => {
      if (path[0] === 'messages') return [itemOf(value, channel, context)];
      if (path[0] === 'channel') channel = channelOf(value);
      hasServer ||= path[0] === 'channel' && !channel.isPrivate;
      return [];
    };
    for await (const { values, bytes } of readJsonValues(document.read(), { paths, signal: context.signal })) {
      yield { items: values.flatMap(items), bytes: before + bytes };
    }
    before += document.bytes;
  }
  if (!hasServer) throw new HearthError('archive-private');
}

/** A thread, also one of a forum, is a channel of its own whose parent stands under `category`. */
function channelOf(value: unknown): Channel {
  const type = textAt(value, 'type') ?? '';
  const name = textAt(value, 'name');
  if (/^Direct/.test(type)) return { space: null, thread: null, isPrivate: true };
  if (!/Thread/.test(type)) return { space: name, thread: null, isPrivate: false };
  return { space: textAt(value, 'category') ?? name, thread: textAt(value, 'id'), isPrivate: false };
}

function itemOf(message: unknown, channel: Channel, context: ReadingContext): ArchiveItem {
  const why = reasonToLeaveOut(message, channel);
  if (why) return { type: 'left-out', why };
  const who = personOf(objectAt(message, 'author'));
  const id = textAt(message, 'id');
  if (!who || id === null) return { type: 'reject', reason: 'member-missing' };
  const at = parseTime(textAt(message, 'timestamp') ?? '', 'iso-8601', context.days, context.now);
  if (typeof at === 'string') return { type: 'reject', reason: at };
  const plain = { type: 'act', who, at, id, answers: null, to: null } as const;
  const { space, thread } = channel;
  switch (textAt(message, 'type')) {
    case 'GuildMemberJoin':
      return { ...plain, act: 'joined', space: null, thread: null };
    case 'Reply':
      // What was answered may have been deleted: it is an answer all the same.
      return { ...plain, act: 'reply', answers: textAt(objectAt(message, 'reference'), 'messageId'), space, thread };
    default:
      return { ...plain, act: 'message', space, thread };
  }
}

function reasonToLeaveOut(message: unknown, channel: Channel): LeftOutReason | null {
  const author = objectAt(message, 'author');
  if (channel.isPrivate) return 'private';
  if (valueAt(author, 'isBot') === true) return 'bot';
  // Numbers and other words are notices, commands and copies that Discord itself puts into a channel.
  if (!['GuildMemberJoin', 'Default', 'Reply'].includes(textAt(message, 'type') ?? '')) return 'system';
  return textAt(author, 'id') === NOBODY ? 'not-a-person' : null;
}

function personOf(author: unknown): ArchivePerson | null {
  const id = textAt(author, 'id');
  if (id === null || id === '') return null;
  const handle = textAt(author, 'name') ?? '';
  return { id, handle, name: textAt(author, 'nickname') ?? handle };
}
