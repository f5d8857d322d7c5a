import type { RecordKind } from '../../../shared/domain/health/records.ts';
import type { DayFormat, RecordMapping } from '../../../shared/ipc/topics/records.ts';
import { parseAnswer } from './parse-field.ts';

/** Answers on scales are small; identifiers and times are not. */
const LARGEST_ANSWER = 100;

/** A first proposal for what the columns of a file of records mean, from their names and the first values. */
export function guessRecordMapping(
  kind: RecordKind,
  columns: readonly string[],
  sample: readonly (readonly string[])[],
): RecordMapping {
  const taken = new Set<string>();
  const guessed: Record<string, string> = {};
  // A field's own name is more telling than any other word for it, whichever field comes first.
  for (const wordsOf of [ownName, otherNames]) {
    for (const field of kind.fields) {
      if (guessed[field.name] !== undefined) continue;
      const words = wordsOf(field);
      const found = columns.find((column) => !taken.has(column) && words.includes(plainName(column)));
      if (found === undefined) continue;
      guessed[field.name] = found;
      taken.add(found);
    }
  }
  const valuesOf = (column: string | undefined): string[] => {
    const at = column === undefined ? -1 : columns.indexOf(column);
    return at === -1 ? [] : sample.map((cells) => (cells[at] ?? '').trim()).filter((value) => value !== '');
  };
  const days = kind.fields.filter(({ type }) => type === 'day').flatMap(({ name }) => valuesOf(guessed[name]));
  const items = kind.isFileOnly
    ? columns.filter((column) => !taken.has(column) && looksLikeItem(valuesOf(column)))
    : [];
  return { columns: guessed, fixed: {}, dayFormat: guessDayFormat(days), existing: 'keep', items };
}

type Field = RecordKind['fields'][number];
const ownName = ({ name }: Field): readonly string[] => [name.toLowerCase()];
const otherNames = ({ columns }: Field): readonly string[] => columns;

/** A column's name as names are compared: lower case, without what stands between words. */
export function plainName(column: string): string {
  return column.toLowerCase().replace(/[\s._:()-]/g, '');
}

function looksLikeItem(values: readonly string[]): boolean {
  return (
    values.length > 0 &&
    values.every((value) => {
      const answer = parseAnswer(value);
      return answer !== undefined && Math.abs(answer) <= LARGEST_ANSWER;
    })
  );
}

function guessDayFormat(values: readonly string[]): DayFormat {
  if (values.length === 0 || values.some((value) => /^\d{4}-/.test(value))) return 'iso-8601';
  if (values.every((value) => /^-?\d{9,}(?:\.\d+)?$/.test(value))) {
    return values.every((value) => (value.split('.')[0] ?? '').length >= 12) ? 'unix-milliseconds' : 'unix-seconds';
  }
  const parts = values.map((value) => value.split(/[./-]/).map(Number));
  // Where no day is over the twelfth nothing tells; most of the world writes the day first.
  return parts.some(([, second = 0]) => second > 12) ? 'month-day-year' : 'day-month-year';
}
