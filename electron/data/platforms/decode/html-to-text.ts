import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** How many line breaks stand at least before and after an element. */
const breaks: Readonly<Record<string, number>> = {
  p: 2,
  blockquote: 2,
  pre: 2,
  ul: 2,
  ol: 2,
  h1: 2,
  h2: 2,
  h3: 2,
  h4: 2,
  h5: 2,
  h6: 2,
  div: 1,
  li: 1,
  tr: 1,
  table: 2,
  hr: 2,
};

/** Elements whose content is never meant to be read. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'head', 'title']);

/**
 * Post or profile HTML as plain text. Blocks become lines, links show their full address when their words hide it, images
 * show their description. Nothing is ever loaded or interpreted. Control and bidirectional characters stay: they are part
 * of the evidence, and the screen isolates them.
 */
export function htmlToText(html: string, ownHost: string | null = null): string {
  if (!/[<&]/.test(html)) return html.trim();
  const writer = new TextWriter();
  // An own stack instead of recursion: hostile nesting must not overflow the call stack.
  const waiting: (Node | (() => void))[] = [...parseFragment(html).childNodes].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'function') next();
    else if (next.nodeName === '#text') writer.text((next as DefaultTreeAdapterTypes.TextNode).value);
    else if ('tagName' in next) enter(next, writer, waiting, ownHost);
  }
  return writer.finish();
}

function enter(element: Element, writer: TextWriter, waiting: (Node | (() => void))[], ownHost: string | null): void {
  const name = element.tagName;
  if (silent.has(name)) return;
  if (name === 'br') writer.newline();
  if (name === 'img') writer.text(attribute(element, 'alt') ?? attribute(element, 'title') ?? '');
  const gap = breaks[name] ?? 0;
  writer.gap(gap);
  if (name === 'li') writer.text('• ');
  waiting.push(() => writer.gap(gap));
  if (name === 'a') {
    const start = writer.length;
    waiting.push(() => writer.text(linkAddress(attribute(element, 'href') ?? '', writer.since(start), ownHost)));
  }
  waiting.push(...[...element.childNodes].reverse());
}

/** What has to stand after a link's words so that nobody is misled: nothing, a mention's server, or the address. */
function linkAddress(href: string, words: string, ownHost: string | null): string {
  const shown = words.trim();
  if (href === '' || shown === href) return '';
  if (!URL.canParse(href)) return ` (${href})`;
  const url = new URL(href);
  if (sameAddress(shown, url)) return '';
  return mentionOrTag(shown, url, ownHost) ?? ` (${href})`;
}

/** A mention or hashtag that leads where its name says needs no address; a mention elsewhere shows its server. */
function mentionOrTag(shown: string, url: URL, ownHost: string | null): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const lastPart = decodedOrSame(url.pathname.split('/').pop() ?? '').replace(/^@/, '');
  if (shown === `@${lastPart}`) return url.host === ownHost ? '' : `@${url.host}`;
  if (shown === `@${lastPart}@${url.host}`) return '';
  return shown.startsWith('#') && lastPart.toLowerCase() === shown.slice(1).toLowerCase() ? '' : null;
}

function sameAddress(shown: string, url: URL): boolean {
  const plain = (text: string) => text.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return plain(shown) === plain(url.href) || plain(shown) === plain(decodedOrSame(url.href));
}

function decodedOrSame(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((entry) => entry.name === name)?.value;
}

/**
 * Collects text and turns gaps between blocks into as few line breaks as they ask for. Keeps pieces apart until the end,
 * so that a post of a million paragraphs costs no more than its length.
 */
class TextWriter {
  readonly #pieces: string[] = [];
  #gap = 0;

  get length(): number {
    return this.#pieces.length;
  }

  since(start: number): string {
    return this.#pieces.slice(start).join('');
  }

  gap(lines: number): void {
    this.#gap = Math.max(this.#gap, lines);
  }

  newline(): void {
    this.#flushGap();
    this.#pieces.push('\n');
  }

  text(text: string): void {
    if (text === '' || (this.#gap > 0 && text.trim() === '')) return;
    this.#flushGap();
    this.#pieces.push(text.replace(/\r\n?/g, '\n'));
  }

  finish(): string {
    return this.#pieces.join('').trim();
  }

  #flushGap(): void {
    const last = this.#pieces.length - 1;
    if (this.#gap > 0 && last >= 0) {
      this.#pieces[last] = this.#pieces[last]?.trimEnd() ?? '';
      this.#pieces.push('\n'.repeat(this.#gap));
    }
    this.#gap = 0;
  }
}
