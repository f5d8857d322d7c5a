/** How the bits of a stored set are written: as 32-bit words, or as steps from one member to the next. */
export type Packing = 0 | 1;

/** Steps take longer to read than as many bytes of words, so they have to be this much shorter to be worth it. */
const STEPS_SAVE = 2;

/** A set as a row of `member_bitmaps` holds it; see migration 0080 for the two packings. */
export interface PackedMembers {
  readonly packing: Packing;
  readonly firstWord: number;
  readonly bits: Uint8Array;
}

/**
 * A set of members by row number, one bit each. Words start at `firstWord`, so a set of late members costs nothing for
 * the early ones. `words` is open to readers that pass over millions of members; nobody but the set writes to it.
 */
export class MemberSet {
  #firstWord: number;
  /** Undefined until somebody asks, where the set came as steps. */
  #words: Uint32Array | undefined;
  #steps: Uint8Array | undefined;
  #ascending: Int32Array | undefined;

  private constructor(firstWord: number, words: Uint32Array | undefined, steps?: Uint8Array) {
    this.#firstWord = firstWord;
    this.#words = words;
    this.#steps = steps;
  }

  /** The empty set, to be added to. */
  static empty(): MemberSet {
    return new MemberSet(0, new Uint32Array(0));
  }

  /** A set of some members, in any order; repeats are one. */
  static fromIds(ids: Iterable<number>): MemberSet {
    const set = MemberSet.empty();
    for (const id of ids) set.add(id);
    return set;
  }

  /** Reads a stored set. The bits may be shared with the set, so they must not be written to afterwards. */
  static unpack({ packing, firstWord, bits }: PackedMembers): MemberSet {
    return packing === 0 ? new MemberSet(firstWord, wordsOf(bits)) : new MemberSet(firstWord, undefined, bits);
  }

  get firstWord(): number {
    return this.#firstWord;
  }

  get words(): Uint32Array {
    this.#words ??= fromSteps(this.#steps ?? new Uint8Array(0));
    return this.#words;
  }

  /** The members counted from where the first word starts, ascending, where the set came as steps: the quickest way to read it often. */
  get ascending(): Int32Array | undefined {
    if (this.#steps) this.#ascending ??= fromFirstWord(this.#steps);
    return this.#ascending;
  }

  /** The most memory that the set may come to take, in bytes: what it was read as, and what is made of it when asked. */
  get mostBytes(): number {
    const words = 4 * (this.end - this.#firstWord);
    // Each step is a byte at least, and leads to a member of four.
    return words + 5 * (this.#steps?.length ?? 0);
  }

  /** The word after the last one. */
  get end(): number {
    const length = this.#words?.length ?? Math.floor((this.ascending?.at(-1) ?? 0) / 32) + 1;
    return this.#firstWord + length;
  }

  /** How many members there are. */
  get size(): number {
    let size = 0;
    for (const word of this.words) size += bitsIn(word);
    return size;
  }

  has(id: number): boolean {
    const word = this.words[Math.floor(id / 32) - this.#firstWord] ?? 0;
    return ((word >>> (id % 32)) & 1) === 1;
  }

  /** Adds a member; true where it was not in the set before. */
  add(id: number): boolean {
    const at = this.#roomFor(Math.floor(id / 32));
    const before = this.words[at] ?? 0;
    const after = (before | (1 << (id % 32))) >>> 0;
    this.words[at] = after;
    this.#steps = undefined;
    this.#ascending = undefined;
    return before !== after;
  }

  /** Members of both. */
  and(other: MemberSet): MemberSet {
    const start = Math.max(this.#firstWord, other.firstWord);
    const end = Math.min(this.end, other.end);
    return this.#combine(start, end, (mine, theirs) => mine & theirs, other);
  }

  /** Members of either. */
  or(other: MemberSet): MemberSet {
    if (this.words.length === 0) return other.#copy();
    if (other.words.length === 0) return this.#copy();
    const start = Math.min(this.#firstWord, other.firstWord);
    const end = Math.max(this.end, other.end);
    return this.#combine(start, end, (mine, theirs) => mine | theirs, other);
  }

  /** Members of this set that are not in the other. */
  minus(other: MemberSet): MemberSet {
    return this.#combine(this.#firstWord, this.end, (mine, theirs) => mine & ~theirs, other);
  }

  /** How many members both have, without making a set of them. */
  andSize(other: MemberSet): number {
    const start = Math.max(this.#firstWord, other.firstWord);
    const end = Math.min(this.end, other.end);
    let size = 0;
    for (let word = start; word < end; word += 1) {
      size += bitsIn((this.words[word - this.#firstWord] ?? 0) & (other.words[word - other.firstWord] ?? 0));
    }
    return size;
  }

  /** The members, ascending. */
  ids(): number[] {
    const ids: number[] = [];
    for (const [at, word] of this.words.entries()) {
      const base = (this.#firstWord + at) * 32;
      for (let rest = word; rest !== 0; rest &= rest - 1) ids.push(base + lowestBit(rest));
    }
    return ids;
  }

  /** The set as it is stored: words, or steps where those are far shorter. Words share the set's memory. */
  pack(): PackedMembers {
    const { firstWord, words } = this.#trimmed();
    // A step takes at least a byte, so a set this full need not be tried.
    const isFull = this.size * STEPS_SAVE > words.byteLength;
    const steps = isFull ? undefined : stepsOf(firstWord, words);
    if (steps) return { packing: 1, firstWord, bits: steps };
    return { packing: 0, firstWord, bits: new Uint8Array(words.buffer, words.byteOffset, words.byteLength) };
  }

  #hold(words: Uint32Array): void {
    this.#words = words;
    this.#steps = undefined;
    this.#ascending = undefined;
  }

  #copy(): MemberSet {
    return new MemberSet(this.#firstWord, this.words.slice());
  }

  #combine(start: number, end: number, join: (mine: number, theirs: number) => number, other: MemberSet): MemberSet {
    const words = new Uint32Array(Math.max(0, end - start));
    for (let at = 0; at < words.length; at += 1) {
      const word = start + at;
      words[at] = join(this.words[word - this.#firstWord] ?? 0, other.words[word - other.firstWord] ?? 0);
    }
    return new MemberSet(start, words);
  }

  /** Position of a word, after making room for it: by half as much again, so that adding in order stays linear. */
  #roomFor(word: number): number {
    if (this.words.length === 0) {
      this.#firstWord = word;
      this.#hold(new Uint32Array(1));
    }
    const at = word - this.#firstWord;
    if (at >= 0 && at < this.words.length) return at;
    const spare = this.words.length >>> 1;
    const start = at < 0 ? Math.max(0, word - spare) : this.#firstWord;
    const end = at < 0 ? this.end : word + 1 + spare;
    const wider = new Uint32Array(end - start);
    wider.set(this.words, this.#firstWord - start);
    this.#firstWord = start;
    this.#hold(wider);
    return word - start;
  }

  #trimmed(): { firstWord: number; words: Uint32Array } {
    let start = 0;
    let end = this.words.length;
    while (end > start && this.words[end - 1] === 0) end -= 1;
    while (start < end && this.words[start] === 0) start += 1;
    return { firstWord: this.#firstWord + start, words: this.words.subarray(start, end) };
  }
}

/** Bits set in a 32-bit number (Warren, Hacker's Delight, 5-1). */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Position of the lowest bit set in a 32-bit number that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Words are read in the machine's own order, which is little-endian on everything that Electron runs on. */
function wordsOf(bits: Uint8Array): Uint32Array {
  const aligned = bits.byteOffset % 4 === 0 ? bits : bits.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
}

function fromSteps(bits: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.floor(sumOfSteps(bits) / 32) + 1);
  let id = 0;
  let scale = 1;
  for (let at = 0; at < bits.length; at += 1) {
    const byte = bits[at] ?? 0;
    id += (byte & 127) * scale;
    if (byte >= 128) {
      scale *= 128;
      continue;
    }
    scale = 1;
    const word = Math.floor(id / 32);
    words[word] = (words[word] ?? 0) | (1 << (id & 31));
  }
  return words;
}

function fromFirstWord(steps: Uint8Array): Int32Array {
  // A step is a byte at least.
  const members = new Int32Array(steps.length);
  let count = 0;
  let member = 0;
  let scale = 1;
  for (const byte of steps) {
    member += (byte & 127) * scale;
    scale = byte >= 128 ? scale * 128 : 1;
    if (scale > 1) continue;
    members[count] = member;
    count += 1;
  }
  return members.subarray(0, count);
}

/** How far the last member is from where the first word starts. */
function sumOfSteps(bits: Uint8Array): number {
  let sum = 0;
  let scale = 1;
  for (let at = 0; at < bits.length; at += 1) {
    const byte = bits[at] ?? 0;
    sum += (byte & 127) * scale;
    scale = byte >= 128 ? scale * 128 : 1;
  }
  return sum;
}

/** Steps from member to member as LEB128, or undefined where words are the better choice. */
function stepsOf(firstWord: number, words: Uint32Array): Uint8Array | undefined {
  const room = Math.floor(words.byteLength / STEPS_SAVE);
  const bytes = new Uint8Array(room);
  let filled = 0;
  let before = firstWord * 32;
  for (const [at, word] of words.entries()) {
    const base = (firstWord + at) * 32;
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      const id = base + lowestBit(rest);
      let step = id - before;
      before = id;
      for (; step >= 128; step = Math.floor(step / 128)) {
        if (filled < room) bytes[filled] = (step % 128) + 128;
        filled += 1;
      }
      if (filled < room) bytes[filled] = step;
      filled += 1;
      if (filled > room) return undefined;
    }
  }
  return bytes.subarray(0, filled);
}
