import { type Axis, placeOn } from '../../../../shared/domain/health/reading.ts';
import type { ReportWords } from '../report-words.ts';
import { round } from './chart-frame.ts';

/** Width of a drawing whose axis lies along the page, in user units. */
export const PAGE_WIDTH = 720;
/** Room below such a drawing for the words of its axis. */
export const AXIS_ROOM = 24;
/** Ends of the axis have room for half a label. */
const EDGE = 24;

/** Where a number lies along the page, in the direction of reading. */
export function alongPage(
  axis: Axis,
  scale: 'linear' | 'log',
  { direction }: Pick<ReportWords, 'direction'>,
): (number: number) => number {
  return (number) => {
    const along = EDGE + placeOn(axis, scale, number) * (PAGE_WIDTH - 2 * EDGE);
    return round(direction === 'rtl' ? PAGE_WIDTH - along : along);
  };
}

/** Rows in as many drawings as they need: one with more would not fit a page. */
export function pagesOf<Row>(rows: readonly Row[], most: number): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, at) => rows.slice(at * most, (at + 1) * most));
}
