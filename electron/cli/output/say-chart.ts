import type { ChartLabel, ChartPeriod, ChartUnit, MetricChart, Sentence } from '../../../shared/domain/health/chart.ts';
import { sentenceParams } from '../../../shared/domain/health/sentence-params.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import type { Printer } from './printer.ts';
import { safeText } from './safe-text.ts';

/** A sentence of the catalogue in the language of the terminal; its key carries the topic. */
export function saySentence(print: Printer, sentence: Sentence): string {
  return print.tFor('charts')(
    sentence.key,
    sentenceParams(sentence, (label) => saySentence(print, label)),
  );
}

/** What a row is called: words of the catalogue, or a community's own, made safe for a terminal. */
export function sayLabel(print: Printer, label: ChartLabel): string {
  return 'name' in label ? safeText(label.name) : saySentence(print, label);
}

/** The title of a metric; its words belong to its dashboard. */
export function sayTitle(print: Printer, metric: Pick<MetricChart, 'dashboard' | 'metricId'>): string {
  return print.tFor('charts')(`${metric.dashboard}:${metric.metricId}.title`);
}

/** A local span, both days included. */
export function sayPeriod(print: Printer, { start, end }: Pick<ChartPeriod, 'start' | 'end'>): string {
  const days = new Intl.DateTimeFormat(print.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return days.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`));
}

/** A published value with its interval, or why there is none. Never a zero for a hidden one. */
export function sayValue(print: Printer, value: PublishedValue, unit: ChartUnit): string {
  const say = print.tFor('charts');
  switch (value.mark) {
    case 'hidden':
    case 'unavailable':
    case 'impossible':
      return say(`value.${value.mark}`);
    case 'band':
      return say('value.band', { lower: print.number(value.lower), upper: print.number(value.upper) });
    default: {
      const { lower, upper, mark } = value;
      const plain = sayAmount(print, value.value, unit);
      const ends = (end: number) => (unit === 'percent' ? sayAmount(print, end, unit) : print.number(end));
      const words =
        lower === null || upper === null
          ? plain
          : say('value.between', { value: plain, lower: ends(lower), upper: ends(upper) });
      return mark === 'shown' ? words : say(`value.${mark}`, { value: words });
    }
  }
}

/** A plain number in a unit. */
export function sayAmount(print: Printer, value: number, unit: ChartUnit): string {
  const format = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(print.locale, { maximumFractionDigits: 1, ...options });
  switch (unit) {
    case 'percent':
      return format({ style: 'percent' }).format(value / 100);
    case 'days':
    case 'hours':
      return format({ style: 'unit', unit: unit === 'days' ? 'day' : 'hour', unitDisplay: 'long' }).format(value);
    case 'per100':
    case 'ratio':
      return print.tFor('charts')(`value.${unit}`, { value: print.number(value) });
    default:
      return print.number(value);
  }
}
