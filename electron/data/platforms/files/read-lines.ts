import { createReadStream } from 'node:fs';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import { decoderLabel, type FileEncoding } from './text-encoding.ts';

/** Longest line that is read, in UTF-16 units. A longer one is rejected and skipped without being kept. */
export const LONGEST_LINE = 1_000_000;

/** Consecutive lines of a file; the first has number `first`. A line that is too long is null. */
export interface LineBlock {
  readonly first: number;
  readonly lines: readonly (string | null)[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

export interface ReadLinesOptions {
  readonly encoding: FileEncoding;
  readonly signal?: AbortSignal | undefined;
  /** Sees every byte, in order: for the hash of the file. */
  readonly onBytes?: ((bytes: Uint8Array) => void) | undefined;
}

/**
 * Streams the lines of a text file, block by block, with never more than one block and one line in memory.
 * Lines end with LF, CR LF or CR. Throws HearthError `file-unreadable`; an aborted signal ends it with its reason.
 */
export async function* readLines(file: string, options: ReadLinesOptions): AsyncGenerator<LineBlock> {
  const decoder = new TextDecoder(decoderLabel(options.encoding));
  const splitter = createLineSplitter();
  let bytes = 0;
  const stream = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      options.signal?.throwIfAborted();
      options.onBytes?.(chunk);
      bytes += chunk.length;
      const block = splitter.push(decoder.decode(chunk, { stream: true }));
      if (block.lines.length > 0) yield { ...block, bytes };
    }
  } catch (error) {
    throw isFileError(error) ? new HearthError('file-unreadable') : error;
  } finally {
    stream.destroy();
  }
  const last = splitter.end(decoder.decode());
  if (last.lines.length > 0) yield { ...last, bytes };
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

type Block = Pick<LineBlock, 'first' | 'lines'>;

/** Cuts text that arrives in pieces into lines. */
export function createLineSplitter(longest: number = LONGEST_LINE): {
  push(text: string): Block;
  end(text: string): Block;
} {
  let rest = '';
  let skipping = false;
  let next = 1;

  function take(text: string): (string | null)[] {
    // A CR at the end of a piece may be the first half of CR LF: it waits.
    const held = text.endsWith('\r') ? '\r' : '';
    const pieces: (string | null)[] = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    const unfinished = (pieces.pop() ?? '') + held;
    if (skipping && pieces.length > 0) {
      pieces[0] = null;
      skipping = false;
    }
    if (skipping || unfinished.length > longest) {
      skipping = true;
      rest = held;
    } else rest = unfinished;
    return pieces.map((piece) => (piece !== null && piece.length > longest ? null : piece));
  }

  function block(lines: (string | null)[]): Block {
    const first = next;
    next += lines.length;
    return { first, lines };
  }

  return {
    push: (text) => block(take(rest + text)),
    end: (text) => {
      const lines = take(rest + text);
      const last = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
      if (skipping) lines.push(null);
      else if (last !== '' || rest !== '') lines.push(last);
      return block(lines);
    },
  };
}
