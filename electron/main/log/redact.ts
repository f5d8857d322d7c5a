const addresses = /\b[a-z][a-z0-9+.-]*:\/\/[^\s'")]+/gi;
const handles = /@?[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu;
const windowsPaths = /\b[a-z]:\\[^\s'")]+/gi;
const unixPaths = /(?<![\w.])\/(?:[^\s/'"():]+\/)+[^\s'"():]*/g;

/** Takes addresses, handles and paths out of a text that was made outside Hearth, such as a system's error message. */
export function redact(text: string): string {
  return text
    .replace(addresses, '[address]')
    .replace(handles, '[handle]')
    .replace(windowsPaths, '[path]')
    .replace(unixPaths, '[path]')
    .slice(0, 500);
}
