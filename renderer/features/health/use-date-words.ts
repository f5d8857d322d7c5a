import { useMemo } from 'react';
import { useFormat } from '../../ui/format/use-format.ts';

/** Says local calendar dates (YYYY-MM-DD) of a community: they have no time zone left to shift them. */
export function useDateWords(): { short: (date: string) => string; month: (date: string) => string } {
  const { locale } = useFormat();
  return useMemo(() => {
    const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
    return {
      short: (date) => short.format(new Date(`${date}T00:00:00Z`)),
      month: (date) => month.format(new Date(`${date}T00:00:00Z`)),
    };
  }, [locale]);
}
