import type { ChartUnit } from '../../../shared/domain/health/chart.ts';
import { readingOf } from '../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { markOf, type ReportWords } from './report-words.ts';

/** On which side of a shown percentage the true one lies, where only a bound of it is told (health.md C.5). */
export function boundOf(value: PublishedValue, unit: ChartUnit): 'atLeast' | 'atMost' | null {
  const reading = readingOf(value);
  if (unit !== 'percent' || !reading?.interval) return null;
  const [lower, upper] = reading.interval;
  if (upper === 100 && lower === reading.value) return 'atLeast';
  return lower === 0 && upper === reading.value ? 'atMost' : null;
}

/**
 * A value with its interval, as a bound, or its mark, and nothing else of it: what is not told is read by its mark alone. An
 * interval that is one number says nothing and is left out.
 */
export function valueWords(value: PublishedValue, unit: ChartUnit, words: ReportWords): string {
  const reading = readingOf(value);
  if (!reading) return unit === 'percent' ? words.share(value) : words.count(value);
  const plain = words.tick(reading.value, unit);
  const mark = markOf(value);
  const marked = (text: string) => (mark === '' ? text : `${text} ${mark}`);
  const bound = boundOf(value, unit);
  if (bound) return marked(words.say(bound, { value: plain }));
  const [lower, upper] = reading.interval ?? [reading.value, reading.value];
  if (lower === upper) return marked(plain);
  return marked(
    words.say('withInterval', { value: plain, lower: words.tick(lower, unit), upper: words.tick(upper, unit) }),
  );
}

/** A value in a narrow place: a bound by its sign, an interval left out. */
export function shortWords(value: PublishedValue, unit: ChartUnit, words: ReportWords): string {
  const bound = boundOf(value, unit);
  const text = unit === 'percent' ? words.share(value) : words.count(value);
  return bound === null ? text : `${bound === 'atLeast' ? '≥' : '≤'}\u202f${text}`;
}
