const longestTag = 100;
/** Letters, marks and digits of any script, and "_" and "·", with something in it that is no digit: what fediverse servers take. */
const tag = /^(?=.*[^\d])[\p{L}\p{M}\p{N}_·\u200c]+$/u;

/**
 * The hashtags in a line, without "#", in small letters, each once; undefined where a word of it is none. Between them stand
 * spaces, commas or semicolons.
 */
export function hashtagsOf(line: string): readonly string[] | undefined {
  const words = line.split(/[\s,;،、；，]+/u).filter((word) => word !== '');
  const tags = words.map((word) => word.replace(/^[#＃]/u, '').toLowerCase());
  if (!tags.every((one) => tag.test(one) && one.length <= longestTag)) return undefined;
  return [...new Set(tags)];
}

/** Hashtags as they are written and kept. */
export function hashtagLine(tags: readonly string[]): string {
  return tags.map((one) => `#${one}`).join(' ');
}
