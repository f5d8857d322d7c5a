import { splitRecord } from './split-record.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINES_JUDGED = 50;

/** What the first lines of a CSV say about it. */
export interface SniffedCsv {
  readonly delimiter: string;
  readonly header: boolean;
  /** Distinct names; a column without a name is called by its number, "#3". */
  readonly columns: readonly string[];
}

/** Finds the delimiter that cuts the most lines into the same number of fields, and whether the first line is a header. */
export function sniffCsv(lines: readonly string[]): SniffedCsv {
  const judged = lines.slice(0, LINES_JUDGED);
  const delimiter = DELIMITERS.map((candidate) => ({ candidate, score: evenness(judged, candidate) })).reduce(
    (best, next) => (next.score > best.score ? next : best),
  ).candidate;
  const first = splitRecord(judged[0] ?? '', delimiter);
  const cells = first === 'open' ? [] : first.map((cell) => cell.trim());
  const header = looksLikeHeader(cells);
  return { delimiter, header, columns: distinctNames(header ? cells : cells.map(() => '')) };
}

/** Lines with the most common number of fields; nothing for a delimiter that never cuts. */
function evenness(lines: readonly string[], delimiter: string): number {
  const widths = new Map<number, number>();
  for (const line of lines) {
    const fields = splitRecord(line, delimiter);
    if (fields !== 'open' && fields.length > 1) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
  }
  let best = 0;
  // Among equals the wider cut wins a little: a decimal comma cuts in two, a delimiter in more.
  for (const [width, count] of widths) best = Math.max(best, count + Math.min(width, 99) / 100);
  return best;
}

/** Names are words: neither empty throughout, nor numbers, nor dates, nor repeated. */
function looksLikeHeader(cells: readonly string[]): boolean {
  const named = cells.filter((cell) => cell !== '');
  const values = named.filter((cell) => /^[+-]?[\d.,]+$/.test(cell) || /^\d{4}-\d{2}-\d{2}/.test(cell));
  return named.length > 0 && values.length === 0;
}

function distinctNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name, at) => {
    const base = name === '' ? `#${at + 1}` : name;
    let distinct = base;
    for (let copy = 2; used.has(distinct); copy += 1) distinct = `${base} (${copy})`;
    used.add(distinct);
    return distinct;
  });
}
