import { createHash } from 'node:crypto';
import type { ActivityKind } from '../../../../shared/domain/activity.ts';

/** The first byte tells the forms apart, so that keys of two forms can never be equal. */
const CONTENT = 1;
const CONTENT_HASHED = 2;
const SOURCE_ID = 3;
const SOURCE_ID_HASHED = 4;

/** Longer texts are hashed: an index of long keys is slow. */
const LONGEST_PLAIN = 40;

/** Key of an activity that has an id in its source. Ids of posts and of reactions are different series, so the kind is in it. */
export function sourceIdKey(kind: ActivityKind, id: string): Uint8Array {
  return keyOf(SOURCE_ID, SOURCE_ID_HASHED, Buffer.alloc(0), `${kind}\u001f${id}`);
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
  const time = Buffer.alloc(6);
  time.writeUIntBE(content.at, 0, 6);
  return keyOf(CONTENT, CONTENT_HASHED, time, `${content.kind}\u001f${content.member}\u001f${content.target ?? ''}`);
}

function keyOf(plainForm: number, hashedForm: number, prefix: Buffer, text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= LONGEST_PLAIN) return Buffer.concat([Buffer.of(plainForm), prefix, bytes]);
  const hash = createHash('sha256').update(bytes).digest().subarray(0, 20);
  return Buffer.concat([Buffer.of(hashedForm), prefix, hash]);
}
