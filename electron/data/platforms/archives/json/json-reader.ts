import Tokenizer from '@streamparser/json/tokenizer.js';
import TokenParser from '@streamparser/json/tokenparser.js';
import TokenType from '@streamparser/json/utils/types/tokenType.js';
import { HearthError } from '../../../../../shared/ipc/errors.ts';
import { looseEscapes } from './loose-escapes.ts';

/** A value of a document with the keys that lead to it; numbers are places in arrays. */
export interface FoundValue {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

export interface JsonOptions {
  /** Which values are wanted: `$.messages.*`. What is under none of them is read past and not kept. */
  readonly paths: readonly string[];
  /** Accepts `\x1F` for a control character. */
  readonly looseEscapes?: boolean;
  readonly signal?: AbortSignal;
  /** Cuts off what stands before the document itself: `window.YTD.x = `. */
  readonly prefix?: RegExp;
}

/** Deeper nesting and longer records than any platform writes; both would cost memory or time without bound. */
const DEEPEST = 100;
const LONGEST_RECORD = 32 * 1024 ** 2;
const LONGEST_PREFIX = 1_024;

/** Takes the text of one document piece by piece and gives the wanted values that each piece completes. */
export interface JsonReader {
  write(text: string): readonly FoundValue[];
  /** The last piece. Throws HearthError `archive-cut-off` where the document is not complete. */
  end(text: string): readonly FoundValue[];
}

/** See `JsonReader`. */
export function createJsonReader({ paths, prefix, looseEscapes: isLoose = false }: JsonOptions): JsonReader {
  const tokenizer = new Tokenizer();
  const tokens = new TokenParser({ paths: [...paths], keepStack: false });
  const escapes = isLoose ? looseEscapes() : undefined;
  const recordDepth = Math.max(...paths.map((path) => path.split('.').length - 1));
  let found: FoundValue[] = [];
  let depth = 0;
  let written = 0;
  let outside = 0;
  let head: string | null = prefix ? '' : null;

  tokenizer.onToken = (token) => {
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth += 1;
    else if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (depth > DEEPEST) throw new HearthError('archive-damaged');
    if (depth <= recordDepth) outside = written;
    tokens.write(token);
  };
  tokens.onValue = ({ value, key, stack }) => {
    const keys = [...stack.slice(1).map((one) => one.key), key];
    found.push({ path: keys.filter((one) => one !== undefined), value });
  };
  // Without a handler of its own each throws from inside a write, which is what is wanted here.
  tokenizer.onError = rethrow;
  tokens.onError = rethrow;

  function feed(text: string): void {
    if (text === '') return;
    written += text.length;
    guarded(() => tokenizer.write(text));
    if (written - outside > LONGEST_RECORD) throw new HearthError('archive-damaged');
  }
  function take(): FoundValue[] {
    const taken = found;
    found = [];
    return taken;
  }
  /** The text after the prefix; nothing while it is not complete yet. */
  function afterPrefix(text: string): string {
    if (head === null || !prefix) return text;
    head += text;
    const match = prefix.exec(head);
    if (!match && head.length > LONGEST_PREFIX) throw new HearthError('archive-damaged');
    if (!match) return '';
    const rest = head.slice(match.index + match[0].length);
    head = null;
    return rest;
  }
  /** Values in front of a fault are handed on first: what was readable is not lost. */
  let fault: unknown;
  return {
    write(text: string): readonly FoundValue[] {
      if (fault !== undefined) throw fault;
      try {
        const plain = afterPrefix(text);
        // After the end of the document only blank space and a semicolon may stand.
        if (tokenizer.isEnded || tokens.isEnded) return [];
        feed(escapes ? escapes.push(plain) : plain);
      } catch (error) {
        if (found.length === 0) throw error;
        fault = error;
      }
      return take();
    },
    end(text: string): readonly FoundValue[] {
      if (fault !== undefined) throw fault;
      if (head !== null) throw new HearthError('archive-cut-off');
      const isDone = () => tokenizer.isEnded || tokens.isEnded;
      if (!isDone()) feed(escapes ? escapes.push(text) + escapes.end() : text);
      if (!isDone()) throw new HearthError('archive-cut-off');
      return take();
    },
  };
}

function rethrow(error: Error): never {
  throw error;
}

function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof HearthError ? error : new HearthError('archive-damaged', undefined, { cause: error });
  }
}
