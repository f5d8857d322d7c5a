import type { LedgerRow } from '../../store/health-releases/row.ts';
import type { MemberBits } from '../disclosure/member-set.ts';

const BYTES_PER_WORD = 4;
const BITS_PER_WORD = 32;

/** Members as a bitmap: bit b of word w is member 32 × (firstWord + w) + b. */
export function bitsOf(memberIds: readonly number[]): MemberBits {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const id of memberIds) {
    lowest = Math.min(lowest, id);
    highest = Math.max(highest, id);
  }
  if (memberIds.length === 0) return { words: new Uint32Array(0), firstWord: 0 };
  const firstWord = Math.floor(lowest / BITS_PER_WORD);
  const words = new Uint32Array(Math.floor(highest / BITS_PER_WORD) - firstWord + 1);
  for (const id of memberIds) {
    const at = Math.floor(id / BITS_PER_WORD) - firstWord;
    words[at] = ((words[at] ?? 0) | (1 << (id % BITS_PER_WORD))) >>> 0;
  }
  return { words, firstWord };
}

/** A set as the ledger keeps it, little-endian. */
export function rowFromBits({ words, firstWord }: MemberBits): Pick<LedgerRow, 'first_word' | 'bits'> {
  const bits = Buffer.alloc(words.length * BYTES_PER_WORD);
  for (const [at, word] of words.entries()) bits.writeUInt32LE(word, at * BYTES_PER_WORD);
  return { first_word: firstWord, bits };
}

/** A set as it was kept. */
export function bitsFromRow({ first_word, bits }: Pick<LedgerRow, 'first_word' | 'bits'>): MemberBits {
  const view = Buffer.from(bits.buffer, bits.byteOffset, bits.byteLength);
  const words = Uint32Array.from({ length: bits.length / BYTES_PER_WORD }, (_, at) =>
    view.readUInt32LE(at * BYTES_PER_WORD),
  );
  return { words, firstWord: first_word };
}
