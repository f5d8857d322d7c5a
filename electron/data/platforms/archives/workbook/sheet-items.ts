import type { ArchiveFigure, ArchiveItem, ReadingContext } from '../archive.ts';
import { personNamed } from '../meta/list-files.ts';
import { dayReader, numberOf, textOf } from './cell-values.ts';
import type { UnderstoodSheet } from './understand-sheet.ts';

const LATEST_BEYOND_NOW = 1;
/** 1990-01-01 */
const EARLIEST = 7_305;

/** What all sheets give. Figures of weekdays and hours belong to the last day of the figures by date. */
export function sheetItems(sheets: readonly UnderstoodSheet[], context: ReadingContext): readonly ArchiveItem[] {
  const today = context.days.dayOf(context.now);
  const isPossible = (day: number | null): day is number =>
    day !== null && day >= EARLIEST && day <= today + LATEST_BEYOND_NOW;
  const dated = sheets.filter(({ kind }) => kind === 'dated').flatMap((sheet) => datedItems(sheet, isPossible));
  const lastDay = Math.max(...dated.map((item) => (item.type === 'figure' ? item.day : -1)));
  const others = sheets.flatMap((sheet): readonly ArchiveItem[] => {
    if (sheet.kind === 'members') return memberItems(sheet, isPossible, context);
    if (sheet.kind === 'parts' && lastDay >= 0) return partItems(sheet, lastDay);
    return sheet.kind === 'dated' ? [] : sheet.rows.map(() => ({ type: 'left-out', why: 'undated' }) as const);
  });
  return [...dated, ...others];
}

type IsPossible = (day: number | null) => day is number;

function datedItems(sheet: UnderstoodSheet, isPossible: IsPossible): readonly ArchiveItem[] {
  const dayOf = dayReader(sheet.rows.map((row) => row[sheet.dates]));
  return sheet.rows.flatMap((row): readonly ArchiveItem[] => {
    const day = dayOf(row[sheet.dates]);
    if (!isPossible(day)) return [{ type: 'reject', reason: day === null ? 'time-unreadable' : 'time-out-of-range' }];
    return figuresOf(sheet, row, { day, unit: 'day', dimension: '' });
  });
}

function partItems(sheet: UnderstoodSheet, day: number): readonly ArchiveItem[] {
  return sheet.rows.flatMap((row) => figuresOf(sheet, row, { day, unit: 'month', dimension: slug(textOf(row[0])) }));
}

function figuresOf(
  sheet: UnderstoodSheet,
  row: readonly unknown[],
  place: Pick<ArchiveFigure, 'day' | 'unit' | 'dimension'>,
): readonly ArchiveFigure[] {
  return sheet.headings.flatMap((heading, column) => {
    const value = column === Math.max(0, sheet.dates) || heading === '' ? null : numberOf(row[column]);
    if (value === null) return [];
    // Two sheets may have a column of the same name: "posts" by day and "posts" by hour are different figures.
    const key = place.dimension === '' ? `workbook.${slug(heading)}` : `workbook.${slug(sheet.name)}.${slug(heading)}`;
    return [{ type: 'figure', key, value, ...place }];
  });
}

function memberItems(sheet: UnderstoodSheet, isPossible: IsPossible, { days }: ReadingContext): readonly ArchiveItem[] {
  const dayOf = dayReader(sheet.rows.map((row) => row[sheet.dates]));
  return sheet.rows.map((row) => {
    const name = textOf(row[0]);
    const day = dayOf(row[sheet.dates]);
    if (name === '') return { type: 'reject', reason: 'member-missing' };
    if (!isPossible(day)) return { type: 'reject', reason: day === null ? 'time-unreadable' : 'time-out-of-range' };
    const plain = { answers: null, to: null, space: null, thread: null } as const;
    return {
      type: 'act',
      who: personNamed(name),
      at: days.startOf(day),
      act: 'joined',
      id: `joined:${name}`,
      ...plain,
    };
  });
}

/** A heading as part of a key: its letters and digits, in whatever language. */
function slug(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replace(/^-+|-+$/g, '').slice(0, 80) || 'unnamed';
}
