/** Twenty million characters: the largest text the contract knows (a CSV to save), with room for what is around it. */
const largestInput = 21_000_000;
const deepest = 20;

/** True when an input is no larger and no deeper than any honest call. Counts characters and items, stops early. */
export function fitsSize(input: unknown): boolean {
  let left = largestInput;
  const walk = (value: unknown, depth: number): boolean => {
    if (depth > deepest) return false;
    left -= 1;
    if (typeof value === 'string') left -= value.length;
    else if (ArrayBuffer.isView(value)) left -= value.byteLength;
    else if (Array.isArray(value)) return left > 0 && value.every((item) => walk(item, depth + 1));
    else if (typeof value === 'object' && value !== null) {
      return left > 0 && Object.entries(value).every(([key, item]) => walk(key, depth + 1) && walk(item, depth + 1));
    }
    return left > 0;
  };
  return walk(input, 0);
}
