import type { ChartRow, ChartShape, CurveComparison, Sentence } from '../../../../shared/domain/health/chart.ts';
import { directionOf, type Said, sayable } from '../../../../shared/domain/health/said-change.ts';
import { type DayNumber, dayNumberOfIsoDate } from '../calendar/civil-day.ts';
import { fraction } from './finding.ts';
import { rowsOf } from './said-row.ts';

/** The periods a sentence speaks of and compares with, and what is known of the numbers told in them. */
export interface ComparedPeriods {
  /** First day of the period under view and of the one before. */
  readonly start: string | null;
  readonly before: string | null;
  /** The newest period that is settled is spoken of, and so it is compared with the one before it. */
  readonly isSettled?: boolean;
  /** Each number is of so many days up to the end of its period: those that share days would be compared with themselves. */
  readonly spanDays?: number | undefined;
}

/** What is compared: two curves or curves by group over their whole time, else the period with the one before. */
export function comparisonOf(shape: ChartShape, periods: ComparedPeriods): Sentence | null {
  if (shape.kind === 'curves') return shape.comparison ? curvesSentence(shape.comparison) : null;
  const curves = shape.kind === 'dots' ? shape.rows.flatMap((row) => row.curves ?? []) : [];
  if (curves.length > 0) return groupCurvesSentence(curves);
  return periodSentence(shape, periods);
}

function curvesSentence({ test }: CurveComparison): Sentence {
  return { key: `charts:curves.${test}`, params: {} };
}

/** How many groups' curves differ from all others': never which one. */
function groupCurvesSentence(curves: readonly CurveComparison[]): Sentence {
  const [only] = curves;
  if (only && curves.length === 1) return curvesSentence(only);
  const tested = curves.filter(({ test }) => test === 'differ' || test === 'alike').length;
  const differ = curves.filter(({ test }) => test === 'differ').length;
  return { key: 'charts:curves.ofGroups', params: { tested, differ, untested: curves.length - tested } };
}

/**
 * The number of the period before, beside that of the period. Two intervals that overlap are called no clear change:
 * a difference that may be chance is not a direction.
 */
function periodSentence(shape: ChartShape, periods: ComparedPeriods): Sentence | null {
  const rows = rowsOf(shape);
  const spoken = periods.isSettled
    ? rows.findLast(({ period }) => period?.complete)
    : rows.find(({ period }) => period !== null && period.start === periods.start);
  const now = sayable(spoken?.value);
  const before = sayable(spoken && rowBefore(rows, spoken, periods)?.value);
  if (!now || !before) return null;
  const isShare = 'unit' in shape && shape.unit === 'percent';
  // What is itself a count is known exactly, or rounded; anything else without an interval may have moved by chance.
  const direction = spoken?.n === null ? directionOf(now, before) : likelyChange(now, before);
  const said = (value: number) => (isShare ? fraction(value) : value);
  const params: Sentence['params'] = {
    [isShare ? 'share' : 'number']: said(before.value),
    ...(direction === 'Changed' && { now: said(now.value) }),
    ...(periods.spanDays !== undefined && { days: periods.spanDays }),
  };
  const words = `${isShare ? 'Share' : 'Number'}${periods.spanDays === undefined ? '' : 'Days'}`;
  return { key: `charts:common.compared${direction}${words}`, params };
}

/** The last day of a period; no number where a row is of none. */
const lastDayOf = ({ period }: ChartRow): DayNumber => dayNumberOfIsoDate(period?.end ?? '') ?? Number.NaN;
/** Where months are short the same days of three months before end a day less than 90 before. */
const SHORT_MONTHS = 1;

function rowBefore(rows: readonly ChartRow[], spoken: ChartRow, { before, isSettled, spanDays }: ComparedPeriods) {
  if (spanDays !== undefined) {
    const latest = lastDayOf(spoken) - spanDays + SHORT_MONTHS;
    return rows.findLast((row) => row.period !== null && lastDayOf(row) <= latest);
  }
  if (isSettled) return rows[rows.indexOf(spoken) - 1];
  return rows.find(({ period }) => period !== null && period.start === before);
}

/** Without intervals never a direction: nobody knows how far chance moves such a number (messages depend on each other). */
export function likelyChange(now: Said, before: Said): 'Up' | 'Down' | 'Changed' | 'Same' {
  const hasInterval = [now, before].every(({ lower, upper }) => lower !== null && upper !== null);
  if (hasInterval) return directionOf(now, before);
  return now.value === before.value ? 'Same' : 'Changed';
}
