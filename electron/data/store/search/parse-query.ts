import { pairsOf, type Run, textRuns } from './tokens.ts';

/** Words that must follow each other. The last may be the beginning of a longer word. */
export interface QueryPhrase {
  readonly tokens: readonly [string, ...string[]];
  readonly prefix: boolean;
}

export interface SearchQuery {
  /** All of them must be found. Empty when the text holds nothing that can be searched for. */
  readonly phrases: readonly QueryPhrase[];
}

const longestQuery = 500;
const mostPhrases = 20;

/**
 * Reads what a person typed. Words must all be found; "words in quotation marks" must follow each other; the last word
 * may be unfinished. Everything else in the text is just text: there is no operator that could be got wrong.
 */
export function parseQuery(typed: string): SearchQuery {
  const phrases: QueryPhrase[] = [];
  const parts = splitQuoted(typed.slice(0, longestQuery));
  for (const [index, part] of parts.entries()) {
    const open = index === parts.length - 1 && !part.quoted;
    const pieces = part.quoted ? [part.text] : part.text.split(/\s+/u);
    for (const [at, piece] of pieces.entries()) {
      const phrase = readPhrase(piece, open && at === pieces.length - 1);
      if (phrase && phrases.length < mostPhrases) phrases.push(phrase);
    }
  }
  return { phrases };
}

interface Part {
  readonly text: string;
  readonly quoted: boolean;
}

// The quotation marks of the languages that Hearth speaks; an apostrophe is none, for it stands inside words.
const quotationMark = /["“”„‟«»「」『』＂]/u;

/** Every second part was quoted. A mark that is never closed quotes to the end. */
function splitQuoted(text: string): Part[] {
  return text.split(quotationMark).map((part, index) => ({ text: part, quoted: index % 2 === 1 }));
}

/** One word can be several tokens ("l'amour", "a_b", a word of a script without spaces): then they must follow each other. */
function readPhrase(text: string, unfinished: boolean): QueryPhrase | undefined {
  const runs = textRuns(text);
  const tokens = runs.flatMap((run, index) => runTexts(run, index === runs.length - 1));
  const [first, ...others] = tokens;
  const last = runs.at(-1);
  if (first === undefined || !last) return undefined;
  return { tokens: [first, ...others], prefix: mayContinue(last, unfinished) };
}

/** In the middle of a phrase a run must end where the text's run ends, so its last character is asked for as well. */
function runTexts(run: Run, isLast: boolean): string[] {
  if (run.kind === 'word') return [run.token.text];
  const alone = run.units.length === 1;
  return (alone ? run.units : pairsOf(run.units, !isLast)).map((token) => token.text);
}

/** A single character of an unspaced script begins a pair or stands last, so only as a prefix is it found everywhere. */
function mayContinue(last: Run, unfinished: boolean): boolean {
  if (last.kind === 'unspaced') return last.units.length === 1;
  return unfinished && last.token.text.length > 1;
}

/**
 * The query as FTS5 reads it. Tokens hold letters, digits and pictographs only, so inside quotation marks nothing in them
 * can be taken for syntax.
 */
export function ftsExpression(query: SearchQuery, facets: readonly (readonly string[])[]): string {
  const phrases = query.phrases.map(({ tokens, prefix }) => `text : "${tokens.join(' ')}"${prefix ? ' *' : ''}`);
  const filters = facets.map((words) => `facets : (${words.map((word) => `"${word}"`).join(' OR ')})`);
  return [...phrases, ...filters].map((term) => `(${term})`).join(' AND ');
}
