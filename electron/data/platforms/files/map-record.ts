import { type ActivityKind, type ActivityLevel, activityFlags, levelOf } from '../../../../shared/domain/activity.ts';
import { type ImportField, type ImportMapping, importFields } from '../../../../shared/ipc/topics/imports.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import { contentKey, sourceIdKey } from './activity-key.ts';
import { isYes, kindOf, levelOfWord, stateOfWord } from './activity-words.ts';
import { columnNumbers, type WantedColumns } from './column-numbers.ts';
import { daysIn } from './days-in.ts';
import { parentFinder } from './parent-key.ts';
import { parseTime } from './parse-time.ts';
import type { RejectReason } from './reject-reasons.ts';
import { problemOf } from './value-problem.ts';

/** What turns the cells of a record into an activity. */
export interface MappingContext {
  readonly mapping: ImportMapping;
  readonly columns: readonly string[];
  /** Zone of times in the file that carry no offset. */
  readonly fileZone: string;
  /** Zone whose calendar decides on which day an activity falls. */
  readonly communityZone: string;
  readonly now: number;
  /** Whether an activity of this key is stored already, where anybody can tell. */
  readonly isStored?: (key: Uint8Array) => boolean;
}

const wanted: WantedColumns<ImportField> = {
  fields: importFields,
  needed: ['member', 'at'],
  code: 'mapping-incomplete',
};

/** Turns the cells of one record into an activity, or says why not. */
export type RecordMapper = (cells: readonly string[]) => NewActivity | RejectReason;

/**
 * Prepares a mapper. Throws HearthError `mapping-incomplete` where the member or the time has no column in the file, and
 * `time-zone-unknown`.
 */
export function recordMapper(context: MappingContext): RecordMapper {
  const { mapping, now } = context;
  const columns = columnNumbers(mapping.columns, context.columns, wanted);
  const fileDays = daysIn(context.fileZone);
  const communityDays = daysIn(context.communityZone);
  const mapped = importFields.flatMap((field) => columns[field] ?? []);
  const lastColumn = Math.max(...mapped);
  const reader = (field: ImportField) => {
    const column = columns[field];
    return column === undefined ? () => '' : (cells: readonly string[]) => (cells[column] ?? '').trim();
  };
  const memberOf = reader('member');
  const targetOf = reader('target');
  const timeOf = reader('at');
  const kindWordOf = reader('kind');
  const levelWordOf = reader('level');
  const spaceOf = reader('space');
  const threadOf = reader('thread');
  const idOf = reader('id');
  const replyToOf = reader('replyTo');
  const requestOf = reader('request');
  const noAnswerOf = reader('noAnswer');
  const stateOf = reader('state');
  const botOf = reader('bot');
  // A file read again with one more column mapped tells more of activities that are known.
  const flagsTold =
    (columns.request === undefined ? 0 : activityFlags.request) +
    (columns.noAnswer === undefined ? 0 : activityFlags.noAnswerWanted) +
    (columns.state === undefined ? 0 : activityFlags.spam + activityFlags.closed);
  const parents = parentFinder(context.isStored);

  const marksIn = (cells: readonly string[], standsAlone: boolean) =>
    marksOf({
      request: requestOf(cells),
      noAnswer: noAnswerOf(cells),
      state: stateOf(cells),
      bot: botOf(cells),
      standsAlone,
    });

  const directedAt = (cells: readonly string[], member: string): string | null => {
    const named = targetOf(cells);
    return named === '' || named === member ? null : named;
  };
  const opensAThread = (cells: readonly string[], kind: ActivityKind): boolean =>
    kind !== 'reply' && replyToOf(cells) === '';

  function parentOf(cells: readonly string[], id: string, kind: ActivityKind): Uint8Array | null {
    if (columns.replyTo === undefined) return null;
    const replyTo = replyToOf(cells);
    const parentKey = replyTo === '' || replyTo === id ? null : parents.keyOf(replyTo);
    if (id !== '') parents.met(id, kind);
    return parentKey;
  }

  return (cells) => {
    const problem = cells.length <= lastColumn ? 'columns-missing' : problemOfAny(cells, mapped);
    if (problem) return problem;
    const member = memberOf(cells);
    if (member === '') return 'member-missing';
    const at = parseTime(timeOf(cells), mapping.timeFormat, fileDays, now);
    if (typeof at === 'string') return at;
    const target = directedAt(cells, member);
    const act = actOf(kindWordOf(cells), levelWordOf(cells), mapping.defaultKind, target !== null);
    if (typeof act === 'string') return act;
    const { kind, level } = act;
    const id = idOf(cells);
    const thread = threadOf(cells) || null;
    const marks = marksIn(cells, thread === null || (target === null && opensAThread(cells, kind)));
    if (typeof marks === 'string') return marks;
    return {
      member,
      target,
      at,
      day: communityDays.dayOf(at),
      kind,
      level,
      space: spaceOf(cells) || null,
      thread,
      key: id === '' ? contentKey({ member, target, at, kind }) : sourceIdKey(kind, id),
      mayRepeat: id === '',
      parentKey: parentOf(cells, id, kind),
      flagsTold,
      ...marks,
    };
  };
}

function problemOfAny(cells: readonly string[], columns: readonly number[]): RejectReason | undefined {
  for (const column of columns) {
    const problem = problemOf(cells[column] ?? '');
    if (problem) return problem;
  }
  return undefined;
}

/** What a record says beside who, when and what: the sum of its flags, and whether an account is automated. */
function marksOf(words: {
  readonly request: string;
  readonly noAnswer: string;
  readonly state: string;
  readonly bot: string;
  /** It opens its thread or is in none: removed, its thread is at an end. An answer that is removed ends no thread. */
  readonly standsAlone: boolean;
}): { readonly flags: number; readonly isBot: boolean } | RejectReason {
  const request = isYes(words.request);
  const noAnswer = isYes(words.noAnswer);
  const isBot = isYes(words.bot);
  if (request === undefined || noAnswer === undefined || isBot === undefined) return 'yes-or-no-unknown';
  const state = stateOfWord(words.state);
  if (state === undefined) return 'state-unknown';
  const closes = state === 'closed' || (state === 'removed' && words.standsAlone);
  const { request: asks, noAnswerWanted, spam, closed } = activityFlags;
  const flags =
    (request ? asks : 0) + (noAnswer ? noAnswerWanted : 0) + (state === 'spam' ? spam : 0) + (closes ? closed : 0);
  return { flags, isBot };
}

function actOf(
  kindWord: string,
  levelWord: string,
  defaultKind: ActivityKind,
  directed: boolean,
): { kind: ActivityKind; level: ActivityLevel } | RejectReason {
  const kind = kindWord === '' ? defaultKind : kindOf(kindWord);
  if (!kind) return 'kind-unknown';
  const level = levelWord === '' ? levelOf(kind, directed) : levelOfWord(levelWord);
  return level === undefined ? 'level-unknown' : { kind, level };
}
