/** How many people were asked, as somebody wrote it: null where nobody knows, undefined where it is no number of people. */
export function askedFrom(text: string): number | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  return /^[1-9]\d{0,6}$/.test(written) ? Number(written) : undefined;
}
