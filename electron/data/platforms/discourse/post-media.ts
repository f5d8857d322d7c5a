import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { linkOrNull } from '../decode/link-or-null.ts';
import type { RemoteMedia } from '../platform.ts';

type Element = DefaultTreeAdapterTypes.Element;

const kinds: Readonly<Record<string, RemoteMedia['kind']>> = { img: 'image', video: 'video', audio: 'audio' };
const most = 50;

/** Images and recordings in a post, as references. Emoji, avatars and site icons are none. */
export function mediaOf(cooked: string, base: string): RemoteMedia[] {
  if (!/<(img|video|audio)\b/i.test(cooked)) return [];
  const found: RemoteMedia[] = [];
  // An own stack instead of recursion: hostile nesting must not overflow the call stack.
  const waiting = [...parseFragment(cooked).childNodes].reverse();
  for (let next = waiting.pop(); next !== undefined && found.length < most; next = waiting.pop()) {
    if (!('tagName' in next)) continue;
    const kind = kinds[next.tagName];
    const url = kind === undefined ? null : sourceOf(next, base);
    if (kind !== undefined && url !== null && !isOrnament(next)) {
      found.push({ remoteId: `${found.length}`, kind, description: attribute(next, 'alt'), url, blurhash: null });
    }
    waiting.push(...[...next.childNodes].reverse());
  }
  return found;
}

function sourceOf(element: Element, base: string): string | null {
  const inner = element.childNodes.find((child): child is Element => 'tagName' in child && child.tagName === 'source');
  const source = attribute(element, 'src') || (inner ? attribute(inner, 'src') : '');
  return source !== '' && URL.canParse(source, base) ? linkOrNull(new URL(source, base).href) : null;
}

function isOrnament(element: Element): boolean {
  return /\b(emoji|avatar|site-icon)\b/.test(attribute(element, 'class'));
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((entry) => entry.name === name)?.value ?? '';
}
