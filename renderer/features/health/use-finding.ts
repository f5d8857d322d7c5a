import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../shared/ipc/topics/health.ts';

/** Says a finding in the language of the interface. Findings come as keys, so one report can be read in any language. */
export function useFinding(): (finding: Finding) => string {
  const { t } = useTranslation('health');
  return useCallback(
    // The data process names only keys of this topic; a unit test holds it to that.
    (finding: Finding) => (t as (key: string, params: Finding['params']) => string)(finding.key, finding.params),
    [t],
  );
}
