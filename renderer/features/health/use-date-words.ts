import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionTable } from '../../../shared/ipc/topics/health.ts';
import { dateFormatter, numberFormatter } from '../../ui/format/formatters.ts';
import { useFormat } from '../../ui/format/use-format.ts';

export interface DateWords {
  readonly month: (date: string) => string;
  /** What a cohort is called by its first day: a week by that day, a month by its name, a quarter by its number. */
  readonly cohort: (date: string, unit: RetentionTable['unit']) => string;
}

/** Says local calendar dates (YYYY-MM-DD) of a community: they have no time zone left to shift them. */
export function useDateWords(): DateWords {
  const { t } = useTranslation('charts');
  const { locale } = useFormat();
  return useMemo(() => {
    const say = (options: Intl.DateTimeFormatOptions) => {
      const formatter = dateFormatter(locale, { ...options, year: 'numeric', timeZone: 'UTC' });
      return (date: string) => formatter.format(new Date(`${date}T00:00:00Z`));
    };
    const month = say({ month: 'short' });
    const day = say({ day: 'numeric', month: 'short' });
    const year = say({});
    const quarter = (date: string) =>
      t('period.quarter', {
        quarter: numberFormatter(locale).format(Math.ceil(Number(date.slice(5, 7)) / 3)),
        year: year(date),
      });
    const cohorts = { week: day, month, quarter } as const;
    return { month, cohort: (date, unit) => cohorts[unit](date) };
  }, [t, locale]);
}
