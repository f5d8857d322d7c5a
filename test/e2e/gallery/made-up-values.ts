import type {
  BenchmarkComparison,
  ChartBenchmark,
  ChartLabel,
  ChartPeriod,
  ChartRow,
} from '../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';

const marked =
  (mark: 'shown' | 'uncertain' | 'open') =>
  (value: number, lower: number | null = null, upper: number | null = null): PublishedValue => ({
    mark,
    value,
    lower,
    upper,
  });

/** Values as disclosure would publish them, made up for looking at charts. */
export const shown = marked('shown');
export const uncertain = marked('uncertain');
export const open = marked('open');
export const band = (lower: number, upper: number): PublishedValue => ({ mark: 'band', lower, upper });
/** Numbers that no published value carries. Were one to slip in, it still must not show: tests search for it. */
export const planted = [7391, 7288, 7477] as const;
/** Every way one of them could be written: plain, grouped, in Arabic digits, as a share. */
export const plantedTexts: readonly string[] = planted.flatMap((number) => [
  ...['en', 'ar-EG'].flatMap((locale) =>
    [true, false].map((useGrouping) => new Intl.NumberFormat(locale, { useGrouping }).format(number)),
  ),
  (number / 100).toFixed(2),
]);
export const hidden = {
  mark: 'hidden',
  value: planted[0],
  lower: planted[1],
  upper: planted[2],
} as PublishedValue;
export const unavailable: PublishedValue = { mark: 'unavailable' };
export const impossible: PublishedValue = { mark: 'impossible' };

export const named = (name: string): ChartLabel => ({ name });

/** Quarter `at` after the third of 2024. */
export function quarter(at: number, complete = true): ChartPeriod {
  const first = new Date(Date.UTC(2024, 6 + at * 3, 1));
  const last = new Date(Date.UTC(2024, 9 + at * 3, 0));
  return { start: first.toISOString().slice(0, 10), end: last.toISOString().slice(0, 10), complete };
}

/** Month `at` after July 2025. */
export function month(at: number, complete = true): ChartPeriod {
  const first = new Date(Date.UTC(2025, 6 + at, 1));
  const last = new Date(Date.UTC(2025, 7 + at, 0));
  return { start: first.toISOString().slice(0, 10), end: last.toISOString().slice(0, 10), complete };
}

export function row(id: string, value: PublishedValue, more: Partial<ChartRow> = {}): ChartRow {
  return { id, label: named(id), period: null, value, n: null, reference: null, note: null, ...more };
}

/** Rows of quarters with one value each; the last may be open. */
export function quarters(values: readonly PublishedValue[], n: PublishedValue | null = shown(120)): ChartRow[] {
  return values.map((value, at) =>
    row(`quarter-${at}`, value, {
      period: quarter(at, value.mark !== 'open'),
      n: value.mark === 'hidden' ? hidden : n,
    }),
  );
}

/** A population as it could have been written down. */
export function benchmark(id: string, population: string, year: number): ChartBenchmark {
  const place = 'England and Wales';
  const ages = { fromAge: 16, toAge: null };
  return { id, population, place, year, ...ages, wording: 'Are your day-to-day activities limited?', source: 'Census' };
}

export function against(
  id: string,
  reference: number,
  difference: PublishedValue,
  relative: PublishedValue,
): BenchmarkComparison {
  return { benchmark: id, reference, difference, relative };
}
