import { activityKinds, activityLevels } from '../../../../../shared/domain/activity.ts';
import { isPossibleTime } from '../../files/parse-time.ts';
import { problemOf } from '../../files/value-problem.ts';
import type { ArchiveItem } from '../archive.ts';
import { isObject, numberAt, textAt, valueAt } from '../json/json-shape.ts';

const LONGEST_KEY = 64;
const ALL_FLAGS = 15;

/** One line of an export. It was Hearth that wrote it, and anybody may have changed it since. */
export function itemOfLine(line: unknown, now: number, isDisguised: boolean): ArchiveItem {
  if (!isObject(line)) return { type: 'reject', reason: 'not-json' };
  return valueAt(line, 'key') === undefined ? memberOf(line, now, isDisguised) : activityOf(line, now, isDisguised);
}

function memberOf(line: unknown, now: number, isDisguised: boolean): ArchiveItem {
  const remoteId = textAt(line, 'member');
  if (!remoteId) return { type: 'reject', reason: 'member-missing' };
  const handle = textAt(line, 'handle') ?? '';
  const name = textAt(line, 'name') ?? '';
  const problem = problemOf(remoteId) ?? problemOf(handle) ?? problemOf(name);
  if (problem) return { type: 'reject', reason: problem };
  const joinedAt = numberAt(line, 'joinedAt');
  if (joinedAt !== null && !isTime(joinedAt, now)) return { type: 'reject', reason: 'time-out-of-range' };
  return { type: 'member', remoteId, handle, name, joinedAt, isBot: valueAt(line, 'bot') === true, isDisguised };
}

function activityOf(line: unknown, now: number, isDisguised: boolean): ArchiveItem {
  const member = textAt(line, 'member');
  const [target, space, thread] = [textAt(line, 'target'), textAt(line, 'space'), textAt(line, 'thread')];
  const at = numberAt(line, 'at');
  const kind = activityKinds.find((one) => one === textAt(line, 'kind'));
  const level = activityLevels.find((one) => one === numberAt(line, 'level'));
  const key = keyAt(line, 'key');
  const flags = numberAt(line, 'flags') ?? 0;
  if (!member) return { type: 'reject', reason: 'member-missing' };
  if (at === null) return { type: 'reject', reason: 'time-missing' };
  if (!isTime(at, now)) return { type: 'reject', reason: 'time-out-of-range' };
  if (!kind) return { type: 'reject', reason: 'kind-unknown' };
  if (level === undefined) return { type: 'reject', reason: 'level-unknown' };
  const problem = [member, target, space, thread].map((value) => (value ? problemOf(value) : undefined)).find(Boolean);
  if (problem) return { type: 'reject', reason: problem };
  if (!key || !Number.isInteger(flags) || flags < 0 || flags > ALL_FLAGS) return { type: 'reject', reason: 'not-json' };
  const parentKey = keyAt(line, 'parent');
  const plain = { member, target: target === member ? null : target, at, kind, level, space, thread };
  return { type: 'own', isDisguised, activity: { ...plain, key, mayRepeat: false, parentKey, flags } };
}

function isTime(at: number, now: number): boolean {
  return Number.isSafeInteger(at) && isPossibleTime(at, now);
}

function keyAt(line: unknown, name: string): Uint8Array | null {
  const text = textAt(line, name);
  if (!text || text.length > 2 * LONGEST_KEY || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  return Buffer.from(text, 'base64');
}
