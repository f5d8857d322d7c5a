import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartLabel, ChartPeriod, ChartRow, ChartUnit, Sentence } from '../../../shared/domain/health/chart.ts';
import { readingOf } from '../../../shared/domain/health/reading.ts';
import { sentenceParams } from '../../../shared/domain/health/sentence-params.ts';
import { isolateText } from '../../../shared/domain/isolate-text.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { dateFormatter, listFormatter, numberFormatter } from '../format/formatters.ts';
import { useFormat } from '../format/use-format.ts';

export interface ChartWords {
  readonly sentence: (sentence: Sentence) => string;
  readonly label: (label: ChartLabel) => string;
  /** A value with its interval and what has to be said with it, or why there is none. */
  readonly value: (value: PublishedValue, unit: ChartUnit) => string;
  /** A value alone, for narrow places; nothing for a value that can't be said. */
  readonly short: (value: PublishedValue, unit: ChartUnit) => string;
  /** A plain number in a unit: benchmarks, ticks. */
  readonly amount: (number: number, unit: ChartUnit) => string;
  readonly tick: (number: number, unit: ChartUnit) => string;
  /** A time since a start: days as a number, hours to the minute. */
  readonly since: (at: number, time: 'hours' | 'days') => string;
  readonly period: (period: ChartPeriod) => string;
  readonly day: (date: string) => string;
  /** What a row is called on an axis of time or beside one: its period, or its name where it stands for no time. */
  readonly row: (row: Pick<ChartRow, 'label' | 'period' | 'within'>) => string;
  /** What a row is called whatever its period: where several rows share one, it would not tell them apart. */
  readonly name: (row: Pick<ChartRow, 'label' | 'within'>) => string;
  /** Numbers of notes one after the other. */
  readonly numbers: (numbers: readonly number[]) => string;
  readonly inOrder: (one: string, other: string) => number;
}

const tenths: Intl.NumberFormatOptions = { maximumFractionDigits: 1 };
const hundredths: Intl.NumberFormatOptions = { maximumFractionDigits: 2 };
const signed: Intl.NumberFormatOptions = { maximumFractionDigits: 1, signDisplay: 'exceptZero' };

/** The words of every chart, table and picture, made from published values alone and in the language of the interface. */
export function useChartWords(): ChartWords {
  const { t } = useTranslation('charts');
  const { locale } = useFormat();
  return useMemo(() => {
    // The data process names keys of the catalogue; tests of the metrics hold it to that.
    const say = t as unknown as (key: string, params?: Readonly<Record<string, unknown>>) => string;
    const number = (value: number, options: Intl.NumberFormatOptions) => numberFormatter(locale, options).format(value);
    const amount = amountIn(number, say);
    const value = (published: PublishedValue, unit: ChartUnit): string => {
      switch (published.mark) {
        case 'hidden':
        case 'unavailable':
        case 'impossible':
          return say(`value.${published.mark}`);
        case 'band':
          return say('value.band', { lower: number(published.lower, {}), upper: number(published.upper, {}) });
        default: {
          const { lower, upper, mark } = published;
          const plain = amount(published.value, unit);
          const words =
            lower === null || upper === null
              ? plain
              : say('value.between', {
                  value: plain,
                  lower: tickIn(number)(lower, unit),
                  upper: tickIn(number)(upper, unit),
                });
          return mark === 'shown' ? words : say(`value.${mark}`, { value: words });
        }
      }
    };
    const sentence = (one: Sentence): string => say(one.key, sentenceParams(one, sentence));
    const label = (one: ChartLabel): string => ('name' in one ? isolateText(one.name) : sentence(one));
    const period = (span: ChartPeriod): string => periodIn(locale, span, say);
    const collator = new Intl.Collator(locale);
    const name: ChartWords['name'] = (row) =>
      row.within ? t('row.within', { name: label(row.label), whole: label(row.within) }) : label(row.label);
    return {
      sentence,
      label,
      value,
      short: (published, unit) => {
        if (published.mark === 'band') return value(published, unit);
        if (published.mark === 'unavailable') return '–';
        const reading = readingOf(published);
        return reading ? tickIn(number)(reading.value, unit) : '';
      },
      amount,
      tick: tickIn(number),
      since: (at, time) => (time === 'days' ? number(at, {}) : hoursAndMinutes(locale, at)),
      period,
      day: (date) => dateFormatter(locale, dayWords).format(new Date(`${date}T00:00:00Z`)),
      row: (row) => (row.period ? period(row.period) : name(row)),
      name,
      numbers: (numbers) => numbers.map((one) => number(one, {})).join(', '),
      inOrder: (one, other) => collator.compare(one, other),
    };
  }, [t, locale]);
}

/** "47 min", "2 hr, 5 min": tenths of an hour would call different waits the same. */
function hoursAndMinutes(locale: string, hours: number): string {
  const minutes = Math.round(hours * 60);
  const parts = [
    { unit: 'hour', count: Math.floor(minutes / 60) },
    { unit: 'minute', count: minutes % 60 },
  ].filter(({ unit, count }) => count > 0 || (unit === 'minute' && minutes === 0));
  const said = parts.map(({ unit, count }) =>
    numberFormatter(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
  );
  return listFormatter(locale, { type: 'unit', style: 'short' }).format(said);
}

type SayNumber = (value: number, options: Intl.NumberFormatOptions) => string;
type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

const dayWords: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
const monthWords: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric', timeZone: 'UTC' };
const yearWords: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
const quarterDays = 80;
const monthDays = 27;
const millisecondsPerDay = 86_400_000;

function amountIn(number: SayNumber, say: Say): ChartWords['amount'] {
  return (value, unit) => {
    switch (unit) {
      case 'days':
        return number(value, { ...tenths, style: 'unit', unit: 'day', unitDisplay: 'long' });
      case 'hours':
        return number(value, { ...tenths, style: 'unit', unit: 'hour', unitDisplay: 'long' });
      case 'points':
        return say('value.points', { count: Math.abs(value), value: number(value, signed) });
      case 'per100':
        return say('value.per100', { value: number(value, tenths) });
      case 'ratio':
        return say('value.ratio', { value: number(value, hundredths) });
      default:
        return tickIn(number)(value, unit);
    }
  };
}

function tickIn(number: SayNumber): ChartWords['tick'] {
  return (value, unit) => {
    switch (unit) {
      case 'percent':
        return number(value / 100, { style: 'percent', ...tenths });
      case 'points':
        return number(value, signed);
      case 'ratio':
      case 'index':
      case 'score':
        return number(value, hundredths);
      default:
        return number(value, tenths);
    }
  };
}

/** A month by its name, a quarter by its number, a year by its own, anything else from day to day. Local dates have no zone left to shift them. */
function periodIn(locale: string, { start, end }: ChartPeriod, say: Say): string {
  const from = new Date(`${start}T00:00:00Z`);
  const to = new Date(`${end}T00:00:00Z`);
  const days = (to.getTime() - from.getTime()) / millisecondsPerDay + 1;
  const startsMonth = from.getUTCDate() === 1;
  if (startsMonth && days > monthDays && days <= 31) return dateFormatter(locale, monthWords).format(from);
  if (startsMonth && from.getUTCMonth() % 3 === 0 && days > quarterDays && days < 93) {
    return say('period.quarter', {
      quarter: numberFormatter(locale).format(from.getUTCMonth() / 3 + 1),
      year: dateFormatter(locale, yearWords).format(from),
    });
  }
  if (startsMonth && from.getUTCMonth() === 0 && (days === 365 || days === 366)) {
    return dateFormatter(locale, yearWords).format(from);
  }
  if (days <= 1) return dateFormatter(locale, dayWords).format(from);
  // An axis has no direction of its own: a range that begins with a number would be turned around.
  return isolateText(dateFormatter(locale, dayWords).formatRange(from, to));
}
