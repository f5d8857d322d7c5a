import { useMemo } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { type Moment, sayDay, sayDuration, sayExactly } from './date-words.ts';
import { listFormatter, numberFormatter } from './formatters.ts';

export interface Formats {
  locale: string;
  /** 1,899 or ١٬٨٩٩ */
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** 0.636 gives 64 %; `digits` sets the decimals. */
  percent: (share: number, digits?: number) => string;
  /** 14 Nov 2026 */
  day: (moment: Moment, timeZone?: string) => string;
  /** Saturday, 14 November 2026 at 16:05 CET */
  exactly: (moment: Moment, timeZone?: string) => string;
  /** Milliseconds in words. */
  duration: (milliseconds: number, words?: 'short' | 'long') => string;
  /** one, two and three */
  list: (items: readonly string[]) => string;
  /** 1.4 MB */
  bytes: (count: number) => string;
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function sayBytes(count: number, locale: string): string {
  const power = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  return numberFormatter(locale, {
    style: 'unit',
    unit: byteUnits[power],
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(count / 1000 ** power);
}

/** Numbers, dates and lists in the language of the interface. For times that age, use <Time>. */
export function useFormat(): Formats {
  const { locale } = useLocale();
  return useMemo<Formats>(() => {
    const plain = numberFormatter(locale);
    const list = listFormatter(locale, { type: 'conjunction' });
    return {
      locale,
      number: (value, options) => (options ? numberFormatter(locale, options) : plain).format(value),
      percent: (share, digits = 0) =>
        numberFormatter(locale, {
          style: 'percent',
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(share),
      day: (moment, timeZone) => sayDay(moment, { locale, timeZone }),
      exactly: (moment, timeZone) => sayExactly(moment, { locale, timeZone }),
      duration: (milliseconds, words) => sayDuration(milliseconds, locale, words),
      list: (items) => list.format(items),
      bytes: (count) => sayBytes(count, locale),
    };
  }, [locale]);
}
