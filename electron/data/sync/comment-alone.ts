import type { RemoteNote } from '../platforms/platform.ts';

/**
 * Earlier versions of Hearth pressed NodeBB's notes into the comment, below the reporter's words and each behind a pencil.
 * Takes them out where the platform itself still shows that these are notes; anything else in the comment stays as it is, since
 * a reporter may have a pencil, too.
 */
export function commentAlone(comment: string, notes: readonly RemoteNote[]): string {
  if (notes.length === 0 || !comment.includes(pencil)) return comment;
  const lines = notes.map(({ author, text }) => `${pencil}${author ?? ''}: ${text}`);
  // Later notes came after the comment was kept.
  for (let count = lines.length; count > 0; count -= 1) {
    const pressed = lines.slice(0, count).join('\n');
    if (comment === pressed) return '';
    if (comment.endsWith(`\n\n${pressed}`)) return comment.slice(0, -pressed.length - 2);
  }
  return comment;
}

const pencil = '✎ ';
