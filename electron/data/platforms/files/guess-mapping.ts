import type { ImportField, ImportMapping } from '../../../../shared/ipc/topics/imports.ts';
import { isYes, stateOfWord } from './activity-words.ts';
import { cellsUnder, guessColumns } from './column-guess.ts';
import type { TimeFormat } from './parse-time.ts';

/** Column names that mean a field, most telling first. */
const columnNames: Readonly<Record<ImportField, readonly string[]>> = {
  member: [
    'frommember',
    'member',
    'memberid',
    'from',
    'author',
    'authorid',
    'sender',
    'user',
    'userid',
    'username',
    'account',
    'accountid',
    'actor',
    'person',
  ],
  target: [
    'tomember',
    'target',
    'targetid',
    'to',
    'recipient',
    'inreplytoaccountid',
    'replyto',
    'replytouser',
    'receiver',
    'mentioned',
  ],
  at: [
    'atunixseconds',
    'at',
    'createdat',
    'timestamp',
    'time',
    'datetime',
    'date',
    'ts',
    'sentat',
    'postedat',
    'unixtime',
    'when',
  ],
  kind: ['kind', 'type', 'activity', 'activitytype', 'event', 'action'],
  level: ['level', 'ladder'],
  space: ['space', 'channel', 'room', 'roomid', 'category', 'forum', 'group', 'board'],
  thread: ['thread', 'threadid', 'topic', 'topicid', 'conversation', 'conversationid'],
  id: ['id', 'activityid', 'postid', 'messageid', 'eventid', 'statusid', 'uuid'],
  replyTo: [
    'replytoid',
    'inreplytoid',
    'inreplyto',
    'parentid',
    'parent',
    'replytopostid',
    'replytomessageid',
    'replytostatusid',
    'answersid',
  ],
  request: ['request', 'isrequest', 'supportrequest', 'asksforsupport', 'asksforhelp', 'needshelp', 'helpwanted'],
  noAnswer: ['noanswer', 'noanswerwanted', 'wantsnoanswer', 'noreply', 'noreplywanted', 'venting'],
  state: ['state', 'status', 'moderationstate', 'moderationstatus', 'moderation'],
  bot: ['bot', 'isbot', 'automated', 'isautomated', 'botaccount', 'frombot', 'authorbot', 'authorisbot'],
};

const guessOrder = [
  'at',
  'target',
  'member',
  'kind',
  'level',
  'thread',
  'space',
  'id',
  'replyTo',
  'request',
  'noAnswer',
  'state',
  'bot',
] as const satisfies readonly ImportField[];

/** A first proposal for what the columns of a file mean, from their names and the values of the first records. */
export function guessMapping(columns: readonly string[], sample: readonly (readonly string[])[]): ImportMapping {
  const guessed = guessColumns(columns, guessOrder, columnNames);
  // Names like "status" mean many things: proposed only where every value met can be read.
  for (const [field, read] of [
    ['state', stateOfWord],
    ['bot', isYes],
  ] as const) {
    if (cellsUnder(guessed[field], columns, sample).some((cell) => read(cell) === undefined)) delete guessed[field];
  }
  return {
    columns: guessed,
    timeFormat: guessTimeFormat(cellsUnder(guessed.at, columns, sample)),
    defaultKind: guessed.target === undefined ? 'post' : 'message',
  };
}

/** Time format that most of the values look like; ten digits are seconds until the year 2286. */
export function guessTimeFormat(values: readonly string[]): TimeFormat {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const whole = filled.filter((value) => /^-?\d+(?:\.\d+)?$/.test(value));
  if (whole.length * 2 < filled.length || whole.length === 0) return 'iso-8601';
  const long = whole.filter((value) => (value.split('.')[0] ?? '').length >= 12);
  return long.length * 2 > whole.length ? 'unix-milliseconds' : 'unix-seconds';
}
