/** Ascending ordinals as LEB128 steps, the first one counted from 0: about four bytes a person, for ordinals are random. */
export function packOrdinals(ordinals: Iterable<number>): Buffer {
  const ascending = Float64Array.from(ordinals).sort();
  const bytes = Buffer.allocUnsafe(ascending.length * 5);
  let at = 0;
  let before = 0;
  for (const ordinal of ascending) {
    let step = ordinal - before;
    for (; step >= 128; step = Math.floor(step / 128)) bytes[at++] = (step % 128) + 128;
    bytes[at++] = step;
    before = ordinal;
  }
  return Buffer.from(bytes.subarray(0, at));
}

/** The ordinals of a packed set, ascending. */
export function unpackOrdinals(bits: Uint8Array): number[] {
  const ordinals: number[] = [];
  let ordinal = 0;
  let step = 0;
  let place = 1;
  for (const byte of bits) {
    step += (byte & 127) * place;
    place *= 128;
    if (byte >= 128) continue;
    ordinal += step;
    ordinals.push(ordinal);
    step = 0;
    place = 1;
  }
  return ordinals;
}

/** Several packed sets one after the other, each led by its length in bytes (32 bits, lowest byte first). */
export function packSets(sets: readonly (readonly number[])[]): Buffer {
  return Buffer.concat(
    sets.flatMap((ordinals) => {
      const bits = packOrdinals(ordinals);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32LE(bits.length);
      return [length, bits];
    }),
  );
}

const LENGTH_BYTES = 4;

/** The sets of `packSets`. */
export function unpackSets(packed: Buffer): number[][] {
  const sets: number[][] = [];
  for (let at = 0; at < packed.length; ) {
    const from = at + LENGTH_BYTES;
    const to = from + packed.readUInt32LE(at);
    sets.push(unpackOrdinals(packed.subarray(from, to)));
    at = to;
  }
  return sets;
}
