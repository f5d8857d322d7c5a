const plain = 'aceginosuyACEGINOSUY';
const accented = 'áçéğîñöšûýÁÇÉĞÎÑÖŠÛÝ';
/** Translations run up to this much longer than English. */
const growth = 0.35;

/** Makes one English string accented, longer and bracketed, and leaves {{values}} and <tags> alone. */
export function toPseudoText(text: string): string {
  const kept = /(\{\{.*?\}\}|<[^>]*>)/;
  const changed = text
    .split(kept)
    .map((part) =>
      kept.test(part) ? part : part.replace(/[a-z]/gi, (letter) => accented[plain.indexOf(letter)] ?? letter),
    )
    .join('');
  return `[${changed}${'·'.repeat(Math.ceil(text.length * growth))}]`;
}

/** The same tree with every string made pseudo. A string that reaches the screen without brackets was not translated. */
export function toPseudoLanguage<T extends object>(strings: T): T {
  return Object.fromEntries(
    Object.entries(strings).map(([key, value]) => [
      key,
      typeof value === 'string' ? toPseudoText(value) : toPseudoLanguage(value as object),
    ]),
  ) as T;
}
