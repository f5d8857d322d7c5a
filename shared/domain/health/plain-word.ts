/** Words compared as a reader would: without case, accents, harakat, dashes and doubled spaces. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\-_‐‑–—.!]+/g, ' ')
    .trim();
}
