import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { useFormat } from '../../ui/format/use-format.ts';

export type PublishedUnit = 'count' | 'percent' | 'days';

/** Says one published value in words: the number with its interval, or why there is none. Never a zero for a hidden one. */
export function usePublishedText(): (value: PublishedValue, unit: PublishedUnit) => string {
  const { t } = useTranslation(['health', 'charts']);
  const format = useFormat();
  return useMemo(() => {
    const one = (number: number, unit: PublishedUnit): string => {
      switch (unit) {
        case 'percent':
          return format.percent(number / 100);
        case 'days':
          return t('screen.value.days', { count: Math.round(number) });
        case 'count':
          return format.number(number);
      }
    };
    return (value, unit) => {
      switch (value.mark) {
        case 'hidden':
          return t('screen.value.hidden');
        case 'unavailable':
          return t('screen.value.unavailable');
        case 'impossible':
          return t('screen.value.impossible');
        case 'band':
          return t('charts:value.band', { lower: format.number(value.lower), upper: format.number(value.upper) });
        case 'shown':
        case 'uncertain':
        case 'open': {
          const words =
            value.lower === null || value.upper === null
              ? one(value.value, unit)
              : t('screen.value.between', {
                  value: one(value.value, unit),
                  lower: one(value.lower, unit),
                  upper: one(value.upper, unit),
                });
          if (value.mark === 'uncertain') return t('screen.value.uncertain', { value: words });
          if (value.mark === 'open') return t('screen.value.open', { value: words });
          return words;
        }
      }
    };
  }, [t, format]);
}
