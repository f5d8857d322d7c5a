import { useLocale } from 'react-aria-components/I18nProvider';

/** Time runs the way the page is read: from the right in Arabic, with the value axis where reading starts. */
export function useChartDirection(): { reversed: boolean; valueAxis: 'left' | 'right' } {
  const { direction } = useLocale();
  return direction === 'rtl' ? { reversed: true, valueAxis: 'right' } : { reversed: false, valueAxis: 'left' };
}
