import type { ArchiveItem, ArchivePerson } from '../archive.ts';
import { listAt, objectAt } from '../json/json-shape.ts';
import { type ListFile, meantAt, secondsAt } from '../meta/list-files.ts';

/** What is read of a download: the part about groups. */
export const facebookFiles: readonly ListFile[] = [
  {
    pattern: /(^|\/)groups\/your_group_membership_activity\.json$/,
    keys: ['groups_joined_v2', 'groups_joined'],
    itemOf: (value, owner, context) => item(owner, secondsAt(value, 'timestamp', context), 'joined', groupIn(value)),
  },
  {
    pattern: /(^|\/)groups\/(group_posts_and_comments|your_posts_in_groups)(_\d+)?\.json$/,
    keys: ['group_posts_v2', 'group_posts.activity_log_data'],
    itemOf: (value, owner, context) => item(owner, secondsAt(value, 'timestamp', context), 'post', null),
  },
  {
    pattern: /(^|\/)groups\/your_comments_in_groups(_\d+)?\.json$/,
    keys: ['group_comments_v2', 'group_comments'],
    itemOf(value, owner, context) {
      const comment = listAt(value, 'data')
        .map((part) => objectAt(part, 'comment'))
        .find((found) => found !== null);
      return item(owner, secondsAt(value, 'timestamp', context), 'reply', meantAt(comment, 'group') || null);
    },
  },
];

function item(
  who: ArchivePerson,
  at: ReturnType<typeof secondsAt>,
  act: 'joined' | 'post' | 'reply',
  space: string | null,
): ArchiveItem {
  if (typeof at === 'string') return { type: 'reject', reason: at };
  return { type: 'act', who, at, act, id: null, answers: null, to: null, space, thread: null };
}

function groupIn(value: unknown): string | null {
  return meantAt(listAt(value, 'data')[0], 'name') || null;
}
