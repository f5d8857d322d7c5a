import type { ActivityKind } from '../../../../../shared/domain/activity.ts';
import type { ArchiveItem, ArchivePerson } from '../archive.ts';
import { isObject, listAt, numberAt, objectAt, textAt, valueAt } from '../json/json-shape.ts';
import { firstEntry, type ListFile, meantAt, personNamed, secondsAt } from '../meta/list-files.ts';

/** What is read of a download. Messages, searches, advertising and everything about the owner stay where they are. */
export const instagramFiles: readonly ListFile[] = [
  {
    pattern: /(^|\/)followers(_\d+)?\.json$/,
    keys: ['relationships_followers'],
    itemOf(value, _owner, context) {
      const entry = firstEntry(value);
      const name = meantAt(entry, 'value') || meantAt(value, 'title') || nameInLink(textAt(entry, 'href'));
      const at = secondsAt(entry, 'timestamp', context);
      if (name === '') return { type: 'reject', reason: 'member-missing' };
      // Who follows again has a later time and is the same follower.
      return act({ who: personNamed(name), at, act: 'joined', id: `follows:${name}` });
    },
  },
  {
    pattern: /(^|\/)(post|reels)_comments(_\d+)?\.json$/,
    keys: ['comments_media_comments', 'comments_reels_comments'],
    itemOf(value, owner, context) {
      const facts = objectAt(value, 'string_map_data');
      // Until 2022 the comment was an entry of a list, under the name of whom it answered.
      if (!facts) {
        const at = secondsAt(firstEntry(value), 'timestamp', context);
        return act({ who: owner, at, act: 'reply', to: meantAt(value, 'title') });
      }
      return act({
        who: owner,
        at: timeIn(facts, context),
        act: 'reply',
        to: meantAt(valueAt(facts, 'Media Owner'), 'value'),
      });
    },
  },
  said(/(^|\/)posts_\d+\.json$/, ['ig_posts']),
  said(/(^|\/)reels\.json$/, ['ig_reels_media']),
  said(/(^|\/)stories\.json$/, ['ig_stories']),
  liked(/(^|\/)liked_posts\.json$/, ['likes_media_likes']),
  liked(/(^|\/)liked_comments\.json$/, ['likes_comment_likes']),
];

/** Posts of the owner. One of several pictures has its time in the first of them. */
function said(pattern: RegExp, keys: readonly string[]): ListFile {
  return {
    pattern,
    keys,
    itemOf(value, owner, context) {
      const timed = numberAt(value, 'creation_timestamp') === null ? listAt(value, 'media')[0] : value;
      return act({ who: owner, at: secondsAt(timed, 'creation_timestamp', context), act: 'post' });
    },
  };
}

function liked(pattern: RegExp, keys: readonly string[]): ListFile {
  return {
    pattern,
    keys,
    itemOf(value, owner, context) {
      const timed = numberAt(value, 'timestamp') === null ? firstEntry(value) : value;
      return act({
        who: owner,
        at: secondsAt(timed, 'timestamp', context),
        act: 'reaction',
        to: meantAt(value, 'title'),
      });
    },
  };
}

interface Told {
  readonly who: ArchivePerson;
  readonly at: ReturnType<typeof secondsAt>;
  readonly act: ActivityKind | 'joined';
  readonly id?: string;
  /** Name of whom it is directed at; empty where nobody is named. */
  readonly to?: string;
}

function act({ who, at, act: kind, id, to = '' }: Told): ArchiveItem {
  if (typeof at === 'string') return { type: 'reject', reason: at };
  const addressed = to === '' ? null : personNamed(to);
  return { type: 'act', who, at, act: kind, id: id ?? null, answers: null, to: addressed, space: null, thread: null };
}

/** Keys are in the language of the account; the time is the one fact that has a time. */
function timeIn(facts: Readonly<Record<string, unknown>>, context: Parameters<typeof secondsAt>[2]) {
  const timed = Object.values(facts).find((fact) => isObject(fact) && (numberAt(fact, 'timestamp') ?? 0) > 0);
  return secondsAt(timed, 'timestamp', context);
}

/** `https://www.instagram.com/name`: where newer exports leave the name itself out. */
function nameInLink(link: string | null): string {
  return /^https?:\/\/(?:www\.)?instagram\.com\/(?:_u\/)?([\w.]{1,30})\/?$/.exec(link ?? '')?.[1] ?? '';
}
