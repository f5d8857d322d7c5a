import type { FileLayout } from './file-layout.ts';
import { cellsOfJsonLine } from './json-cells.ts';
import { type ReadLinesOptions, readLines } from './read-lines.ts';
import type { RejectReason } from './reject-reasons.ts';
import { splitRecord } from './split-record.ts';

/** One record of a file with the number of its first line, or the reason why it is none. */
export type FileRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly reason: RejectReason };

/** Records of one block of lines. */
export interface RecordBlock {
  readonly records: readonly FileRecord[];
  readonly bytes: number;
}

/** A quoted field may run over this many lines; a quote open for longer was never meant to be one. */
const LINES_PER_RECORD = 1_000;

/** Streams the records of a file in its layout, without the header line and without empty lines. */
export async function* readRecords(
  file: string,
  layout: FileLayout,
  options: Omit<ReadLinesOptions, 'encoding'> = {},
): AsyncGenerator<RecordBlock> {
  const assemble = layout.format === 'csv' ? csvAssembler(layout) : jsonAssembler(layout);
  let bytes = 0;
  for await (const block of readLines(file, { ...options, encoding: layout.encoding })) {
    bytes = block.bytes;
    const records: FileRecord[] = [];
    for (const [at, text] of block.lines.entries()) assemble.line(block.first + at, text, records);
    yield { records, bytes };
  }
  const records: FileRecord[] = [];
  assemble.end(records);
  if (records.length > 0) yield { records, bytes };
}

/** Takes lines one by one and adds the records they complete. */
export interface RecordAssembler {
  line(number: number, text: string | null, into: FileRecord[]): void;
  end(into: FileRecord[]): void;
}

function jsonAssembler({ columns }: FileLayout): RecordAssembler {
  return {
    line: (line, text, into) => {
      if (text === null) into.push({ line, reason: 'line-too-long' });
      else if (text.trim() !== '') {
        const cells = cellsOfJsonLine(text, columns);
        into.push(typeof cells === 'string' ? { line, reason: cells } : { line, cells });
      }
    },
    end: () => {},
  };
}

/** See `RecordAssembler`. A record whose quote is never closed is rejected alone: reading goes on at the line after it. */
export function csvAssembler({ delimiter, header }: Pick<FileLayout, 'delimiter' | 'header'>): RecordAssembler {
  let open: { line: number; texts: (string | null)[]; length: number } | undefined;
  let headerToSkip = header;

  function emit(record: FileRecord, into: FileRecord[]): void {
    if (headerToSkip) headerToSkip = false;
    else into.push(record);
  }

  function giveUp(into: FileRecord[]): void {
    if (!open) return;
    const { line, texts } = open;
    open = undefined;
    emit({ line, reason: 'quote-unclosed' }, into);
    for (const [at, text] of texts.slice(1).entries()) take(line + 1 + at, text, into);
  }

  function take(line: number, text: string | null, into: FileRecord[]): void {
    if (open) continueOpen(text, into);
    else if (text === null) emit({ line, reason: 'line-too-long' }, into);
    else if (text.trim() !== '') {
      const cells = splitRecord(text, delimiter);
      if (cells === 'open') open = { line, texts: [text], length: text.length };
      else emit({ line, cells }, into);
    }
  }

  function continueOpen(text: string | null, into: FileRecord[]): void {
    if (!open) return;
    open.texts.push(text);
    open.length += text?.length ?? 0;
    if (text === null || open.texts.length > LINES_PER_RECORD || open.length > 1_000_000) giveUp(into);
    else if (text.includes('"')) {
      const cells = splitRecord(open.texts.join('\n'), delimiter);
      if (cells === 'open') return;
      const first = open.line;
      open = undefined;
      emit({ line: first, cells }, into);
    }
  }

  return {
    line: take,
    // The lines after an unclosed quote may hold another one.
    end: (into) => {
      while (open) giveUp(into);
    },
  };
}
