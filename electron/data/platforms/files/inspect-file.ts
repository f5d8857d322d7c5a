import { open, stat } from 'node:fs/promises';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { ImportInspection } from '../../../../shared/ipc/topics/imports.ts';
import type { FileLayout } from './file-layout.ts';
import { guessMapping } from './guess-mapping.ts';
import { cellsOfJsonLine, pathsOfJsonLine } from './json-cells.ts';
import { createLineSplitter } from './read-lines.ts';
import { csvAssembler, type FileRecord } from './read-records.ts';
import { sniffCsv } from './sniff-csv.ts';
import { decoderLabel, sniffEncoding } from './text-encoding.ts';

const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_ROWS = 20;

/** What a file is and how it will be read. */
export interface InspectedFile {
  readonly layout: FileLayout;
  readonly inspection: ImportInspection;
}

/**
 * Finds out format, encoding, delimiter, header and columns of a file from its first 256 KiB, and proposes a mapping.
 * The same file always gives the same answer, so an import need not be told any of it.
 * Throws HearthError `file-unreadable`, `file-empty`, `file-not-text`.
 */
export async function inspectFile(file: string): Promise<InspectedFile> {
  const { bytes, sample } = await readSample(file);
  const { encoding, assumed } = sniffEncoding(sample);
  const text = new TextDecoder(decoderLabel(encoding)).decode(sample, { stream: true });
  const lines = wholeLines(text, sample.length < bytes);
  if (lines.length === 0) throw new HearthError('file-empty');
  const format = lines[0]?.trimStart().startsWith('{') ? 'ndjson' : 'csv';
  const { layout, rows } = format === 'ndjson' ? ndjsonLayout(lines) : csvLayout(lines);
  const warnings = [
    ...(assumed ? ['latin-1-assumed'] : []),
    ...(format === 'csv' && !layout.header ? ['no-header'] : []),
  ];
  return {
    layout: { ...layout, encoding },
    inspection: {
      format,
      encoding,
      delimiter: format === 'csv' ? layout.delimiter : null,
      columns: layout.columns,
      sample: rows.slice(0, SAMPLE_ROWS),
      suggested: guessMapping(layout.columns, rows),
      warnings,
      bytes,
    },
  };
}

/** A layout in which mapped paths of an NDJSON file are columns even if the first lines don't have them. */
export function withMappedColumns(layout: FileLayout, mapped: readonly (string | undefined)[]): FileLayout {
  if (layout.format === 'csv') return layout;
  const missing = mapped.filter((name): name is string => !!name && !layout.columns.includes(name));
  return { ...layout, columns: [...layout.columns, ...missing] };
}

type Sampled = { readonly layout: Omit<FileLayout, 'encoding'>; readonly rows: readonly (readonly string[])[] };

function ndjsonLayout(lines: readonly string[]): Sampled {
  const columns = [...new Set(lines.slice(0, 200).flatMap(pathsOfJsonLine))];
  const rows = lines.slice(0, 200).flatMap((line) => {
    const cells = cellsOfJsonLine(line, columns);
    return typeof cells === 'string' ? [] : [cells];
  });
  return { layout: { format: 'ndjson', delimiter: '', header: false, columns }, rows };
}

function csvLayout(lines: readonly string[]): Sampled {
  const { delimiter, header, columns } = sniffCsv(lines);
  const records: FileRecord[] = [];
  const assembler = csvAssembler({ delimiter, header });
  for (const [at, line] of lines.slice(0, 200).entries()) assembler.line(at + 1, line, records);
  const rows = records.flatMap((record) => ('cells' in record ? [record.cells] : []));
  return { layout: { format: 'csv', delimiter, header, columns }, rows };
}

function wholeLines(text: string, cut: boolean): string[] {
  const splitter = createLineSplitter();
  const { lines } = splitter.push(text);
  // A last line without an end is only part of one where the sample was cut.
  const rest = cut && lines.length > 0 ? [] : splitter.end('').lines;
  return [...lines, ...rest].filter((line): line is string => line !== null && line.trim() !== '');
}

async function readSample(file: string): Promise<{ bytes: number; sample: Uint8Array }> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw new HearthError('file-unreadable');
    const handle = await open(file, 'r');
    try {
      const buffer = Buffer.alloc(Math.min(SAMPLE_BYTES, facts.size));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      return { bytes: facts.size, sample: buffer.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof HearthError ? error : new HearthError('file-unreadable');
  }
}
