import { parseTime } from '../../files/parse-time.ts';
import type { RejectReason } from '../../files/reject-reasons.ts';
import type { ArchiveItem, ArchivePerson, ReadingContext } from '../archive.ts';
import { textAt } from '../json/json-shape.ts';

/** A post of the owner: said to all, an answer to somebody, or another's post passed on. */
export function tweetItem(tweet: unknown, owner: ArchivePerson, context: ReadingContext): ArchiveItem {
  const id = textAt(tweet, 'id_str') ?? textAt(tweet, 'id');
  if (id === null) return { type: 'reject', reason: 'member-missing' };
  const at = timeOf(textAt(tweet, 'created_at') ?? '', context);
  if (typeof at === 'string') return { type: 'reject', reason: at };
  const answered = textAt(tweet, 'in_reply_to_user_id_str') ?? textAt(tweet, 'in_reply_to_user_id');
  const handle = textAt(tweet, 'in_reply_to_screen_name') ?? '';
  const plain = { type: 'act', who: owner, at, id, thread: null, space: textAt(tweet, 'community_id_str') } as const;
  // What is passed on stands as a post of the owner that begins like this; nothing else in the archive tells.
  const isPassedOn = /^RT @\w+: /.test(textAt(tweet, 'full_text') ?? textAt(tweet, 'text') ?? '');
  if (isPassedOn) return { ...plain, act: 'reaction', answers: null, to: null };
  if (answered === null) return { ...plain, act: 'post', answers: null, to: null };
  const answers = textAt(tweet, 'in_reply_to_status_id_str') ?? textAt(tweet, 'in_reply_to_status_id');
  return { ...plain, act: 'reply', answers, to: { id: answered, handle, name: handle } };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const written = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4}) (\d{4})$/;

/** "Sat Feb 18 12:33:11 +0000 2023"; anything else is tried as an ISO time. */
function timeOf(text: string, { days, now }: ReadingContext): number | RejectReason {
  const [, month = '', day, time, offset, year] = written.exec(text) ?? [];
  const number = months.indexOf(month) + 1;
  const iso = number === 0 ? text : `${year}-${String(number).padStart(2, '0')}-${day}T${time}${offset}`;
  return parseTime(iso, 'iso-8601', days, now);
}
