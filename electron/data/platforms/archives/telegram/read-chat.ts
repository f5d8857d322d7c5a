import { parseTime } from '../../files/parse-time.ts';
import { RecentMap } from '../../files/recent-map.ts';
import type { ArchiveItem, ArchivePerson, ReadingContext } from '../archive.ts';
import { listAt, numberAt, textAt, valueAt } from '../json/json-shape.ts';

/** Joins of people who were added by somebody else name them without an id, until they write. */
const JOINS_WAITING = 50_000;
/** Before 2021 ids were numbers: users as they are, groups and channels above 2^32. */
const FIRST_NO_USER = 2 ** 32;

interface Chat {
  readonly id: string;
  readonly name: string;
}

export interface ChatReader {
  itemsOf(message: unknown, chat: Chat): readonly ArchiveItem[];
  /** Forgets what belongs to one chat alone. */
  nextChat(): void;
  /** What is still open at the end. */
  end(): readonly ArchiveItem[];
}

/** Reads messages of one chat after the other. */
export function createChatReader({ days, now }: ReadingContext): ChatReader {
  const topics = new Map<string, string>();
  const topicOf = new RecentMap<string>();
  const waiting = new Map<string, { readonly at: number; readonly id: string }>();
  const bots = new Set<string>();

  function timeOf(message: unknown): ReturnType<typeof parseTime> {
    const exact = textAt(message, 'date_unixtime');
    if (exact !== null) return parseTime(exact, 'unix-seconds', days, now);
    // Older exporters write only the local time of the machine they ran on: the zone of the community is the best guess.
    return parseTime(textAt(message, 'date') ?? '', 'iso-8601', days, now);
  }

  function service(message: unknown, key: string, at: number): readonly ArchiveItem[] {
    const actor = personOf(message, 'actor');
    switch (textAt(message, 'action')) {
      case 'topic_created':
        topics.set(textAt(message, 'id') ?? '', textAt(message, 'title') ?? '');
        return [{ type: 'left-out', why: 'system' }];
      case 'join_group_by_link':
      case 'join_group_by_request':
        return [actor ? joined(actor, at, key) : { type: 'left-out', why: 'not-a-person' }];
      case 'invite_members':
        return listAt(message, 'members').flatMap((name): ArchiveItem[] => {
          if (actor && name === actor.name) return [joined(actor, at, key)];
          if (typeof name !== 'string' || waiting.size >= JOINS_WAITING) return [{ type: 'left-out', why: 'unnamed' }];
          if (!waiting.has(name)) waiting.set(name, { at, id: key });
          return [];
        });
      default:
        return [{ type: 'left-out', why: 'system' }];
    }
  }

  /** Whether it comes from a bot. Buttons under a message that came by no inline bot: only bots can put them there. */
  function isBot(message: unknown, who: ArchivePerson): 'known' | 'new' | false {
    if (bots.has(who.id)) return 'known';
    if (listAt(message, 'inline_bot_buttons').length === 0 || textAt(message, 'via_bot') !== null) return false;
    bots.add(who.id);
    return 'new';
  }

  /** The topic a message stands in: every message of it names what opened it, or something else that does. */
  function placeOf(message: unknown): { readonly topic: string | null; readonly answers: string | null } {
    // An answer to a message of another chat is none here.
    const isElsewhere = valueAt(message, 'reply_to_peer_id') !== undefined;
    const replyTo = isElsewhere ? null : textAt(message, 'reply_to_message_id');
    if (replyTo === null) return { topic: null, answers: null };
    return topics.has(replyTo)
      ? { topic: replyTo, answers: null }
      : { topic: topicOf.get(replyTo) ?? null, answers: replyTo };
  }

  /** A join that had only a name until now, and whose person writes. */
  function joinOf(who: ArchivePerson): readonly ArchiveItem[] {
    const join = waiting.get(who.name);
    if (!join) return [];
    waiting.delete(who.name);
    return [joined(who, join.at, join.id)];
  }

  function said(message: unknown, chat: Chat, at: number): readonly ArchiveItem[] {
    const who = personOf(message, 'from');
    if (!who) return [{ type: 'left-out', why: 'not-a-person' }];
    const bot = isBot(message, who);
    if (bot === 'new')
      return [
        { type: 'bot', who },
        { type: 'left-out', why: 'bot' },
      ];
    if (bot === 'known') return [{ type: 'left-out', why: 'bot' }];
    const id = textAt(message, 'id') ?? '';
    const { topic, answers } = placeOf(message);
    if (topic !== null) topicOf.set(id, topic);
    const act: ArchiveItem = {
      type: 'act',
      who,
      at,
      act: answers === null ? 'message' : 'reply',
      id: `${chat.id}:${id}`,
      answers: answers === null ? null : `${chat.id}:${answers}`,
      to: null,
      space: (topic === null ? chat.name : topics.get(topic)) || null,
      thread: topic === null ? null : `${chat.id}:${topic}`,
    };
    return [...joinOf(who), act];
  }

  return {
    itemsOf(message, chat) {
      const type = textAt(message, 'type');
      if (type !== 'message' && type !== 'service') return [{ type: 'left-out', why: 'system' }];
      const at = timeOf(message);
      if (typeof at === 'string') return [{ type: 'reject', reason: at }];
      const key = `${chat.id}:${textAt(message, 'id') ?? ''}`;
      return type === 'service' ? service(message, key, at) : said(message, chat, at);
    },
    nextChat() {
      topics.clear();
      topicOf.clear();
    },
    end: () => [...waiting].map(() => ({ type: 'left-out', why: 'unnamed' })),
  };
}

function joined(who: ArchivePerson, at: number, key: string): ArchiveItem {
  return {
    type: 'act',
    who,
    at,
    act: 'joined',
    id: `${key}:${who.id}`,
    answers: null,
    to: null,
    space: null,
    thread: null,
  };
}

/** Only users are people: a group that speaks through an anonymous admin, and a channel, are nobody in particular. */
function personOf(message: unknown, label: 'from' | 'actor'): ArchivePerson | null {
  const name = textAt(message, label) ?? '';
  const raw = valueAt(message, `${label}_id`);
  if (typeof raw === 'string') return /^user\d+$/.test(raw) && raw !== 'user0' ? { id: raw, handle: '', name } : null;
  const number = numberAt(message, `${label}_id`);
  const isUser = number !== null && number > 0 && number < FIRST_NO_USER;
  return isUser ? { id: `user${number}`, handle: '', name } : null;
}
