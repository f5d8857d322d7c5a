/** At most so many notes are looked at for one report: a comment can hold hundreds of links. */
const mostNotes = 5;

/**
 * The notes that a report is about, by the links in its comment: Misskey's report form writes "Note: …" and "Local Note: …",
 * and a report from another server ends in the addresses of what it is about. Only links to the server itself count, in
 * the order in which they stand there.
 */
export function linkedNotes(comment: string, origin: string): readonly string[] {
  const found = new Set<string>();
  for (let at = comment.indexOf(origin); at !== -1 && found.size < mostNotes; at = comment.indexOf(origin, at + 1)) {
    const id = /^\/notes\/([a-zA-Z0-9]{1,64})(?![a-zA-Z0-9])/.exec(
      comment.slice(at + origin.length, at + origin.length + 80),
    );
    if (id?.[1] !== undefined) found.add(id[1]);
  }
  return [...found];
}
