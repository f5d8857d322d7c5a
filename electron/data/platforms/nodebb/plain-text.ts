/** What NodeBB's escaping turns the special characters into (validator.escape). */
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&#x2F;': '/',
  '&#x5C;': '\\',
  '&#96;': '`',
};

const entity = /&(?:amp|lt|gt|quot|#x27|#39|#x2F|#x5C|#96);/g;

/**
 * What a person typed. Up to 4.13 NodeBB sends reasons, notes and names escaped for HTML, from 4.14 on as they are. A text
 * that holds a bare special character was not escaped and stays as it is.
 */
export function plainText(sent: string): string {
  return isEscaped(sent) ? sent.replace(entity, (found) => entities[found] ?? found) : sent;
}

function isEscaped(sent: string): boolean {
  return sent.includes('&') && !/[<>"'/\\`]/.test(sent) && !sent.replace(entity, '').includes('&');
}

/** The word inside a translation key that stands for a name: "[[global:former-user]]" is "former-user". */
export function nameOf(sent: string): string {
  const key = /^\[\[[\w-]+:([\w.-]+)\]\]$/.exec(sent);
  return key?.[1] ?? plainText(sent);
}
