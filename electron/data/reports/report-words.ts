import type { ChartLabel, ChartPeriod, ChartUnit, MetricChart, Sentence } from '../../../shared/domain/health/chart.ts';
import { readingOf } from '../../../shared/domain/health/reading.ts';
import { sentenceParams } from '../../../shared/domain/health/sentence-params.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { createTranslator } from '../../../shared/strings/create-translator.ts';
import { directionOf, type Language } from '../../../shared/strings/languages.ts';

/** How a report says things in one language. */
export interface ReportWords {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** A string of the report by its key under `reports:document`. */
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** A finding, a caveat, or a metric's own words. */
  readonly finding: (finding: Sentence) => string;
  /** Names one after the other, as the language lists them. */
  readonly list: (names: readonly string[]) => string;
  readonly number: (value: number) => string;
  readonly percent: (percent: number) => string;
  /** A calendar date given as YYYY-MM-DD. */
  readonly date: (iso: string) => string;
  readonly month: (iso: string) => string;
  /** A calendar span: a quarter by its number, a month by its name. */
  readonly period: (span: ChartPeriod) => string;
  /** What a row or series is called: words of the catalogue, or the community's own. */
  readonly label: (label: ChartLabel) => string;
  /** The title of a metric. */
  readonly title: (metric: Pick<MetricChart, 'dashboard' | 'metricId'>) => string;
  /** A plain number in a unit, as on an axis. */
  readonly tick: (value: number, unit: ChartUnit) => string;
  /** A published value in a table: the number, or its mark. */
  readonly count: (value: PublishedValue) => string;
  readonly share: (value: PublishedValue) => string;
}

const LONGER_THAN_A_MONTH = 32 * 86_400_000;

/** Words, numbers and dates of a report in a language. */
export async function reportWords(language: Language): Promise<ReportWords> {
  const translator = await createTranslator(language);
  const t = translator.t as unknown as (key: string, options: Record<string, unknown>) => string;
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const points = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const noon = (iso: string) => Date.parse(`${iso}T12:00:00Z`);
  const finding = (one: Sentence): string => t(one.key, { ns: 'health', ...sentenceParams(one, finding) });
  const percent = (value: number) => percents.format(value / 100);
  const marked = (value: PublishedValue, format: (number: number) => string): string => {
    if (value.mark === 'band')
      return t('charts:value.band', { lower: format(value.lower), upper: format(value.upper) });
    const reading = readingOf(value);
    if (!reading) return markOf(value);
    const text = format(reading.value);
    return value.mark === 'shown' ? text : `${text} ${markOf(value)}`;
  };
  return {
    language,
    direction: directionOf(language),
    say: (key, params = {}) => t(`document.${key}`, { ns: 'reports', ...params }),
    finding,
    label: (label) => ('name' in label ? label.name : finding(label)),
    title: ({ dashboard, metricId }) => t(`${dashboard}:${metricId}.title`, {}),
    list: (names) => new Intl.ListFormat(language).format(names),
    number: (value) => numbers.format(value),
    percent,
    date: (iso) => dates.format(noon(iso)),
    month: (iso) => months.format(noon(iso)),
    period: ({ start, end }) =>
      noon(end) - noon(start) < LONGER_THAN_A_MONTH
        ? months.format(noon(start))
        : t('charts:period.quarter', { quarter: Math.ceil(Number(start.slice(5, 7)) / 3), year: start.slice(0, 4) }),
    tick: (value, unit) => {
      if (unit === 'percent') return percent(value);
      return unit === 'points' ? points.format(value) : numbers.format(value);
    },
    count: (value) => marked(value, (number) => numbers.format(number)),
    share: (value) => marked(value, percent),
  };
}

/** Shorthand of UK statistics for a value that is not simply shown. */
export function markOf({ mark }: PublishedValue): string {
  switch (mark) {
    case 'hidden':
      return '[c]';
    case 'uncertain':
      return '[u]';
    case 'unavailable':
      return '[x]';
    case 'impossible':
      return '[z]';
    case 'open':
      return '[o]';
    case 'band':
    case 'shown':
      return '';
  }
}
