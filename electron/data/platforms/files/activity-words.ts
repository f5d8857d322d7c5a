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

/** What became of an activity: it stands as it was, was spam, its thread was closed there, or it was removed. */
export type ActivityState = 'stands' | 'spam' | 'closed' | 'removed';

const stateWords: Readonly<Record<string, ActivityState>> = {
  '': 'stands',
  '-': 'stands',
  ok: 'stands',
  open: 'stands',
  live: 'stands',
  visible: 'stands',
  published: 'stands',
  approved: 'stands',
  active: 'stands',
  normal: 'stands',
  none: 'stands',
  spam: 'spam',
  junk: 'spam',
  closed: 'closed',
  locked: 'closed',
  solved: 'closed',
  resolved: 'closed',
  archived: 'closed',
  removed: 'removed',
  deleted: 'removed',
  hidden: 'removed',
};

/** What a word says became of an activity, or undefined. */
export function stateOfWord(word: string): ActivityState | undefined {
  const plain = word.trim().toLowerCase();
  return Object.hasOwn(stateWords, plain) ? stateWords[plain] : undefined;
}

const yesWords: readonly string[] = [
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  '✓',
  'ja',
  'oui',
  'sí',
  'si',
  'sim',
  'tak',
  'да',
  'نعم',
];
const noWords: readonly string[] = ['', 'no', 'n', 'false', 'f', '0', '-', 'nein', 'non', 'não', 'nie', 'нет', 'لا'];

/** What a yes-or-no cell says, or undefined. An empty one says no. */
export function isYes(word: string): boolean | undefined {
  const plain = word.trim().toLowerCase();
  if (yesWords.includes(plain)) return true;
  return noWords.includes(plain) ? false : undefined;
}
