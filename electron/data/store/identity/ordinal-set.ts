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
