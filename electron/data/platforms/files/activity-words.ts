import { type ActivityKind, type ActivityLevel, activityKinds } from '../../../../shared/domain/activity.ts';

/** Words that platforms and exports use for our kinds of activity. */
const kindWords: Readonly<Record<string, ActivityKind>> = {
  login: 'seen',
  join: 'seen',
  joined: 'seen',
  signup: 'seen',
  visit: 'seen',
  view: 'seen',
  like: 'reaction',
  favourite: 'reaction',
  favorite: 'reaction',
  boost: 'reaction',
  reblog: 'reaction',
  vote: 'reaction',
  upvote: 'reaction',
  status: 'post',
  toot: 'post',
  topic: 'post',
  thread: 'post',
  comment: 'reply',
  answer: 'reply',
  dm: 'message',
  chat: 'message',
  attended: 'attendance',
  signed: 'signature',
  petition: 'signature',
  hosted: 'organised',
  organized: 'organised',
};

const levelWords: readonly string[] = ['seen', 'reacted', 'spoke', 'replied', 'organised'];

/** The kind of activity a word stands for, or undefined. */
export function kindOf(word: string): ActivityKind | undefined {
  const plain = word.trim().toLowerCase();
  return (
    activityKinds.find((kind) => kind === plain) ?? (Object.hasOwn(kindWords, plain) ? kindWords[plain] : undefined)
  );
}

/** The ladder level a number or word stands for, or undefined. */
export function levelOfWord(word: string): ActivityLevel | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/^l(?=\d$)/, '');
  const level = /^[0-4]$/.test(plain) ? Number(plain) : levelWords.indexOf(plain);
  return level === -1 ? undefined : (level as ActivityLevel);
}
