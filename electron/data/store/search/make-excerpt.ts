import type { TextRange } from './match-text.ts';

export interface Excerpt {
  readonly text: string;
  /** Start and end in `text`, in UTF-16 units. */
  readonly highlights: readonly TextRange[];
}

const excerptLength = 160;
const before = 40;
// Room on both sides, so that the cut falls between characters as people see them and not between their parts.
const margin = 200;

// Directional controls could turn the words around the excerpt, and a cut could leave them unclosed.
const unsafe = /[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Cuts a piece around the first match out of a text and says where in it the matches stand. White space becomes one space. */
export function makeExcerpt(text: string, ranges: readonly TextRange[]): Excerpt {
  const from = Math.max(0, (ranges[0]?.[0] ?? 0) - before);
  const to = Math.min(text.length, from + excerptLength);
  const base = wholeCharacter(text, Math.max(0, from - margin));
  const region = text.slice(base, wholeCharacter(text, Math.min(text.length, to + margin)));
  const writer = new ExcerptWriter(ranges);
  let cutAtStart = false;
  let cutAtEnd = false;
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(region)) {
    const start = base + index;
    if (start < from) cutAtStart = true;
    else if (start < to) writer.add(segment, start);
    else cutAtEnd = true;
  }
  return writer.finish(cutAtStart, cutAtEnd);
}

/** Steps back where an offset falls inside a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

class ExcerptWriter {
  readonly #ranges: readonly TextRange[];
  readonly #highlights: [number, number][] = [];
  #text = '';

  constructor(ranges: readonly TextRange[]) {
    this.#ranges = ranges;
  }

  add(segment: string, start: number): void {
    const shown = this.#shown(segment);
    if (shown === '') return;
    const at = this.#text.length;
    this.#text += shown;
    const end = start + segment.length;
    if (!this.#ranges.some(([rangeStart, rangeEnd]) => rangeStart < end && start < rangeEnd)) return;
    const last = this.#highlights.at(-1);
    if (last && last[1] === at) last[1] = this.#text.length;
    else this.#highlights.push([at, this.#text.length]);
  }

  finish(cutAtStart: boolean, cutAtEnd: boolean): Excerpt {
    const lead = cutAtStart ? '… ' : '';
    const text = `${lead}${this.#text.trimEnd()}${cutAtEnd ? ' …' : ''}`;
    return { text, highlights: this.#highlights.map(([start, end]) => [start + lead.length, end + lead.length]) };
  }

  #shown(segment: string): string {
    if (/^\s/u.test(segment)) return this.#text === '' || this.#text.endsWith(' ') ? '' : ' ';
    return unsafe.test(segment) ? [...segment].filter((character) => !unsafe.test(character)).join('') : segment;
  }
}
