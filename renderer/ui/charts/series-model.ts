import type { ChartRow, MetricChart, SeriesShape } from '../../../shared/domain/health/chart.ts';
import { readingOf } from '../../../shared/domain/health/reading.ts';

/** One place on the time axis with what each series has there. Only published numbers, so the drawing can hold no others. */
export interface SeriesPlace {
  readonly key: string;
  /** What the place is called. Never the row itself: a drawing must not hold more than it draws. */
  readonly row: Pick<ChartRow, 'label' | 'period'>;
  /** `value-0`, `interval-0`, ... by number of the series. A line breaks where there is no value: it is never interpolated. */
  readonly [drawn: `value-${number}`]: number | null;
  readonly [drawn: `interval-${number}`]: readonly [number, number] | null;
}

/** A mark that is drawn by itself, not by the line. */
export interface SeriesMark {
  readonly key: string;
  readonly series: number;
  readonly row: ChartRow;
  /** No line leads to it or from it, so that no band can hold its interval. */
  readonly isAlone: boolean;
}

type Series = SeriesShape['series'];
export type Annotations = MetricChart['annotations'];

/** What tells places apart: the period, or the row where it stands for no time. */
export function placeKey(row: ChartRow): string {
  return row.period?.start ?? row.id;
}

/** All places of all series in order of time; rows without a period keep their own order. */
export function placesOf(series: Series): readonly SeriesPlace[] {
  const rows = new Map<string, ChartRow>();
  for (const { rows: own } of series) for (const row of own) if (!rows.has(placeKey(row))) rows.set(placeKey(row), row);
  const keys = [...rows.keys()];
  if ([...rows.values()].every((row) => row.period !== null)) keys.sort();
  return keys.map((key) => {
    const { label, period } = rows.get(key) ?? { label: { name: key }, period: null };
    const place: Record<string, unknown> = { key, row: { label, period } };
    for (const [at, { rows: own }] of series.entries()) {
      const found = own.find((row) => placeKey(row) === key);
      const reading = found ? readingOf(found.value) : null;
      // An open value stands beside the line: it may still change and is compared with nothing.
      const joined = isJoined(found) ? reading : null;
      place[`value-${at}`] = joined?.value ?? null;
      place[`interval-${at}`] = joined?.interval ?? null;
    }
    return place as unknown as SeriesPlace;
  });
}

/** Every row of every series as a mark of its own, for points, ranges and hidden blocks. */
export function marksOf(series: Series): readonly SeriesMark[] {
  return series.flatMap(({ rows }, at) =>
    rows.map((row, place) => ({
      key: placeKey(row),
      series: at,
      row,
      isAlone: !isJoined(rows[place - 1]) && !isJoined(rows[place + 1]),
    })),
  );
}

/** Whether a line goes through a row. */
function isJoined(row: ChartRow | undefined): boolean {
  const reading = row ? readingOf(row.value) : null;
  return reading !== null && reading.look !== 'open';
}

/** The place a day falls into: the period that holds it, or the last one before it. */
export function placeOfDay(places: readonly Pick<SeriesPlace, 'key' | 'row'>[], day: string): string | undefined {
  return places.findLast(({ row }) => row.period !== null && row.period.start <= day)?.key;
}

/** The places at which something was done, each once, with the numbers of all that fell into it, counted from 1. */
export function annotatedPlaces(
  annotations: Annotations,
  places: readonly Pick<SeriesPlace, 'key' | 'row'>[],
): readonly { readonly place: string; readonly numbers: readonly number[] }[] {
  const found = new Map<string, number[]>();
  for (const [at, { day }] of annotations.entries()) {
    const place = placeOfDay(places, day);
    if (place !== undefined) found.set(place, [...(found.get(place) ?? []), at + 1]);
  }
  return [...found].map(([place, numbers]) => ({ place, numbers }));
}
