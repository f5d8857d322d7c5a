/**
 * Depth of one thread: the largest nesting level h that holds at least h comments. Levels count from 1 for an answer to
 * the opening message; a flat thread with any answer gives 1, one without gives 0.
 * Source: Gómez, Kaltenbrunner and López 2008 (made to find controversy); health.md R6.
 */
export function threadDepth(levels: ArrayLike<number>): number {
  const comments = new Map<number, number>();
  for (let at = 0; at < levels.length; at += 1) {
    const level = levels[at] ?? 0;
    comments.set(level, (comments.get(level) ?? 0) + 1);
  }
  let depth = 0;
  for (const [level, count] of comments) if (count >= level) depth = Math.max(depth, level);
  return depth;
}
