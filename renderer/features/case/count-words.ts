/** Words in a text by the rules of its language, so that a cover can say how much lies under it. */
export function countWords(text: string, language: string | null): number {
  let segmenter: Intl.Segmenter;
  try {
    segmenter = new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  } catch {
    segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  }
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text.slice(0, 20_000))) if (isWordLike) words += 1;
  return words;
}
