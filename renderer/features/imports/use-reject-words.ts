import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says why a line was not taken. Reasons are codes of the importer; a unit test sees that each has words. */
export function useRejectWords(): (reason: string) => string {
  const { t } = useTranslation('imports');
  return useCallback((reason: string) => (t as (key: string) => string)(`reasons.${reason}`), [t]);
}
