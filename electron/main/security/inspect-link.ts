import { domainToUnicode } from 'node:url';
import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';

export interface InspectedLink {
  /** The address exactly as it would be opened, in ASCII. */
  readonly address: string;
  readonly host: string;
  /** The host as people write it; differs from `host` when that is punycode. */
  readonly readableHost: string;
  /** One label of the host mixes scripts that no language writes together: it may imitate another name. */
  readonly mixedScripts: boolean;
}

/**
 * Reads an address that reported content or a server gave us. Throws 'bad-address' for anything but http and https, for
 * user names inside the address (they are there to be mistaken for the host) and for what is no address at all.
 */
export function inspectLink(text: string): InspectedLink {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch (error) {
    throw hearthErrorFrom(error, 'bad-address');
  }
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  if (!web || url.hostname === '' || url.username !== '' || url.password !== '') throw new HearthError('bad-address');
  const readable = domainToUnicode(url.hostname) || url.hostname;
  return {
    address: url.href,
    host: url.host,
    readableHost: url.port === '' ? readable : `${readable}:${url.port}`,
    mixedScripts: readable.split('.').some(mixesScripts),
  };
}

/** Scripts that are written together in one word: Japanese and Korean, both with Latin letters. */
const writtenTogether: readonly ReadonlySet<string>[] = [
  new Set(['Latin', 'Han', 'Hiragana', 'Katakana']),
  new Set(['Latin', 'Han', 'Hangul']),
  new Set(['Latin', 'Han', 'Bopomofo']),
];
const knownScripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Bopomofo',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Thai',
  'Cherokee',
  'Coptic',
  'Ethiopic',
] as const;
const scriptTests = knownScripts.map((name) => ({ name, test: new RegExp(`\\p{Script=${name}}`, 'u') }));
const otherLetter = /\p{L}/u;

/** True when a label mixes scripts beyond the combinations that languages use (after Unicode UTS 39, highly restrictive). */
function mixesScripts(label: string): boolean {
  const scripts = new Set<string>();
  for (const character of label) {
    const found = scriptTests.find(({ test }) => test.test(character));
    if (found) scripts.add(found.name);
    else if (otherLetter.test(character)) scripts.add('other');
  }
  if (scripts.size <= 1) return false;
  return !writtenTogether.some((together) => [...scripts].every((script) => together.has(script)));
}
