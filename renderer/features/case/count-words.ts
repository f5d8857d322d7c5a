const segmenters = new Map<string, Intl.Segmenter>();

/** Making one is slow, and a case has dozens of texts in a few languages. */
function segmenterOf(language: string | null): Intl.Segmenter {
  const known = segmenters.get(language ?? '');
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  } catch {
    made = new Intl.Segmenter(undefined, { granularity: 'word' });
  }
  segmenters.set(language ?? '', made);
  return made;
}

/** Words in a text by the rules of its language, so that a cover can say how much lies under it. */
export function countWords(text: string, language: string | null): number {
  let words = 0;
  for (const { isWordLike } of segmenterOf(language).segment(text.slice(0, 20_000))) if (isWordLike) words += 1;
  return words;
}
