import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { linkOrNull } from '../decode/link-or-null.ts';
import type { RemoteMedia } from '../platform.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Pictures inside a post's HTML, as references with their description; nothing is loaded. Emoji and avatars are none. */
export function imagesOfHtml(html: string, base: string): RemoteMedia[] {
  if (!html.includes('<img')) return [];
  const found: RemoteMedia[] = [];
  const waiting: Node[] = [...parseFragment(html).childNodes].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!('tagName' in next)) continue;
    if (next.tagName === 'img') found.push(...pictureOf(next.attrs, base));
    else waiting.push(...[...next.childNodes].reverse());
  }
  return found;
}

function pictureOf(attributes: readonly { name: string; value: string }[], base: string): RemoteMedia[] {
  const read = (name: string) => attributes.find((one) => one.name === name)?.value ?? '';
  const source = read('src');
  if (source === '' || /\b(emoji|avatar)\b/.test(read('class')) || !URL.canParse(source, base)) return [];
  const url = linkOrNull(new URL(source, base).href);
  return [{ remoteId: source, kind: 'image', description: read('alt'), url, blurhash: null }];
}
