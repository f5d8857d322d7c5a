import { createHash } from 'node:crypto';
import type { ActivityKind } from '../../../../shared/domain/activity.ts';

/** The first byte tells the forms apart, so that keys of two forms can never be equal. */
const CONTENT = 1;
const CONTENT_HASHED = 2;
const SOURCE_ID = 3;
const SOURCE_ID_HASHED = 4;

/** Longer texts are hashed: an index of long keys is slow. */
const LONGEST_PLAIN = 40;
const HASH_BYTES = 20;

/** Key of an activity that has an id in its source. Ids of posts and of reactions are different series, so the kind is in it. */
export function sourceIdKey(kind: ActivityKind, id: string): Uint8Array {
  return keyOf(SOURCE_ID, SOURCE_ID_HASHED, null, `${kind}\u001f${id}`);
}

/**
 * Key of an activity from what it is: who, to whom, when, what. Not where: a file imported again with one more column mapped
 * still holds the same activities. The time comes first, so that rows in the order of time are added at the end of the index.
 */
export function contentKey(content: {
  readonly member: string;
  readonly target: string | null;
  readonly at: number;
  readonly kind: ActivityKind;
}): Uint8Array {
  const { kind, member, target, at } = content;
  return keyOf(CONTENT, CONTENT_HASHED, at, `${kind}\u001f${member}\u001f${target ?? ''}`);
}

/** Form, time (6 bytes, where there is one), then the text or its hash. Written into one buffer: this runs for every line. */
function keyOf(plainForm: number, hashedForm: number, time: number | null, text: string): Uint8Array {
  const start = time === null ? 1 : 7;
  const length = Buffer.byteLength(text, 'utf8');
  const plain = length <= LONGEST_PLAIN;
  const key = Buffer.allocUnsafe(start + (plain ? length : HASH_BYTES));
  key[0] = plain ? plainForm : hashedForm;
  if (time !== null) key.writeUIntBE(time, 1, 6);
  if (plain) key.write(text, start, 'utf8');
  else createHash('sha256').update(text, 'utf8').digest().copy(key, start, 0, HASH_BYTES);
  return key;
}
